import { chanceAhead } from "../forecast/chance/chance-ahead.js";
import { decidedUnits, NONE_DECIDED } from "../forecast/chance/decided.js";
import type { ForecastChance } from "../forecast/answer.js";
import { lookAhead, type Outlook } from "../forecast/outlook.js";
import type { CompiledPace } from "../forecast/pace.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import { compilePlan, type DatedPlan } from "../model/compile.js";
import { nearestNumber } from "../number/nearest-number.js";
import { subtract } from "../number/ratio.js";
import { parseRate } from "../plan/rate.js";
import type { Volumes } from "../schedule/volumes.js";
import { planWork } from "../solve/chance/goal-chance.js";
import { mostDoable } from "../solve/chance/ways-out.js";
import { saidNoChance } from "../words/no-chance.js";
import type { TrackChance } from "../words/progress.js";
import { outcomeSoFar } from "./observed.js";
import { restOfPlan } from "./rest-of-plan.js";

/**
 * What is ahead at a pace, up to the period's end; from the day after the snapshot where that is later. With `volumes` given,
 * work goes on as they ask, whatever the plan would.
 */
export function outlookAt(
  compiled: DatedPlan,
  snapshot: CompiledSnapshot,
  pace: CompiledPace,
  volumes?: Volumes,
): Outlook {
  const horizon = Math.max(snapshot.asOf + 1, compiled.period.last);
  return lookAhead({ compiled, snapshot, pace, givenPace: "targets", horizon }, volumes);
}

/** How much of all cases a range holds; track tells no range. */
const LEVEL = 0.8;

/**
 * How sure is the goal, if work goes on as in an outlook?
 *
 * Rates that are known from samples are known better by the units that the snapshot says were decided, unless the samples
 * were taken through a day on or after the plan's first day of work: then some of these units may be in them already.
 */
export function chanceOf(
  outlook: Outlook,
  ratesAsOf: number | undefined,
): Pick<ForecastChance, "asked" | "atEnd" | "reason"> {
  const { compiled, snapshot } = outlook;
  if (isSilent(outlook)) {
    const { chance } = compiled.plan.goal;
    const asked = chance === undefined ? null : nearestNumber(parseRate(chance));
    return { asked, atEnd: null, reason: saidNoChance({ code: "nothing-seen" }) };
  }
  const { amount, computed } = outcomeSoFar(compiled, snapshot);
  const began = Math.min(compiled.workFrom ?? compiled.period.first, compiled.period.first);
  const isNews = ratesAsOf === undefined || ratesAsOf < began;
  const decided = isNews ? decidedUnits(compiled, snapshot) : NONE_DECIDED;
  return chanceAhead(outlook, { level: LEVEL, measured: subtract(amount, computed), byWeek: false, decided });
}

/** Whether work has begun, and the snapshot says neither what was started nor what was won or is open. */
function isSilent({ compiled: { workFrom, period }, snapshot }: Outlook): boolean {
  const { won, measured, entered, asOf } = snapshot;
  const isSaid = won !== undefined || measured !== undefined || snapshot.snapshot.pipeline !== undefined;
  return asOf >= (workFrom ?? period.first) && !isSaid && entered.size === 0;
}

/** The outlooks of which chances are told. */
interface ChanceInput {
  readonly asPlanned: Outlook;
  /** Undefined where the pace so far is not known. */
  readonly paceSoFar: Outlook | undefined;
  /** From an earlier snapshot on; undefined where none was handed in. */
  readonly previous: Outlook | undefined;
  readonly ratesAsOf: number | undefined;
}

/** The chances with the rest done as planned, at the pace so far, and as it was at an earlier snapshot. */
export function trackChance({ asPlanned, paceSoFar, previous, ratesAsOf }: ChanceInput): TrackChance {
  const planned = chanceOf(asPlanned, ratesAsOf);
  const atEnd = (outlook: Outlook | undefined): number | null =>
    outlook === undefined ? null : (chanceOf(outlook, ratesAsOf).atEnd?.chance ?? null);
  return {
    asked: planned.asked,
    asPlanned: planned.atEnd?.chance ?? null,
    paceSoFar: atEnd(paceSoFar),
    previous:
      previous === undefined ? null : { asOf: previous.snapshot.snapshot.asOf, asPlanned: atEnd(previous) },
    best: null,
    error: planned.atEnd?.error ?? null,
    reason: planned.reason,
  };
}

/**
 * How sure is the goal with all that teams, lists and days allow from now on?
 *
 * @returns null where that cannot be told
 */
export function bestChance(compiled: DatedPlan, seen: CompiledSnapshot): number | null {
  const rest = compilePlan(restOfPlan(compiled, seen).plan, compiled.minOnTimeShare);
  const planned = planWork(rest);
  // Where no number of wins meets the goal, nothing can be done for it.
  if (planned === undefined) return 0;
  return mostDoable(rest, planned.volumes)?.chance ?? null;
}
