import type { Fix, NearestGoal } from "../../diagnose/fix.js";
import { keptBy } from "../../diagnose/fixes.js";
import { stepsPerUnit } from "../../diagnose/nearest-goal.js";
import type { ChanceReason } from "../../diagnose/reason.js";
import { canBeReached } from "../../diagnose/reasons.js";
import { greatestStep } from "../../diagnose/step-search.js";
import { exactWins } from "../../model/bridge.js";
import { showRate } from "../../model/display.js";
import { ceiling, floor } from "../../number/ceiling.js";
import { encodeExact } from "../../number/exact-string.js";
import { add, larger, multiply, ratio, ZERO } from "../../number/ratio.js";
import { withChange, type Change } from "../../plan/change.js";
import { parseRate } from "../../plan/rate.js";
import { prepare, type Prepared } from "../../schedule/prepared.js";
import { volumesOf, type Volumes } from "../../schedule/volumes.js";
import { chanceOf, planWork, MOST_ASKED } from "./goal-chance.js";

/** All that can be done as things stand, and how sure the goal as asked is with it; null where not even nothing can be. */
export interface Doable {
  readonly volumes: Volumes;
  readonly chance: number;
}

/** Expected wins are tried in hundredths; under `cascade` they are whole. */
const STEPS = 100;

/** How much can be done of what a chance takes? */
export function mostDoable(prepared: Prepared, planned: Volumes): Doable | null {
  const steps = prepared.plan.rounding === "cascade" ? 1 : STEPS;
  const at = (step: number): Volumes => volumesOf(prepared, ratio(step, steps));
  const wanted = add(
    larger(ZERO, exactWins(prepared.bridge) ?? ZERO),
    add(planned.newWins, prepared.pipelineWins.wins),
  );
  const most = greatestStep(Number(ceiling(multiply(wanted, ratio(steps)))), (step) =>
    canBeReached(prepared, at(step)),
  );
  if (most === undefined) return null;
  const volumes = at(most);
  const chance = chanceOf(prepared, volumes, MOST_ASKED, 1e-6)?.of(volumes).chance;
  return chance === undefined ? null : { volumes, chance };
}

/** The greatest amount that has the chance asked for with all that can be done; null where not even 0 has. */
export function nearestWithChance(
  prepared: Prepared,
  { volumes, chance }: Doable,
  asked: number,
): NearestGoal | null {
  const steps = stepsPerUnit(prepared);
  const goal = (step: number): Prepared => ({
    ...prepared,
    bridge: { ...prepared.bridge, goal: ratio(step, steps) },
  });
  const high = Number(floor(multiply(prepared.bridge.goal, ratio(steps))));
  const reaches = (step: number): boolean => {
    const reached = chanceOf(goal(step), volumes, MOST_ASKED, 1e-6)?.of(volumes, asked);
    return reached !== undefined && reached.chance - reached.error >= asked;
  };
  const step = greatestStep(high, reaches);
  if (step === undefined) return null;
  const exact = exactWins(goal(step).bridge) ?? ZERO;
  return { amount: encodeExact(ratio(step, steps)), wins: Number(ceiling(larger(ZERO, exact))), chance };
}

/** Would the plan be met, with the chance it asks for, once this change is made? */
export function worksWithChance(prepared: Prepared, change: Change): boolean {
  const changed = prepare(
    withChange(prepared.plan, change),
    prepared.minOnTimeShare,
    keptBy(prepared, change),
  );
  const planned = planWork(changed);
  if (planned === undefined || planned.margin === null) return false;
  return canBeReached(changed, planned.volumes);
}

/** The ways out that only a chance has: to settle for less of it, or to know the rates better. */
export function chanceFixes(
  prepared: Prepared,
  doable: Doable | null,
  tries: (change: Change) => boolean,
): Fix[] {
  return [...settleFor(prepared, doable, tries), ...moreHistory(prepared, tries)];
}

function settleFor({ plan }: Prepared, doable: Doable | null, tries: (change: Change) => boolean): Fix[] {
  const from = plan.goal.chance;
  const least = Math.floor((doable?.chance ?? 0) * 100);
  if (from === undefined || least < 1) return [];
  const path = ["goal", "chance"];
  // The greatest amount of work was found in steps: the percent below it may be the one that holds.
  const percent = [least, least - 1].find((each) => each > 0 && tries({ path, to: `${each}%` }));
  if (percent === undefined) return [];
  const text = `Settle for a chance of ${percent}% instead of ${showRate(parseRate(from))}.`;
  return [{ path, from, to: `${percent}%`, text }];
}

/** Ten times the sample. */
const MORE = 10;

function moreHistory(prepared: Prepared, tries: (change: Change) => boolean): Fix[] {
  return prepared.flow.flatMap(({ name, path: at, written }): Fix[] => {
    const { rate } = written;
    if (typeof rate !== "object" || "low" in rate || !("of" in rate)) return [];
    const [won, of] = [Number(rate.won) * MORE, Number(rate.of) * MORE];
    const path = [...at, "rate"];
    if (!Number.isSafeInteger(won) || !Number.isSafeInteger(of) || !tries({ path, to: { won, of } }))
      return [];
    const text = `Know the rate of "${name}" better: seen in ${of} units instead of ${String(rate.of)}, it would take less of a margin.`;
    return [{ path, from: rate, to: { won, of }, text }];
  });
}

/** The reason where no amount of work reaches the chance, though nothing else is in the way. */
export function chanceReason(asked: number, reached: number | null): ChanceReason {
  const percent = (chance: number): string => showRate(ratio(Math.round(chance * 1e4), 1e4));
  const now = reached === null ? "" : `; the plan's own work has ${percent(reached)}`;
  const text = `No amount of new work makes the goal ${percent(asked)} sure${now}.`;
  return { code: "chance", path: ["goal", "chance"], text };
}
