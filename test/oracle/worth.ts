import { readPeriod } from "./dates.js";
import type { PlainDeal, PlainPlan } from "./plain-plan.js";
import { ONE, sum, whole, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { MONTHS_IN, spanCount, spansOf } from "./running-base.js";
import { readNumber, readRate, readValue } from "./written.js";

/** Months in a year: MRR × 12 is ARR. */
export const TWELVE = whole(12);

/** Whether the metric is in yearly recurring revenue. */
export function isYearly(metric: string): boolean {
  return metric.endsWith("-arr");
}

/** Whether the metric counts customers and no money. */
export function countsCustomers(metric: string): boolean {
  return metric === "customers" || metric === "net-new-customers";
}

/**
 * What a win adds to the metric, in the metric's unit, before any of the period's wins are lost again.
 *
 * Customers 1; units the value, 1 unless written; money the deal's value with its upsells, of which
 * gross-profit, commission and lifetime-value take their part.
 */
export function worthOfWin(plan: PlainPlan): Rational {
  const { metric } = plan.goal;
  const deal = plan.deal ?? {};
  if (countsCustomers(metric)) return ONE;
  if (metric === "units") return readValue(deal.value ?? 1);
  const value = dealWorth(plan);
  if (metric === "gross-profit" || metric === "profit")
    return value.times(readRate(needed(deal.margin, "deal.margin")));
  if (metric === "commission") return value.times(readRate(needed(deal.commission, "deal.commission")));
  if (metric !== "lifetime-value") return value;
  return value.times(readRate(needed(deal.margin, "deal.margin"))).times(lifetimeMonths(plan));
}

/** Value of a deal with its upsells, in the time unit of the metric: a month, a year, or the deal's whole. */
export function dealWorth(plan: PlainPlan): Rational {
  const { metric } = plan.goal;
  const deal = plan.deal ?? {};
  const written = writtenWorth(deal);
  const per = deal.per ?? defaultPer(metric);
  if (per === "deal") return written;
  const monthly = per === "year" ? written.over(TWELVE) : written;
  if (isYearly(metric)) return monthly.times(TWELVE);
  if (metric.endsWith("-mrr") || metric === "lifetime-value" || metric === "revenue-earned") return monthly;
  return monthly.times(readNumber(needed(deal.contractMonths, "deal.contractMonths")));
}

/** Value with upsells in a month, for metrics of recurring revenue. */
export function monthlyWorth(plan: PlainPlan): Rational {
  const worth = dealWorth(plan);
  return isYearly(plan.goal.metric) ? worth.over(TWELVE) : worth;
}

function writtenWorth(deal: PlainDeal): Rational {
  const upsells = (deal.upsells ?? []).map((upsell) => readRate(upsell.rate).times(readNumber(upsell.value)));
  return readValue(needed(deal.value, "deal.value")).plus(sum(upsells));
}

function defaultPer(metric: string): "month" | "year" | "deal" {
  if (isYearly(metric)) return "year";
  const isMonthly = metric.endsWith("-mrr") || metric === "lifetime-value" || metric === "revenue-earned";
  return isMonthly ? "month" : "deal";
}

/** Given, else the months in churn's `per` ÷ the churn rate. */
function lifetimeMonths(plan: PlainPlan): Rational {
  const given = plan.deal?.lifetimeMonths;
  if (given !== undefined) return readNumber(given);
  const { rate = 0, per = "period" } = plan.churn ?? {};
  const range = readPeriod(plan.goal.period);
  const months = per === "period" ? spanCount(spansOf("month", range)) : whole(MONTHS_IN[per]);
  const churn = readRate(rate);
  if (churn.compare(ZERO) === 0)
    throw new RangeError("oracleSolve requires deal.lifetimeMonths where churn is 0");
  return months.over(churn);
}

/** The part of a plan that its metric cannot do without. */
export function needed<Part>(part: Part | undefined, path: string): Part {
  if (part === undefined) throw new RangeError(`oracleSolve requires ${path}; got nothing`);
  return part;
}
