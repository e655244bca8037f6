import type { DateRange } from "../calendar/date-range.js";
import { formatDay } from "../calendar/day.js";
import {
  add,
  divide,
  isZero,
  larger,
  multiply,
  ratio,
  subtract,
  sum,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import type { GoalMonth } from "../plan/every.js";
import { goalMonths } from "../plan/every.js";
import { startsFromBase } from "../plan/metric-facts.js";
import type { GoalPlan } from "../plan/plan.js";
import { compileBase, type BridgePart, type CompiledBase } from "./base-movement.js";
import { compileBridge, plannedWins, type Bridge } from "./bridge.js";
import type { CompiledDeal } from "./deal.js";
import { baseAfter } from "./running-base.js";

/** What the goal of one month asks for, where it holds for each. */
export interface MonthGoal extends GoalMonth {
  /** The plan of that month alone, with the base as earlier months leave it. */
  readonly plan: GoalPlan;
  readonly base: CompiledBase;
  readonly bridge: Bridge;
  /** The wins to go for, whole; 0 where no number of wins is enough. */
  readonly wins: Whole;
}

/** The goals of the months, where the goal holds for each: the base runs on from goals that are met exactly. */
export function compileMonthGoals(plan: GoalPlan, deal: CompiledDeal): readonly MonthGoal[] {
  let { base: standing } = plan;
  return goalMonths(plan).map((month): MonthGoal => {
    const alone = monthAlone(plan, month, standing);
    const base = compileBase(alone);
    const bridge = compileBridge(alone, deal, base, undefined);
    standing = baseAfter(alone, base, bridge);
    return { ...month, plan: alone, base, bridge, wins: plannedWins(bridge) ?? 0 };
  });
}

function monthAlone(plan: GoalPlan, { first, last }: DateRange, base: GoalPlan["base"]): GoalPlan {
  const period = { start: formatDay(first), end: formatDay(last) };
  return { ...plan, goal: { ...plan.goal, every: undefined, period }, base };
}

/** What the base does in all months together. */
export function baseOfMonths(whole: CompiledBase, months: readonly MonthGoal[]): CompiledBase {
  const churns = months.flatMap(({ base }) => base.churn ?? []);
  const counted = churns.flatMap(({ customers }) => customers ?? []);
  return {
    ...whole,
    churn: whole.churn && {
      ...whole.churn,
      loss: sum(churns.map(({ loss }) => loss)),
      customers: whole.churn.customers && sum(counted),
    },
    parts: partsOfMonths(months),
  };
}

/** The base itself counts once, as it is on the first day. */
function partsOfMonths(months: readonly MonthGoal[]): readonly BridgePart[] {
  const items = new Map<BridgePart["item"], Ratio>();
  months.forEach(({ base: { parts } }, month) => {
    for (const { item, amount } of parts)
      if (item !== "base" || month === 0) items.set(item, add(items.get(item) ?? ZERO, amount));
  });
  return [...items].map(([item, amount]) => ({ item, amount }));
}

/** The bridge of all months together: amounts add up, but for a size that each month ends with. */
export function bridgeOfMonths(whole: Bridge, plan: GoalPlan, months: readonly MonthGoal[]): Bridge {
  const times = startsFromBase(plan.goal.metric) ? 1 : months.length;
  return {
    ...whole,
    goal: multiply(whole.goal, ratio(times)),
    months: months.map(({ bridge }) => bridge),
  };
}

/** The share of each month in the wins of new work, and so in what must enter each stage; alike where nothing need be won. */
export function monthShares(
  months: readonly { readonly wins: Whole; readonly openWins: Ratio }[],
): readonly Ratio[] {
  const needs = months.map(({ wins, openWins }) => larger(ZERO, subtract({ num: wins, den: 1 }, openWins)));
  const all = sum(needs);
  return needs.map((need) => (isZero(all) ? ratio(1, needs.length) : divide(need, all)));
}
