import { must } from "../number/invariant.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { floor } from "../number/ceiling.js";
import {
  add,
  compare,
  divide,
  isNegative,
  isZero,
  larger,
  multiply,
  ONE,
  ratio,
  smaller,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { amountOfWins, greatestAmount } from "../model/bridge.js";
import { lesser } from "../number/whole.js";
import type { CompiledPlan } from "../model/compile.js";
import { monthsOfWins } from "../model/earned-worth.js";
import { amountWritten, withGoal, withGoals } from "../model/with-goal.js";
import { moreFromPipeline } from "../model/needs-most.js";
import { minorUnitPlaces } from "../plan/currency.js";
import type { Metric } from "../plan/metric.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";

import { canBeReached } from "./reasons.js";
import { greatestStep } from "./step-search.js";
import { profitOf, winsToGoFor } from "../schedule/planned-wins.js";
import { computeVolumes, type Volumes } from "../schedule/volumes.js";

/** The greatest goal that can be reached as things stand. */
export interface NearestGoal {
  /** The amount that can be reached, in the metric's unit. */
  readonly amount: ExactString;
  /** The wins that it takes. */
  readonly wins: number;
  /** With `goal.chance`: the chance of the goal as it is asked for, with all that can be done. */
  readonly chance?: number;
  /** Only of several goals: the share of each that can be reached, the same for all of them. */
  readonly share?: ExactString;
  /** Only of several goals: what can be reached of each, in the order of the plan. */
  readonly goals?: readonly NearestOfGoals[];
}

/** What can be reached of one of several goals. */
export interface NearestOfGoals {
  /** What is counted. */
  readonly metric: Metric;
  /** The share of it, floored to the metric's smallest unit. */
  readonly amount: ExactString;
}

/**
 * The greatest goal that the plan can reach as it stands, floored to the currency's smallest unit (0.01 without a
 * currency, whole customers under customer metrics); null when not even 0 can be reached. `reached` judges the volumes of so many wins.
 */
export function findNearestGoal(
  compiled: CompiledPlan,
  wins: number,
  reached: (volumes: Volumes) => boolean = (volumes) => canBeReached(compiled, volumes),
): NearestGoal | null {
  if (compiled.months.length > 0) return nearestEachMonth(compiled);
  const most = greatestStep(wins, (count) => reached(computeVolumes(compiled, count)));
  if (most === undefined) return null;
  if (compiled.goals.length > 0) return nearestOfGoals(compiled, most);
  const amount = amountWith(compiled, most);
  if (isNegative(amount)) return null;
  const needed = must(winsToGoFor(withGoal(compiled, amount)), "the wins for a goal that is reached");
  return { amount: encodeExact(amount), wins: Number(needed) };
}

/** Of several goals the greatest share of all that so many wins are enough for; null where one asks for more than nothing of them. */
function nearestOfGoals(compiled: CompiledPlan, most: number): NearestGoal | null {
  const shares = compiled.goals.map((each): Ratio | undefined => {
    const { bridge } = each;
    const wins = floor(add(ratio(most), moreFromPipeline(each, compiled)));
    const amount = amountOfWins(bridge, divide({ num: wins, den: 1 }, add(ONE, bridge.buffer)));
    if (isZero(bridge.goal)) return isNegative(amount) ? undefined : ONE;
    const share = divide(amount, bridge.goal);
    return isNegative(share) ? undefined : share;
  });
  const known = shares.filter((share) => share !== undefined);
  if (known.length < shares.length) return null;
  return nearestAt(compiled, known.reduce(smaller, ONE));
}

/** What a share of several goals comes to, each floored to its smallest unit. */
export function nearestAt(compiled: CompiledPlan, share: Ratio): NearestGoal {
  const amountOf = (each: CompiledPlan): Ratio => {
    const steps = stepsPerUnit(each);
    return ratio(floor(multiply(multiply(each.bridge.goal, share), ratio(steps))), steps);
  };
  const wins = must(winsToGoFor(withGoals(compiled, amountOf)), "the wins for goals that are reached");
  return {
    ...{ amount: encodeExact(amountOf(compiled)), wins: Number(wins), share: encodeExact(share) },
    goals: compiled.goals.map((each) => ({
      metric: each.plan.goal.metric,
      amount: encodeExact(amountOf(each)),
    })),
  };
}

/** Where the goal holds for each month: the greatest amount that each of them can reach. */
function nearestEachMonth(compiled: CompiledPlan): NearestGoal | null {
  const steps = stepsPerUnit(compiled);
  const amount = amountWritten(compiled);
  const withStep = (step: number): CompiledPlan => withGoal(compiled, ratio(step, steps));
  const written = floor(multiply(amount, ratio(steps)));
  // Of more steps than these no goal below is told apart.
  const most = greatestStep(Number(lesser(written, Number.MAX_SAFE_INTEGER)), (step) => {
    const changed = withStep(step);
    const wins = winsToGoFor(changed);
    return wins !== undefined && canBeReached(changed, computeVolumes(changed, wins));
  });
  if (most === undefined) return null;
  return { amount: encodeExact(ratio(most, steps)), wins: Number(winsToGoFor(withStep(most)) ?? 0) };
}

/** The greatest amount for which so many wins are enough; of a profit with all units of work rounded up. */
function amountWith(compiled: CompiledPlan, most: number): Ratio {
  const steps = stepsPerUnit(compiled);
  if (compiled.earning !== undefined) return amountEarned(compiled, most, steps);
  const level = (wins: number): Ratio => greatestAmount(compiled.bridge, wins, steps);
  if (compiled.plan.goal.metric !== "profit") return level(most);
  const whole = (wins: number): Ratio =>
    smaller(level(wins), ratio(floor(multiply(profitOf(compiled, wins), ratio(steps))), steps));
  let best = whole(most);
  // Rounding may cost one win more than it brings: fewer wins are looked at as long as they could bring more.
  for (let wins = most - 1; wins >= 0 && compare(level(wins), best) > 0; wins -= 1)
    best = larger(best, whole(wins));
  return best;
}

/** The greatest amount that so many wins, less the buffer, pay within the period. */
function amountEarned(compiled: CompiledPlan, most: number, steps: number): Ratio {
  const wins = divide(ratio(most), add(ONE, compiled.bridge.buffer));
  const earned = multiply(compiled.deal.monthly ?? ZERO, monthsOfWins(compiled, wins));
  return ratio(floor(multiply(earned, ratio(steps))), steps);
}

/** How many of the goal's smallest steps make one: 100 cents, 1 customer. */
export function stepsPerUnit({ plan }: Pick<CompiledPlan, "plan">): number {
  if (METRIC_FACTS[plan.goal.metric].kind === "count") return 1;
  return 10 ** minorUnitPlaces(plan.currency);
}
