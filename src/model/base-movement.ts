import { add, divide, isZero, multiply, negate, ratio, ZERO, type Ratio } from "../number/ratio.js";
import { encodeExact } from "../number/exact-string.js";
import { parseLossCount } from "../plan/loss-count.js";
import { computeBaseGrowth, parsePartRate } from "../plan/base-growth.js";
import { isAnnual, METRIC_FACTS, startsFromBase } from "../plan/metric-facts.js";
import { parsePeriod } from "../plan/period.js";
import type { PlanInput } from "../plan/plan.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import { parseRate } from "../plan/rate.js";
import type { Per } from "../plan/recurrence.js";
import { monthlyValue } from "./deal-worth.js";
import { baseOverSpans, spansIn, spanTotal } from "./base-spans.js";

/** A part of the bridge that stands beside the wins: above 0 it must be won on top of the goal, below 0 it helps. */
export interface BridgePart {
  readonly item: "base" | "churn" | "expansion" | "contraction" | "repeat";
  readonly amount: Ratio;
}

type Moving = "churn" | "expansion" | "contraction";

/** What the base does to the goal in its period, part by part, in the metric's unit; parts of 0 are left out. */
export function computeBaseMovement(plan: PlanInput): readonly BridgePart[] {
  const { metric } = plan.goal;
  const used = METRIC_FACTS[metric].parts;
  const annual = isAnnual(metric) ? ratio(12) : ratio(1);
  const parts: BridgePart[] = [];
  if (startsFromBase(metric))
    parts.push({ item: "base", amount: negate(parseQuantity(plan.base?.mrr ?? 0)) });
  if (used.includes("churn")) parts.push({ item: "churn", amount: churnLoss(plan) });
  if (used.includes("expansion")) {
    parts.push({ item: "expansion", amount: negate(movement(plan, "expansion")) });
    parts.push({ item: "contraction", amount: movement(plan, "contraction") });
  }
  if (used.includes("repeat")) parts.push({ item: "repeat", amount: negate(repeatBusiness(plan)) });
  return parts
    .filter(({ amount }) => !isZero(amount))
    .map(({ item, amount }) => ({ item, amount: multiply(amount, annual) }));
}

/** What churn takes in the period: customers under customer metrics, monthly recurring revenue under the others. */
export function churnLoss(plan: PlanInput): Ratio {
  const { churn } = plan;
  if (churn === undefined) return ZERO;
  const money = METRIC_FACTS[plan.goal.metric].kind === "recurring money";
  if (churn.rate !== undefined) return money ? rateOfMoney(plan, "churn") : customersLostByRate(plan);
  if (churn.mrr !== undefined) return overSpans(plan, churn.mrr, churn.per);
  const lost = overSpans(plan, encodeExact(parseLossCount(churn.customers ?? 0)), churn.per);
  return money ? multiply(lost, churnedCustomerWorth(plan).worth) : lost;
}

/** What one churned customer takes along each month, and where that figure comes from. */
export function churnedCustomerWorth(plan: PlanInput): {
  readonly worth: Ratio;
  readonly from: "given" | "base" | "deal";
} {
  const { churn, base } = plan;
  if (churn?.valueEach !== undefined) return { worth: parseQuantity(churn.valueEach), from: "given" };
  const customers = base?.customers === undefined ? ZERO : parseQuantity(base.customers);
  if (base?.mrr !== undefined && !isZero(customers))
    return { worth: divide(parseQuantity(base.mrr), customers), from: "base" };
  return { worth: monthlyValue(plan) ?? ZERO, from: "deal" };
}

function movement(plan: PlanInput, part: "expansion" | "contraction"): Ratio {
  const written = plan[part];
  if (written === undefined) return ZERO;
  return written.rate === undefined
    ? overSpans(plan, written.mrr ?? 0, written.per)
    : rateOfMoney(plan, part);
}

function overSpans(plan: PlanInput, amount: Quantity, per: Per | undefined): Ratio {
  return multiply(parseQuantity(amount), spanTotal(spansIn(parsePeriod(plan.goal.period), per ?? "period")));
}

/** A rate of the running base of money, on which churn, expansion and contraction act together. */
function rateOfMoney(plan: PlanInput, part: Moving): Ratio {
  const written = plan[part];
  const base = parseQuantity(plan.base?.mrr ?? 0);
  const spans = spansIn(parsePeriod(plan.goal.period), written?.per ?? "period");
  return multiply(parsePartRate(plan, part), baseOverSpans(base, computeBaseGrowth(plan), spans));
}

function customersLostByRate(plan: PlanInput): Ratio {
  return multiply(parsePartRate(plan, "churn"), customersOverSpans(plan, plan.churn?.per ?? "period"));
}

/** The running base of customers, which only churn's rate shrinks, summed over the spans of the period. */
function customersOverSpans(plan: PlanInput, per: Per): Ratio {
  const customers = parseQuantity(plan.base?.customers ?? 0);
  return baseOverSpans(
    customers,
    negate(parsePartRate(plan, "churn")),
    spansIn(parsePeriod(plan.goal.period), per),
  );
}

/** What the base buys again in the period, margin applied where the metric is profit. */
function repeatBusiness(plan: PlanInput): Ratio {
  const { repeat } = plan;
  if (repeat === undefined) return ZERO;
  const margin = plan.goal.metric === "gross-profit" ? parseRate(plan.deal?.margin ?? 0) : ratio(1);
  return multiply(margin, repeatRevenue(plan, repeat));
}

function repeatRevenue(plan: PlanInput, repeat: NonNullable<PlanInput["repeat"]>): Ratio {
  if (repeat.amount !== undefined) return overSpans(plan, repeat.amount, repeat.per);
  const value = parseQuantity(repeat.value ?? 0);
  if (repeat.rate === undefined) return multiply(overSpans(plan, repeat.customers ?? 0, repeat.per), value);
  return multiply(multiply(parseRate(repeat.rate), value), customersOverSpans(plan, repeat.per ?? "period"));
}

/** Adds the amounts of bridge parts. */
export function sumOfParts(parts: readonly BridgePart[]): Ratio {
  return parts.reduce((total, { amount }) => add(total, amount), ZERO);
}
