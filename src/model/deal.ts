import type { Money, Rate } from "../number/measure.js";
import { add, divide, isZero, multiply, ONE, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import { must } from "../number/invariant.js";
import { inMetric } from "./in-metric.js";
import { dealPer, METRIC_FACTS } from "../plan/metric-facts.js";
import { MONTHS_IN } from "../plan/recurrence.js";
import { planPeriod } from "../plan/plan-period.js";
import type { DealInput, GoalPlan } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseDealValue, type DealDifference } from "../plan/deal-value.js";
import { parseRate } from "../plan/rate.js";
import { compileWinActivities, type CompiledActivity } from "./activities.js";
import { spansIn, spanTotal } from "./base-spans.js";

/** What one win is worth in each of the ways that the answer needs, and the work that it causes. */
export interface CompiledDeal {
  /** The team that answers for the wins; undefined where the plan names none. */
  readonly owner: string | undefined;
  readonly activities: readonly CompiledActivity[];
  /** The average value of a win as the plan writes it, without upsells; undefined where it writes none. */
  readonly value: Money | undefined;
  /** How the values of wins differ from that average; null where each is taken to bring it. */
  readonly differs: DealDifference | null;
  readonly upsells: readonly CompiledUpsell[];
  /** The value of an average win with its upsells, as deals are written; undefined where every win counts as one. */
  readonly average: Money | undefined;
  /** What a win brings each month; undefined for a deal that is paid once. */
  readonly monthly: Money | undefined;
  /** What a win brings over its whole contract; undefined where the length of a recurring one is not known. */
  readonly contract: Money | undefined;
  /** How many months a customer stays; undefined where the plan does not say. */
  readonly lifetimeMonths: Ratio | undefined;
  /** The share of the value that is kept; all of it unless the plan says otherwise. */
  readonly margin: Rate;
  /** The share that the seller is paid; undefined unless the plan says so. */
  readonly commission: Rate | undefined;
  /** What one win adds to the goal's metric, before new customers are lost again. */
  readonly worth: Ratio;
}

/** What some wins bring beside the deal itself. */
interface CompiledUpsell {
  readonly name: string;
  readonly rate: Rate;
  readonly value: Money;
}

const TWELVE = ratio(12);

/** Reads the deal of a validated plan. */
export function compileDeal(plan: GoalPlan): CompiledDeal {
  const { deal } = plan;
  const [monthly, contract, months] = [monthlyValue(plan), contractValue(plan), lifetimeMonths(plan)];
  const value = deal?.value === undefined ? undefined : parseDealValue(deal.value);
  const margin = deal?.margin === undefined ? ONE : parseRate(deal.margin);
  return {
    owner: deal?.owner,
    activities: compileWinActivities(deal),
    value: value?.mean,
    differs: value?.differs ?? null,
    upsells: compileUpsells(deal),
    average: averageValue(plan),
    monthly,
    contract,
    lifetimeMonths: months,
    margin,
    commission: deal?.commission === undefined ? undefined : parseRate(deal.commission),
    worth: worthOfWin(plan, { monthly, contract, lifetimeMonths: months, margin }),
  };
}

/** The value of a win with its upsells, v + u, as the deal states it; 0 when the plan has no value. */
function dealValue(deal: DealInput | undefined): Money {
  if (deal?.value === undefined) return ZERO;
  const upsells = compileUpsells(deal).map(({ rate, value }) => multiply(rate, value));
  return add(parseDealValue(deal.value).mean, sum(upsells));
}

function compileUpsells(deal: DealInput | undefined): readonly CompiledUpsell[] {
  return (deal?.upsells ?? []).map(({ name, rate, value }) => ({
    name,
    rate: parseRate(rate),
    value: parseQuantity(value),
  }));
}

function averageValue({ goal, deal }: GoalPlan): Money | undefined {
  const { kind } = METRIC_FACTS[goal.metric];
  if (kind === "count") return undefined;
  const average =
    kind === "units" && deal?.value !== undefined ? parseDealValue(deal.value).mean : dealValue(deal);
  return isZero(average) ? undefined : average;
}

/** What a win brings each month; undefined for a deal that is paid once. */
export function monthlyValue({ goal, deal }: GoalPlan): Money | undefined {
  const per = dealPer(goal.metric, deal);
  if (per === "deal" || deal?.value === undefined) return undefined;
  return per === "year" ? divide(dealValue(deal), TWELVE) : dealValue(deal);
}

/** What a win brings over its whole contract; undefined where it recurs and the plan does not say for how long. */
export function contractValue(plan: GoalPlan): Money | undefined {
  const monthly = monthlyValue(plan);
  if (monthly === undefined) return dealValue(plan.deal);
  const months = plan.deal?.contractMonths;
  return months === undefined ? undefined : multiply(monthly, parseQuantity(months));
}

/** How many months a customer stays: as given, else the months of churn's span ÷ its rate; undefined when unknown. */
export function lifetimeMonths(plan: GoalPlan): Ratio | undefined {
  const { deal, churn } = plan;
  if (deal?.lifetimeMonths !== undefined) return parseQuantity(deal.lifetimeMonths);
  if (churn?.rate === undefined || churn.per === undefined) return undefined;
  const rate = parseRate(churn.rate);
  const months = monthsOf(plan, churn.per);
  return isZero(rate) || months === undefined ? undefined : divide(months, rate);
}

function monthsOf(plan: GoalPlan, per: keyof typeof MONTHS_IN | "period"): Ratio | undefined {
  if (per !== "period") return ratio(MONTHS_IN[per]);
  const period = planPeriod(plan);
  return period.kind === "undated" ? undefined : spanTotal(spansIn(period, "month"));
}

type Worth = Pick<CompiledDeal, "monthly" | "contract" | "lifetimeMonths" | "margin">;

/** What one win adds to the goal's metric, before new customers are lost again. */
function worthOfWin({ goal, deal }: GoalPlan, { monthly, contract, lifetimeMonths: months, margin }: Worth) {
  const { metric } = goal;
  switch (metric) {
    case "customers":
    case "net-new-customers":
      return ONE;
    case "units":
      return deal?.value === undefined ? ONE : parseDealValue(deal.value).mean;
    case "revenue-earned":
      // For each month that a win pays within the period; how many these are follows from when wins come.
      return must(monthly, "the monthly value of a win");
    case "revenue":
      return must(contract, "the contract value of a win");
    case "gross-profit":
    case "profit":
      return multiply(must(contract, "the contract value of a win"), margin);
    case "commission":
      return multiply(
        must(contract, "the contract value of a win"),
        parseRate(must(deal?.commission, "the commission of a deal")),
      );
    case "lifetime-value":
      // Customers who never leave have no lifetime to count: a change to no churn at all is worth nothing here.
      return months === undefined
        ? ZERO
        : multiply(multiply(must(monthly, "the monthly value of a win"), margin), months);
    case "new-mrr":
    case "new-arr":
    case "net-new-mrr":
    case "net-new-arr":
    case "ending-mrr":
    case "ending-arr":
      return inMetric(metric, must(monthly, "the monthly value of a win"));
  }
}
