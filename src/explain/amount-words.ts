import type { Ratio } from "../number/ratio.js";
import { showRatio } from "../model/display.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import type { Metric } from "../plan/metric.js";
import type { PlanInput } from "../plan/plan.js";

/** What the metric is called in a sentence: "net new MRR". */
export function metricWords(metric: Metric): string {
  return metric
    .split("-")
    .map((word) => (word === "mrr" || word === "arr" ? word.toUpperCase() : word))
    .join(" ");
}

/** A goal in words: "10,000 USD of net new MRR", "10 customers". */
export function goalWords(plan: PlanInput, amount: Ratio): string {
  const { metric } = plan.goal;
  const shown = amountWords(plan, amount);
  if (metric === "customers" || metric === "units") return shown;
  if (metric === "net-new-customers") return `${shown} net new`;
  return `${shown} of ${metricWords(metric)}`;
}

/** An amount of the goal's metric with what it counts in: "10,000 USD", "5 CSAT points", "10 customers". */
export function amountWords(plan: PlanInput, amount: Ratio): string {
  const { kind } = METRIC_FACTS[plan.goal.metric];
  const shown = showRatio(amount);
  if (kind === "count") return `${shown} ${amount.num === 1 && amount.den === 1 ? "customer" : "customers"}`;
  if (kind === "units") return plan.goal.unit === undefined ? shown : `${shown} ${plan.goal.unit}`;
  return plan.currency === undefined ? shown : `${shown} ${plan.currency}`;
}
