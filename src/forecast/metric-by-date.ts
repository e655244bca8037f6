import { add, larger, multiply, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { churnedCustomerWorth, totalOf } from "../model/base-movement.js";
import type { PlanModel } from "../model/model.js";
import { isAnnual, METRIC_FACTS } from "../plan/metric-needs.js";

/**
 * The metric's amount on a day, for so many wins: what they add, and what the base has lost and gained by then. The base's
 * part of the bridge comes about evenly over the days of the period, and stays after it; what the base was worth on the
 * first day counts from the first day.
 */
export function amountOn({ bridge, period }: PlanModel, wins: Ratio, day: number, extraLoss: Ratio): Ratio {
  if (period.kind === "undated") return ZERO;
  const length = period.last - period.first + 1;
  const passed = Math.min(length, Math.max(0, day - period.first + 1));
  const standing = totalOf(bridge.parts.filter(({ item }) => item === "base"));
  const moving = add(totalOf(bridge.parts.filter(({ item }) => item !== "base")), extraLoss);
  const gone = add(standing, multiply(moving, ratio(passed, length)));
  return subtract(multiply(wins, multiply(bridge.worth, bridge.keep)), gone);
}

/** What churn has taken beyond the whole plan's number already, in the metric's unit; 0 where it is not counted. */
export function lossBeyondPlan({ plan }: PlanModel, planned: Ratio, churned: Ratio | undefined): Ratio {
  if (churned === undefined || plan.churn?.customers === undefined) return ZERO;
  const { kind, parts } = METRIC_FACTS[plan.goal.metric];
  if (!parts.includes("churn")) return ZERO;
  const beyond = larger(ZERO, subtract(churned, planned));
  if (kind === "count") return beyond;
  const worth = multiply(beyond, churnedCustomerWorth(plan).worth);
  return isAnnual(plan.goal.metric) ? multiply(worth, ratio(12)) : worth;
}
