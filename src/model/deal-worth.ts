import { add, divide, isZero, multiply, ONE, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import { dealPer, isAnnual, METRIC_FACTS } from "../plan/metric-facts.js";
import { MONTHS_IN } from "../plan/recurrence.js";
import { parsePeriod } from "../plan/period.js";
import type { PlanInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseRate } from "../plan/rate.js";
import { spansIn, spanTotal } from "./base-spans.js";

const TWELVE = ratio(12);

/** The average value of a win with its upsells, v + u, as the deal states it; 0 when the plan has no value. */
export function dealValue({ deal }: PlanInput): Ratio {
  if (deal?.value === undefined) return ZERO;
  const upsells = (deal.upsells ?? []).map(({ rate, value }) =>
    multiply(parseRate(rate), parseQuantity(value)),
  );
  return add(parseQuantity(deal.value), sum(upsells));
}

/** What a win brings each month; undefined for a deal that is paid once. */
export function monthlyValue(plan: PlanInput): Ratio | undefined {
  const per = dealPer(plan.goal.metric, plan.deal);
  if (per === "deal" || plan.deal?.value === undefined) return undefined;
  return per === "year" ? divide(dealValue(plan), TWELVE) : dealValue(plan);
}

/** What a win brings over its whole contract. */
export function contractValue(plan: PlanInput): Ratio {
  const monthly = monthlyValue(plan);
  if (monthly === undefined) return dealValue(plan);
  return multiply(monthly, parseQuantity(plan.deal?.contractMonths ?? 0));
}

/** How many months a customer stays: as given, else the months of churn's span ÷ its rate; undefined when unknown. */
export function lifetimeMonths(plan: PlanInput): Ratio | undefined {
  const { deal, churn } = plan;
  if (deal?.lifetimeMonths !== undefined) return parseQuantity(deal.lifetimeMonths);
  if (churn?.rate === undefined || churn.per === undefined) return undefined;
  const rate = parseRate(churn.rate);
  const months = monthsOf(plan, churn.per);
  return isZero(rate) || months === undefined ? undefined : divide(months, rate);
}

function monthsOf(plan: PlanInput, per: keyof typeof MONTHS_IN | "period"): Ratio | undefined {
  if (per !== "period") return ratio(MONTHS_IN[per]);
  const period = parsePeriod(plan.goal.period);
  return period.kind === "undated" ? undefined : spanTotal(spansIn(period, "month"));
}

/** What one win adds to the goal's metric, before new customers are lost again. */
export function worthOfWin(plan: PlanInput): Ratio {
  const { metric } = plan.goal;
  switch (metric) {
    case "customers":
    case "net-new-customers":
      return ONE;
    case "units":
      return parseQuantity(plan.deal?.value ?? 1);
    case "revenue":
      return contractValue(plan);
    case "gross-profit":
      return multiply(contractValue(plan), parseRate(plan.deal?.margin ?? 0));
    case "commission":
      return multiply(contractValue(plan), parseRate(plan.deal?.commission ?? 0));
    case "lifetime-value":
      return multiply(
        multiply(monthlyValue(plan) ?? ZERO, parseRate(plan.deal?.margin ?? 0)),
        lifetimeMonths(plan) ?? ZERO,
      );
    case "new-mrr":
    case "new-arr":
    case "net-new-mrr":
    case "net-new-arr":
    case "ending-mrr":
    case "ending-arr":
      return multiply(monthlyValue(plan) ?? ZERO, isAnnual(metric) ? TWELVE : ONE);
  }
}

/** Whether a metric is about money that recurs, of which the base holds some already. */
export function movesTheBase(plan: PlanInput): boolean {
  return (METRIC_FACTS[plan.goal.metric].parts as readonly string[]).includes("churn");
}
