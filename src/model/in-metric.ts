import { divide, multiply, ONE, ratio, type Ratio } from "../number/ratio.js";
import { isAnnual } from "../plan/metric-facts.js";
import type { Metric } from "../plan/metric.js";

/** What an amount of a month counts for under a metric: twelve times as much where that is annual recurring revenue. */
export function inMetric(metric: Metric, monthly: Ratio): Ratio {
  return multiply(monthly, monthsIn(metric));
}

/** The other way round: what an amount of the metric is in a month. */
export function monthlyOf(metric: Metric, amount: Ratio): Ratio {
  return divide(amount, monthsIn(metric));
}

function monthsIn(metric: Metric): Ratio {
  return isAnnual(metric) ? ratio(12) : ONE;
}
