import { decidingGoal, type DecidingGoal } from "../solve/chance/deciding-goal.js";
import type { CompiledPlan, CompiledStage } from "../model/compile.js";
import { valueOn } from "../model/mover.js";
import { at } from "../number/invariant.js";
import { floor } from "../number/ceiling.js";
import { add, isPositive, multiply, ONE, ratio, type Ratio } from "../number/ratio.js";
import { computeEffort } from "../schedule/effort.js";
import type { Volumes } from "../schedule/volumes.js";
import { readAmountInputs, type AmountInputs } from "../solve/chance/amount-inputs.js";
import { readChanceInputs } from "../solve/chance/chance-inputs.js";
import { planChance } from "../solve/chance/plan-chance.js";
import { whyUntold } from "../solve/chance/why-untold.js";
import type { NoChanceData } from "../words/no-chance.js";
import { paidForWork } from "./profit-of-work.js";
import { winsOfWork, type StartedWork } from "./wins-of-work.js";

/** Whole units that are started at a stage: on these days, or in a period without days all of them. */
export interface WholeWork {
  readonly stage: number;
  readonly units: readonly { readonly day: number | null; readonly count: number }[];
}

/** More wins than these are not worked out. */
const MOST_WINS = { byLuck: 500, uncertain: 500 };
/** Rules of places must agree to this. */
const TOLERANCE = 1e-4;

/** The plan's own work in whole units, as its answer prints it. */
export function printedWork({ flow, period }: CompiledPlan, { stages }: Volumes): readonly WholeWork[] {
  return flow
    .filter(({ isSource, inUnitsChannel }) => isSource && !inUnitsChannel)
    .map(({ index, window }): WholeWork => {
      const { total, counts } = computeEffort(at(stages, index), window);
      if (period.kind === "undated") return { stage: index, units: [{ day: null, count: Number(total) }] };
      return { stage: index, units: counts.map((count, day) => ({ day: at(window.days, day), count })) };
    });
}

/** Work that is given as amounts over days: as many whole units as there are by each day. */
export function wholeOf(works: readonly StartedWork[]): readonly WholeWork[] {
  return works.map(({ stage, amount, days, weights }): WholeWork => {
    if (days.length === 0) return { stage, units: [{ day: null, count: Number(floor(amount)) }] };
    const reach = weights.reduce<bigint>((all, weight) => all + BigInt(weight), 0n);
    let [passed, before] = [0n, 0];
    const units = days.map((day, index) => {
      passed += BigInt(at(weights, index));
      const by = reach === 0n ? 0 : Number(floor(multiply(amount, ratio(passed, reach))));
      const count = by - before;
      before = by;
      return { day, count };
    });
    return { stage, units };
  });
}

/**
 * How likely is the goal with this work, whatever the plan asks for?
 *
 * Beside it come what is open and what channels with fixed units bring. Only whole units count.
 *
 * @returns from 0 to 1; null where it takes more wins than 500, and where no chance of such a goal is told
 */
export function heldChance(compiled: CompiledPlan, works: readonly WholeWork[]): number | null {
  const told = heldChanceOrWhy(compiled, works);
  return typeof told === "number" ? told : null;
}

/** The same, and why where none is told. */
export function heldChanceOrWhy(compiled: CompiledPlan, works: readonly WholeWork[]): number | NoChanceData {
  const untold = whyUntold(compiled);
  if (untold !== undefined) return untold;
  // Of the sum of all months it would be another chance.
  if (compiled.months.length > 0) return { code: "months-held" };
  const decides = decidingGoal(compiled);
  if (decides === undefined) return { code: "goals-apart" };
  return chanceOfGoal(decides, works) ?? { code: "too-many-wins-held", most: MOST_WINS.byLuck };
}

function chanceOfGoal({ goal: compiled, atLeast }: DecidingGoal, works: readonly WholeWork[]): number | null {
  const amount = amountGiven(compiled, works);
  if (!isPositive(amount.worth)) return isPositive(amount.amount) ? 0 : 1;
  const written = readChanceInputs(compiled);
  const groups = written.stages.map(({ index }) => landingGroups(compiled, at(compiled.flow, index), works));
  const inputs = {
    ...written,
    stages: written.stages.map((stage, place) => ({
      ...stage,
      landing: at(groups, place).map(({ landing }) => landing),
    })),
  };
  const work = groups.map((list) => list.map(({ count }) => count));
  const chance = planChance(compiled, {
    inputs,
    amount,
    work,
    mostWins: MOST_WINS,
    tolerance: TOLERANCE,
    atLeast,
  });
  return chance === undefined ? null : chance.meter.sure(work).chance;
}

/** What wins must bring; of a profit, what this very work costs is paid. */
function amountGiven(compiled: CompiledPlan, works: readonly WholeWork[]): AmountInputs {
  const amount = readAmountInputs(compiled);
  if (compiled.plan.goal.metric !== "profit") return amount;
  const started = works.map(({ stage, units }) => ({
    stage,
    amount: ratio(units.reduce((total, { count }) => total + count, 0)),
  }));
  const days = compiled.workDays.map(() => 1);
  const level = started.map((work) => ({ ...work, days: compiled.workDays, weights: days }));
  const paid = paidForWork(compiled, started, winsOfWork(compiled, level));
  return { ...amount, amount: add(compiled.bridge.goal, paid) };
}

interface LandingGroup {
  readonly landing: Ratio;
  count: number;
}

/** Units of a stage by the share of them that lands. */
function landingGroups(
  { time }: CompiledPlan,
  { index, landing }: CompiledStage,
  works: readonly WholeWork[],
): readonly LandingGroup[] {
  const groups = new Map<string, LandingGroup>();
  for (const { stage, units } of works) {
    if (stage !== index) continue;
    for (const { day, count } of units) {
      const lands = time === undefined || landing === undefined || day === null;
      const share = lands ? ONE : ratio(valueOn(landing, time.mover.axis, day), landing.scale);
      const key = `${String(share.num)}/${String(share.den)}`;
      const group = groups.get(key) ?? { landing: share, count: 0 };
      group.count += count;
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}
