import { amountToWin, paidBridge } from "../../model/bridge.js";
import { sumOfParts } from "../../model/base-movement.js";
import type { CompiledDeal } from "../../model/deal.js";
import { floor } from "../../number/ceiling.js";
import {
  add,
  compare,
  divide,
  isPositive,
  isZero,
  multiply,
  ONE,
  ratio,
  subtract,
  ZERO,
  type Ratio,
} from "../../number/ratio.js";
import { inMetric } from "../../model/in-metric.js";
import { METRIC_FACTS } from "../../plan/metric-facts.js";
import { isExpected } from "../../plan/loss-count.js";
import type { DealDifference } from "../../plan/deal-value.js";
import type { GoalPlan } from "../../plan/plan.js";
import { parseQuantity } from "../../schema/quantity.js";
import type { CompiledPlan } from "../../model/compile.js";
import type { Volumes } from "../../schedule/volumes.js";
import { computeWholeCosts } from "../../schedule/whole-costs.js";

/** What wins are worth and what must come of them, as exact numbers. */
export interface AmountInputs {
  /** What wins must bring, without what is lost by chance; at or below 0 nothing must be won. */
  readonly amount: Ratio;
  /** What one win brings on average. */
  readonly worth: Ratio;
  /** How wins differ, without what is sold on top; null where each brings the average. */
  readonly differs: DealDifference | null;
  /** What is sold on top of a win: how often, and what it brings. */
  readonly extras: readonly Extra[];
  /** Customers of the base that are lost by chance; null where what is lost is a fixed amount. */
  readonly losses: InputLosses | null;
}

/** Something that some wins bring beside their value. */
interface Extra {
  readonly rate: Ratio;
  readonly worth: Ratio;
}

/** So many customers of whom each is lost with the same chance, or a mean number; and what each takes away. */
export type InputLosses = { readonly each: Ratio } & (
  { readonly of: number; readonly rate: Ratio } | { readonly expected: Ratio }
);

/**
 * Reads what wins are worth and what must come of them out of a plan that was compiled.
 *
 * @param planned the work that is done, which a profit has paid for in whole units; default the level work of the plan
 */
export function readAmountInputs(compiled: CompiledPlan, planned?: Volumes): AmountInputs {
  const { plan, deal } = compiled;
  const bridge = paidBridge(compiled.bridge);
  const churned = bridge.parts.find(({ item }) => item === "churn")?.amount ?? ZERO;
  const losses = lossesOf(compiled, churned);
  const amount =
    planned === undefined || plan.goal.metric !== "profit"
      ? amountToWin(bridge)
      : add(add(bridge.goal, sumOfParts(compiled.base.parts)), wholeCosts(compiled, planned));
  return {
    amount: losses === null ? amount : subtract(amount, churned),
    worth: bridge.worth,
    differs: differenceOf(plan, deal),
    extras: extrasOf(plan, deal),
    losses,
  };
}

function wholeCosts(compiled: CompiledPlan, planned: Volumes): Ratio {
  return computeWholeCosts(compiled, planned).all ?? ZERO;
}

/** Churn by a rate of a known number of customers is chance; a number or an amount that is written is a limit, and fixed. */
function lossesOf(compiled: CompiledPlan, churned: Ratio): InputLosses | null {
  const { plan } = compiled;
  const { churn, base } = plan;
  if (!isPositive(churned) || churn === undefined) return null;
  if (isExpected(churn.customers)) {
    const each = worthOfLoss(compiled);
    return isPositive(each) ? { expected: divide(churned, each), each } : null;
  }
  if (churn.rate === undefined || base?.customers === undefined) return null;
  const of = Number(floor(parseQuantity(base.customers)));
  if (of === 0 || !Number.isSafeInteger(of)) return null;
  const each = worthOfLoss(compiled);
  if (!isPositive(each)) return null;
  const rate = divide(churned, multiply(each, ratio(of)));
  return compare(rate, ONE) < 0 ? { of, rate, each } : null;
}

/** What one customer who leaves takes away, in the metric's unit. */
function worthOfLoss({ plan, base: compiledBase }: CompiledPlan): Ratio {
  const { metric } = plan.goal;
  if (METRIC_FACTS[metric].kind !== "recurring money") return ONE;
  const { base, churn } = plan;
  const customers = parseQuantity(base?.customers ?? 0);
  // A rate of churn is one of the base's money, so that a customer stands for its part of it.
  const monthly =
    churn?.rate === undefined || base?.mrr === undefined || isZero(customers)
      ? (compiledBase.churn?.each.worth ?? ZERO)
      : divide(parseQuantity(base.mrr), customers);
  return inMetric(metric, monthly);
}

/** How many of the metric's units a deal's unit is; undefined where every win counts as one. */
function scaleOf({ goal }: GoalPlan, { average, worth }: CompiledDeal): Ratio | undefined {
  if (METRIC_FACTS[goal.metric].kind === "count" || average === undefined) return undefined;
  return divide(worth, average);
}

function differenceOf(plan: GoalPlan, deal: CompiledDeal): DealDifference | null {
  const { differs } = deal;
  const scale = scaleOf(plan, deal);
  if (differs === null || scale === undefined || isZero(scale)) return null;
  return "sd" in differs
    ? { sd: multiply(scale, differs.sd) }
    : { values: differs.values.map((value) => multiply(scale, value)) };
}

function extrasOf(plan: GoalPlan, deal: CompiledDeal): Extra[] {
  const { upsells } = deal;
  const scale = scaleOf(plan, deal);
  if (scale === undefined || METRIC_FACTS[plan.goal.metric].kind === "units") return [];
  return upsells
    .map(({ rate, value }) => ({ rate, worth: multiply(scale, value) }))
    .filter((extra) => !isZero(extra.rate) && !isZero(extra.worth));
}
