import { withGoal } from "../../model/with-goal.js";
import { goalAt } from "../../model/chosen-goal.js";
import type { Fix } from "../../words/fixes.js";
import { nearestAt, type NearestGoal, stepsPerUnit } from "../../diagnose/nearest-goal.js";
import { findFixes } from "../../diagnose/fixes.js";
import { buildFix, type FixSearch } from "../../diagnose/fix-search.js";
import { keptBy } from "../../model/kept-parts.js";
import type { ChanceReason, Reason } from "../../words/reasons.js";
import { canBeReached, said } from "../../diagnose/reasons.js";
import { greatestStep } from "../../diagnose/step-search.js";
import { exactWins } from "../../model/bridge.js";
import { ceiling, floor } from "../../number/ceiling.js";
import { encodeExact } from "../../number/exact-string.js";
import { add, divide, larger, multiply, ratio, subtract, ZERO } from "../../number/ratio.js";
import { withChange, type Change } from "../../plan/change.js";
import { compilePlan, type CompiledPlan } from "../../model/compile.js";
import { volumesOf, type Volumes } from "../../schedule/volumes.js";
import { readChanceInputs, workOf } from "./chance-inputs.js";
import { winsUsedUp } from "./margin.js";
import { chanceOf, planWork, MOST_ASKED, type PlannedWork } from "./goal-chance.js";

/** All that can be done as things stand, and how sure the goal as asked is with it; null where not even nothing can be. */
interface Doable {
  readonly volumes: Volumes;
  readonly chance: number;
}

/** Expected wins are tried in hundredths; under `cascade` they are whole. */
const STEPS = 100;

/** How much can be done of what a chance takes, and how sure is the goal then? Null where not even nothing can be done, and where the chance is not told. */
export function mostDoable(compiled: CompiledPlan, planned: Volumes): Doable | null {
  const steps = compiled.plan.rounding === "cascade" ? 1 : STEPS;
  const at = (step: number): Volumes => volumesOf(compiled, ratio(step, steps));
  const wanted = add(
    larger(ZERO, exactWins(compiled.bridge) ?? ZERO),
    add(planned.newWins, compiled.pipelineWins.wins),
  );
  const most = greatestStep(Number(ceiling(multiply(wanted, ratio(steps)))), (step) =>
    canBeReached(compiled, at(step)),
  );
  if (most === undefined) return null;
  const open = compiled.pipelineWins.wins;
  const newWins = larger(ZERO, subtract(ratio(most, steps), open));
  const volumes = steps === 1 ? at(most) : volumesOf(compiled, add(winsUsedUp(compiled, newWins), open));
  const chance = chanceOf(compiled, volumes, MOST_ASKED, 1e-6)?.of(volumes).chance;
  return chance === undefined ? null : { volumes, chance };
}

/** The greatest amount that has the chance asked for with all that can be done; null where not even 0 has. */
function nearestWithChance(
  compiled: CompiledPlan,
  { volumes, chance }: Doable,
  asked: number,
): NearestGoal | null {
  const steps = stepsPerUnit(compiled);
  const goal = (step: number): CompiledPlan => withGoal(compiled, ratio(step, steps));
  const high = Number(floor(multiply(compiled.bridge.goal, ratio(steps))));
  const reaches = (step: number): boolean => {
    const reached = chanceOf(goal(step), volumes, MOST_ASKED, 1e-6)?.of(volumes, asked);
    return reached !== undefined && reached.chance - reached.error >= asked;
  };
  const step = greatestStep(high, reaches);
  if (step === undefined) return null;
  if (compiled.goals.length > 0)
    return { ...nearestAt(compiled, divide(ratio(step, steps), compiled.bridge.goal)), chance };
  const exact = exactWins(goal(step).bridge) ?? ZERO;
  return { amount: encodeExact(ratio(step, steps)), wins: Number(ceiling(larger(ZERO, exact))), chance };
}

