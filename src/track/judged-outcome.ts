import { parsePace } from "../forecast/options.js";
import type { Outlook } from "../forecast/outlook.js";
import type { CompiledPace } from "../forecast/pace.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { isZero } from "../number/ratio.js";
import type { Snapshot } from "../plan/snapshot.js";
import { issueAt } from "../schema/issue.js";
import { PlanError } from "../schema/plan-error.js";
import type { TrackChance } from "../words/progress.js";
import { bestChance, chanceOf, outlookAt, trackChance } from "./chance.js";
import { compileSnapshotFor } from "./dated.js";
import { once } from "./once.js";
import { chanceStatus, type Status, type Thresholds } from "./status.js";
import { parseRatesAsOf, type TrackOptions } from "./track-options.js";

/** How work may go on. */
export interface Outlooks {
  readonly asPlanned: Outlook;
  /** At the pace that the options ask for: the same as planned unless they do. */
  readonly projected: Outlook;
  /** Undefined where the pace so far is not known. */
  readonly paceSoFar: Outlook | undefined;
}

/** The outlooks that an answer needs. */
export function outlooksOf(
  compiled: DatedPlan,
  seen: CompiledSnapshot,
  options: TrackOptions,
  soFar: CompiledPace | undefined,
): Outlooks {
  const pace = parsePace({ pace: options.pace }, compiled.flow);
  const asPlanned = outlookAt(compiled, seen, "targets");
  return {
    asPlanned,
    projected: pace === "targets" ? asPlanned : outlookAt(compiled, seen, pace),
    paceSoFar: soFar && outlookAt(compiled, seen, soFar),
  };
}

/**
 * How the outcome stands by its chance; by the amount where no chance is told, or nothing is left to it.
 *
 * @throws PlanError where the earlier snapshot is not earlier
 */
export function judgeOutcome(
  { asPlanned, projected, paceSoFar: soFar }: Outlooks,
  options: TrackOptions,
  thresholds: Thresholds,
  isReachable: () => boolean,
  byAmount: () => Status,
): { readonly status: Status; readonly chance: TrackChance | null } {
  const { compiled, snapshot } = asPlanned;
  const { goal } = compiled.bridge;
  const ratesAsOf = parseRatesAsOf(options);
  const before = options.previous === undefined ? undefined : previousSeen(asPlanned, options.previous);
  if (options.chance === false || compiled.flow.length === 0 || snapshot.asOf >= compiled.period.last)
    return { status: byAmount(), chance: null };
  const previous = before && outlookAt(compiled, before, "targets", asPlanned.volumes);
  const chance = trackChance({ asPlanned, paceSoFar: soFar, previous, ratesAsOf });
  const judged =
    projected === asPlanned ? chance.asPlanned : (chanceOf(projected, ratesAsOf).atEnd?.chance ?? null);
  // That every month reaches its own goal is far from even where all are done as planned.
  const isByAmount = compiled.months.length > 0 || (compiled.goals.length === 0 && isZero(goal));
  if (judged === null || isByAmount) return { status: byAmount(), chance };
  // What can be met as expected is far from out of reach; only else is it worked out how likely it is at most.
  const best = once(() => (isReachable() ? null : bestChance(compiled, snapshot)));
  const status = chanceStatus({ asked: chance.asked, chance: judged, best }, thresholds);
  const isLow = status === "behind" || status === "out of reach";
  return { status, chance: isLow ? { ...chance, best: best() } : chance };
}

/** Reads an earlier snapshot. */
function previousSeen({ compiled, snapshot }: Outlook, previous: Snapshot): CompiledSnapshot {
  const seen = compileSnapshotFor(compiled, previous);
  if (seen.asOf < snapshot.asOf) return seen;
  throw new PlanError([
    issueAt(["asOf"], previous.asOf, {
      code: "snapshot.order",
      expected: `a day before ${snapshot.snapshot.asOf} for the earlier snapshot`,
      advice: "hand in the earlier of the two as previous",
    }),
  ]);
}
