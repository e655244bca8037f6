import { ceiling, floor } from "../number/ceiling.js";
import {
  add,
  divide,
  isPositive,
  isZero,
  multiply,
  ONE,
  subtract,
  sum,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import { parseGoalAmount, type AmountOrigin } from "../plan/goal-amount.js";
import type { GoalPlan } from "../plan/plan.js";
import { parseProportion } from "../plan/rate.js";
import { sumOfParts, type BridgePart, type CompiledBase } from "./base-movement.js";
import type { CompiledDeal } from "./deal.js";
import type { LevelCosts } from "./level-costs.js";

/**
 * The bridge between the goal's amount and the number of wins, ready to be crossed both ways:
 * wins × worth × keep − parts = amount.
 */
export interface Bridge {
  readonly goal: Ratio;
  /** How the goal came about, where it is written as a change; undefined where it is a number. */
  readonly origin: AmountOrigin | undefined;
  /** What one win adds to the metric; of a profit less what it costs, so that it may be below 0. */
  readonly worth: Ratio;
  /** The share of the period's wins that is not lost again by its end. */
  readonly keep: Ratio;
  /** What the base adds to (above 0) or takes off (below 0) what must be won. */
  readonly parts: readonly BridgePart[];
  /** The margin on wins. */
  readonly buffer: Ratio;
  /** What one more win costs, where the metric takes that off; 0 under all others. */
  readonly perWin: Ratio;
  /** The bridge of each month, where the goal holds for each of them; empty otherwise. */
  readonly months: readonly Bridge[];
}

/** Reads the bridge out of a validated plan, its deal and its base. */
export function compileBridge(
  plan: GoalPlan,
  { worth }: CompiledDeal,
  { parts, churn, churnFigures }: CompiledBase,
  paid: ProfitCosts | undefined,
): Bridge {
  const lost = churn === undefined ? undefined : churnFigures.newCustomers;
  const { amount, origin } = parseGoalAmount(plan.goal.amount);
  return {
    goal: amount,
    origin,
    worth: paid === undefined ? worth : subtract(worth, paid.perWin),
    keep: lost === undefined ? ONE : subtract(ONE, lost),
    // Without an amount nothing need be won, whatever the base does.
    parts: plan.goal.amount === undefined ? [] : [...parts, ...(paid === undefined ? [] : costParts(paid))],
    buffer: plan.buffer === undefined ? ZERO : parseProportion(plan.buffer),
    perWin: paid?.perWin ?? ZERO,
    months: [],
  };
}

/** What a profit must pay for: what is paid whatever is won, and what the level work costs. */
export interface ProfitCosts extends LevelCosts {
  /** Fixed costs, habits and tasks, and the hours of who is paid for being there. */
  readonly fixed: Ratio;
}

function costParts({ fixed, given }: ProfitCosts): BridgePart[] {
  const parts: BridgePart[] = [
    { item: "fixed costs", amount: fixed },
    { item: "given work", amount: given },
  ];
  return parts.filter(({ amount }) => !isZero(amount));
}

/**
 * What the work for the planned wins brings once it is done: its costs are paid, whatever is then won. The same bridge where
 * the metric takes off no costs.
 */
export function paidBridge(bridge: Bridge): Bridge {
  const { perWin } = bridge;
  if (isZero(perWin)) return bridge;
  const wins: Ratio = { num: plannedWins(bridge) ?? 0, den: 1 };
  const cost: BridgePart = { item: "given work", amount: multiply(wins, perWin) };
  return { ...bridge, worth: add(bridge.worth, perWin), parts: [...bridge.parts, cost], perWin: ZERO };
}

/** What wins must add to the metric: the goal and all that stands beside it. At or below 0 nothing must be won. */
export function amountToWin({ goal, parts, months }: Bridge): Ratio {
  return months.length > 0 ? sum(months.map(amountToWin)) : add(goal, sumOfParts(parts));
}

/** The exact number of wins that meets the goal, not clipped at 0; undefined when no number of wins does. */
export function exactWins(bridge: Bridge): Ratio | undefined {
  if (bridge.months.length > 0) return total(bridge.months.map(exactWins));
  const amount = amountToWin(bridge);
  const each = multiply(bridge.worth, bridge.keep);
  if (isPositive(each)) return divide(amount, each);
  return isPositive(amount) ? undefined : ZERO;
}

/** The wins to go for, whole; undefined when no number of wins meets the goal. */
export function plannedWins(bridge: Bridge): Whole | undefined {
  if (bridge.months.length > 0) {
    const each = bridge.months.map(plannedWins);
    return total(each.map((wins) => (wins === undefined ? undefined : { num: wins, den: 1 })))?.num;
  }
  const exact = exactWins(bridge);
  return exact === undefined ? undefined : wholeWins(bridge, exact);
}

/** All of them added up; undefined where one is not known. */
function total(list: readonly (Ratio | undefined)[]): Ratio | undefined {
  const known = list.filter((each) => each !== undefined);
  return known.length < list.length ? undefined : sum(known);
}

/** The whole number of wins to go for, W: what is needed, not below 0, with the buffer, rounded up. */
export function wholeWins(bridge: Bridge, exact: Ratio): Whole {
  return isPositive(exact) ? ceiling(multiply(exact, add(ONE, bridge.buffer))) : 0;
}

/** The amount of the metric that so many wins bring about. */
export function amountOfWins(bridge: Bridge, wins: Ratio): Ratio {
  return subtract(multiply(wins, multiply(bridge.worth, bridge.keep)), sumOfParts(bridge.parts));
}

/** The greatest amount, in whole steps of 1 ÷ `stepsPerUnit`, for which so many wins are enough, buffer included. */
export function greatestAmount(bridge: Bridge, wins: Whole, stepsPerUnit: number): Ratio {
  const free = divide({ num: wins, den: 1 }, add(ONE, bridge.buffer));
  const amount = amountOfWins(bridge, free);
  const steps: Ratio = { num: stepsPerUnit, den: 1 };
  return divide({ num: floor(multiply(amount, steps)), den: 1 }, steps);
}
