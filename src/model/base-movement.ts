import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import {
  add,
  divide,
  isZero,
  larger,
  multiply,
  negate,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { computeBaseGrowth, parsePartRate } from "../plan/base-growth.js";
import { inMetric } from "./in-metric.js";
import { isProfit, METRIC_FACTS, startsFromBase, type MovingPart } from "../plan/metric-facts.js";
import { parseLossCount } from "../plan/loss-count.js";
import { planPeriod } from "../plan/plan-period.js";
import type { GoalPlan, PlanParts } from "../plan/plan.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import { parseRate } from "../plan/rate.js";
import type { Per } from "../plan/recurrence.js";
import { monthlyValue } from "./deal.js";
import { compileRenewals, type CompiledRenewal } from "./renewals.js";
import { compileBaseAmounts, type BaseAmounts } from "./base-amounts.js";
import { baseOverSpans, spansIn, spanTotal } from "./base-spans.js";

/** A part of the bridge that stands beside the wins: above 0 it must be won on top of the goal, below 0 it helps. */
export interface BridgePart {
  readonly item:
    "base" | "churn" | "renewals" | "expansion" | "contraction" | "repeat" | "fixed costs" | "given work";
  readonly amount: Ratio;
}

type Moving = "churn" | "expansion" | "contraction";

/** What churn takes from the base in the period. */
interface CompiledChurn {
  /** In customers under customer metrics, in monthly recurring revenue under the others. */
  readonly loss: Ratio;
  /** Customers lost in the period; undefined where the plan does not give churn in customers. */
  readonly customers: Ratio | undefined;
  /** What one churned customer takes along each month, and where that figure comes from. */
  readonly each: ChurnedCustomer;
}

/** What one churned customer takes along each month. */
export interface ChurnedCustomer {
  readonly worth: Ratio;
  readonly from: "given" | "base" | "deal";
}

/** Churn as it is written, whatever its span; undefined what is not. */
interface ChurnFigures {
  readonly customers: Ratio | undefined;
  readonly mrr: Ratio | undefined;
  readonly rate: Ratio | undefined;
  readonly newCustomers: Ratio | undefined;
}

/** The base of a plan, read once. */
export interface CompiledBase {
  /** What recurs each month on the first day; undefined where the plan does not say. */
  readonly mrr: Ratio | undefined;
  /** Undefined where churn does not move the metric. */
  readonly churn: CompiledChurn | undefined;
  /** Churn as the plan writes it. */
  readonly churnFigures: ChurnFigures;
  /** The share of the base that each part moves in a span; 0 where the plan writes no rate of it. */
  readonly rates: Readonly<Record<MovingPart, Ratio>>;
  /** What the plan writes as numbers, over the whole period. */
  readonly amounts: BaseAmounts;
  /** Contracts that end within the period; none where the base does not move the metric. */
  readonly renewals: readonly CompiledRenewal[];
  /** What the base does to the goal in its period. */
  readonly parts: readonly BridgePart[];
}

/** Reads what the base of a validated plan does to its goal. */
export function compileBase(plan: GoalPlan): CompiledBase {
  const churn = movesTheBase(plan) ? compileChurn(plan) : undefined;
  return {
    mrr: plan.base?.mrr === undefined ? undefined : parseQuantity(plan.base.mrr),
    churn,
    churnFigures: compileChurnFigures(plan.churn),
    rates: {
      churn: parsePartRate(plan, "churn"),
      expansion: parsePartRate(plan, "expansion"),
      contraction: parsePartRate(plan, "contraction"),
      repeat: parsePartRate(plan, "repeat"),
    },
    amounts: compileBaseAmounts(plan),
    renewals: renewalsOf(plan),
    parts: movementOf(plan, churn?.loss, ZERO),
  };
}

function compileChurnFigures({ customers, mrr, rate, newCustomers }: PlanParts["churn"] = {}): ChurnFigures {
  return {
    customers: customers === undefined ? undefined : parseLossCount(customers),
    mrr: mrr === undefined ? undefined : parseQuantity(mrr),
    rate: rate === undefined ? undefined : parseRate(rate),
    newCustomers: newCustomers === undefined ? undefined : parseRate(newCustomers),
  };
}

/** Whether the base moves the metric: what it loses and gains then counts toward the goal. */
function movesTheBase({ goal }: GoalPlan): boolean {
  return METRIC_FACTS[goal.metric].parts.includes("churn");
}

function compileChurn(plan: GoalPlan): CompiledChurn {
  const { churn } = plan;
  return {
    loss: churnLoss(plan, ZERO),
    customers:
      churn?.customers === undefined
        ? undefined
        : overSpans(plan, encodeExact(parseLossCount(churn.customers)), churn.per),
    each: churnedCustomerWorth(plan),
  };
}

/**
 * What the base does to the goal in its period, part by part, in the metric's unit; parts of 0 are left out.
 *
 * @param more what to add to roots that were rounded down; default nothing
 */
export function computeBaseMovement(plan: GoalPlan, more: Ratio = ZERO): readonly BridgePart[] {
  return movementOf(plan, movesTheBase(plan) ? churnLoss(plan, more) : undefined, more);
}

function movementOf(plan: GoalPlan, churn: Ratio | undefined, more: Ratio): readonly BridgePart[] {
  const { metric } = plan.goal;
  const used = METRIC_FACTS[metric].parts;
  const parts: BridgePart[] = [];
  if (startsFromBase(metric)) parts.push({ item: "base", amount: negate(baseMoney(plan)) });
  if (churn !== undefined) parts.push({ item: "churn", amount: churn });
  parts.push({ item: "renewals", amount: sum(renewalsOf(plan).map(({ lost }) => lost)) });
  if (used.includes("expansion")) {
    parts.push({ item: "expansion", amount: negate(movement(plan, "expansion", more)) });
    parts.push({ item: "contraction", amount: movement(plan, "contraction", more) });
  }
  if (used.includes("repeat")) parts.push({ item: "repeat", amount: negate(repeatBusiness(plan, more)) });
  return parts
    .filter(({ amount }) => !isZero(amount))
    .map(({ item, amount }) => ({ item, amount: inMetric(metric, amount) }));
}

/** What churn takes in the period: customers under customer metrics, monthly recurring revenue under the others. */
function churnLoss(plan: GoalPlan, more: Ratio): Ratio {
  const { churn } = plan;
  if (churn === undefined) return ZERO;
  const money = METRIC_FACTS[plan.goal.metric].kind === "recurring money";
  if (churn.rate !== undefined)
    return money ? rateOfMoney(plan, "churn", more) : customersLostByRate(plan, more);
  if (churn.mrr !== undefined) return overSpans(plan, churn.mrr, churn.per);
  const lost = overSpans(
    plan,
    encodeExact(parseLossCount(must(churn.customers, "what churn is given in"))),
    churn.per,
  );
  return money ? multiply(lost, churnedCustomerWorth(plan).worth) : lost;
}

/** What one churned customer takes along each month, and where that figure comes from. */
export function churnedCustomerWorth(plan: GoalPlan): ChurnedCustomer {
  const { churn, base } = plan;
  if (churn?.valueEach !== undefined) return { worth: parseQuantity(churn.valueEach), from: "given" };
  const customers = base?.customers === undefined ? ZERO : parseQuantity(base.customers);
  if (base?.mrr !== undefined && !isZero(customers))
    return { worth: divide(parseQuantity(base.mrr), customers), from: "base" };
  // Under a count nobody asks what a customer pays, and the plan need not say it.
  return { worth: monthlyValue(plan) ?? ZERO, from: "deal" };
}

function movement(plan: GoalPlan, part: "expansion" | "contraction", more: Ratio): Ratio {
  const written = plan[part];
  if (written === undefined) return ZERO;
  return written.rate === undefined
    ? overSpans(plan, must(written.mrr, `what ${part} is given in`), written.per)
    : rateOfMoney(plan, part, more);
}

function overSpans(plan: GoalPlan, amount: Quantity, per: Per | undefined): Ratio {
  return multiply(parseQuantity(amount), spanTotal(spansIn(planPeriod(plan), per ?? "period")));
}

/** What recurs each month on the first day, where something is counted from it. */
function baseMoney({ base }: GoalPlan): Ratio {
  return parseQuantity(must(base?.mrr, "base.mrr"));
}

/** The renewals of a plan, in what its base counts in. */
function renewalsOf(plan: GoalPlan): readonly CompiledRenewal[] {
  return compileRenewals(plan, () => churnedCustomerWorth(plan).worth);
}

/** What is up for renewal: it is lost then or not at all, so that no rate of churn acts on it. */
function underRenewal(plan: GoalPlan): Ratio {
  return sum(renewalsOf(plan).map(({ due }) => due));
}

/**
 * A rate of the running base of money, on which churn, expansion and contraction act together. What is up for renewal is a
 * base of its own, on which only expansion and contraction act.
 */
function rateOfMoney(plan: GoalPlan, part: Moving, more: Ratio): Ratio {
  const spans = spansIn(planPeriod(plan), plan[part]?.per ?? "period");
  const due = underRenewal(plan);
  const others = baseOverSpans(without(baseMoney(plan), due), computeBaseGrowth(plan), spans, more);
  const rate = parsePartRate(plan, part);
  if (part === "churn" || isZero(due)) return multiply(rate, others);
  return multiply(rate, add(others, baseOverSpans(due, growthWithoutChurn(plan), spans, more)));
}

/** The share of the base of money that a rate moves in the period, where a part of it is up for renewal; else undefined. */
export function shareInPeriod(plan: GoalPlan, part: MovingPart): Ratio | undefined {
  if (part === "churn" || part === "repeat" || isZero(underRenewal(plan))) return undefined;
  const base = METRIC_FACTS[plan.goal.metric].kind === "recurring money" ? baseMoney(plan) : ZERO;
  return isZero(base) ? undefined : divide(rateOfMoney(plan, part, ZERO), base);
}

/** A base without a part of it; nothing where the part is valued at more. */
function without(base: Ratio, part: Ratio): Ratio {
  return larger(ZERO, subtract(base, part));
}

/** What a base grows by that no churn acts on. */
export function growthWithoutChurn(plan: GoalPlan): Ratio {
  return add(computeBaseGrowth(plan), parsePartRate(plan, "churn"));
}

/** How many customers of the base a rate of churn takes in the period. */
export function customersLostByRate(plan: GoalPlan, more: Ratio): Ratio {
  return multiply(parsePartRate(plan, "churn"), customersOverSpans(plan, plan.churn?.per ?? "period", more));
}

/** The running base of customers, which only churn's rate shrinks, summed over the spans of the period; without those up for renewal. */
function customersOverSpans(plan: GoalPlan, per: Per, more: Ratio): Ratio {
  return baseOverSpans(
    without(parseQuantity(must(plan.base?.customers, "base.customers")), underRenewal(plan)),
    negate(parsePartRate(plan, "churn")),
    spansIn(planPeriod(plan), per),
    more,
  );
}

/** What the base buys again in the period, margin applied where the metric is profit. */
function repeatBusiness(plan: GoalPlan, more: Ratio): Ratio {
  const { repeat } = plan;
  if (repeat === undefined) return ZERO;
  const revenue = repeatRevenue(plan, repeat, more);
  if (!isProfit(plan.goal.metric)) return revenue;
  return multiply(parseRate(must(plan.deal?.margin, "the margin of a deal")), revenue);
}

function repeatRevenue(plan: GoalPlan, repeat: NonNullable<PlanParts["repeat"]>, more: Ratio): Ratio {
  if (repeat.amount !== undefined) return overSpans(plan, repeat.amount, repeat.per);
  const value = parseQuantity(must(repeat.value, "the value of a repeated purchase"));
  if (repeat.rate === undefined)
    return multiply(overSpans(plan, must(repeat.customers, "repeat.customers"), repeat.per), value);
  return multiply(
    multiply(parseRate(repeat.rate), value),
    customersOverSpans(plan, repeat.per ?? "period", more),
  );
}

/** Adds the amounts of bridge parts. */
export function sumOfParts(parts: readonly BridgePart[]): Ratio {
  return parts.reduce((total, { amount }) => add(total, amount), ZERO);
}