/** Would the plan be met, with the chance it asks for, once this change is made? */
function worksWithChance(compiled: CompiledPlan, change: Change): boolean {
  const changed = changedBy(compiled, change);
  const planned = planWork(changed);
  if (planned === undefined || planned.margin === null) return false;
  return canBeReached(changed, planned.volumes);
}

function changedBy(compiled: CompiledPlan, change: Change): CompiledPlan {
  const { written, minOnTimeShare } = compiled;
  return compilePlan(withChange(written, change), minOnTimeShare, keptBy(compiled, change.path));
}

/** The ways out that only a chance has: to settle for less of it, or to know the rates better. */
function chanceFixes(search: FixSearch, doable: Doable | null, planned: Volumes): Fix[] {
  return [...settleFor(search, doable), ...moreHistory(search, planned)];
}

function settleFor(search: FixSearch, doable: Doable | null): Fix[] {
  const least = Math.floor((doable?.chance ?? 0) * 100);
  if (search.compiled.plan.goal.chance === undefined || least < 1) return [];
  const path = goalAt(search.compiled, "chance");
  // The greatest amount of work was found in steps: the percent below it may be the one that holds.
  const percent = [least, least - 1].find((each) => each > 0 && search.tries({ path, to: `${each}%` }));
  if (percent === undefined) return [];
  return [buildFix(search, path, `${percent}%`, { code: "lower-chance" })];
}

/** How many times as much might have been seen; beyond that a rate is known. */
const MORE = [2, 3, 5, 10, 30, 100];

/** Of each rate that is a sample: the least multiple of it that would do, if the same share went on. */
function moreHistory(search: FixSearch, planned: Volumes): Fix[] {
  const now = unitsOfWork(search.compiled, planned);
  return search.compiled.flow.flatMap(({ name, rated }): Fix[] => {
    const { written: rate, path } = rated;
    if (!rated.own || typeof rate !== "object" || "low" in rate || !("of" in rate)) return [];
    const [won, of] = [Number(rate.won), Number(rate.of)];
    const samples = MORE.map((times) => ({ won: times * won, of: times * of }));
    const to = samples.find(
      (sample) =>
        Number.isSafeInteger(sample.won) &&
        Number.isSafeInteger(sample.of) &&
        search.tries({ path, to: sample }),
    );
    const then = to && planWork(changedBy(search.compiled, { path, to }));
    if (then === undefined) return [];
    const saved = now - unitsOfWork(search.compiled, then.volumes);
    return [buildFix(search, path, to, { code: "larger-sample", stage: name, saved })];
  });
}

/** All new work, as it is printed. */
function unitsOfWork(compiled: CompiledPlan, volumes: Volumes): number {
  const inputs = readChanceInputs(compiled);
  return workOf(compiled, inputs, volumes)
    .flat()
    .reduce((all, count) => all + count, 0);
}

/** The reason where no amount of work reaches the chance, though nothing else is in the way. */
export function chanceReasons(
  compiled: CompiledPlan,
  { volumes, margin, chance }: PlannedWork,
): ChanceReason[] {
  const asked = chance?.asked ?? null;
  if (asked === null || margin !== null || !canBeReached(compiled, volumes)) return [];
  const reached = chance?.reached ?? null;
  return [said(compiled.plan, { code: "chance", path: goalAt(compiled, "chance"), asked, reached })];
}

/** With a chance that is asked for: the nearest goal that has it, and what would give it. */
export function sureWays(
  compiled: CompiledPlan,
  reasons: readonly Reason[],
  { volumes, chance }: PlannedWork,
  wanted: boolean,
): { readonly nearest: NearestGoal | null; readonly fixes: readonly Fix[] } {
  const doable = mostDoable(compiled, volumes);
  const nearest = doable === null ? null : nearestWithChance(compiled, doable, chance?.asked ?? 0);
  if (!wanted) return { nearest, fixes: [] };
  const tries = (change: Change): boolean => worksWithChance(compiled, change);
  const fixes = findFixes(compiled, reasons, nearest, tries);
  return {
    nearest,
    fixes: [...fixes.slice(0, 1), ...chanceFixes({ compiled, tries }, doable, volumes), ...fixes.slice(1)],
  };
}
