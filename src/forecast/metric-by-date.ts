import { add, larger, multiply, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { sumOfParts } from "../model/base-movement.js";
import type { CompiledPlan, DatedPlan } from "../model/compile.js";
import { isAnnual, METRIC_FACTS } from "../plan/metric-facts.js";

/**
 * The metric's amount on a day, for a number of wins: what they add, and what the base has lost and gained by then. The base's
 * part of the bridge comes about evenly over the days of the period, and stays after it; what the base was worth on the
 * first day counts from the first day. Where more customers have left already than the plan has by then, those count.
 */
export function amountOn(
  { bridge, period }: Pick<DatedPlan, "bridge" | "period">,
  wins: Ratio,
  day: number,
  churnedAmount: Ratio,
): Ratio {
  const length = period.last - period.first + 1;
  const passed = ratio(Math.min(length, Math.max(0, day - period.first + 1)), length);
  const part = (...items: string[]) => sumOfParts(bridge.parts.filter(({ item }) => items.includes(item)));
  const churned = larger(multiply(part("churn"), passed), churnedAmount);
  const moved = multiply(part("expansion", "contraction", "repeat"), passed);
  const gone = add(part("base"), add(churned, moved));
  return subtract(multiply(wins, multiply(bridge.worth, bridge.keep)), gone);
}

/** What customers who have left took along, in the metric's unit; 0 under metrics that churn does not touch. */
export function churnedAmount({ plan, base }: CompiledPlan, churned: Ratio | undefined): Ratio {
  if (churned === undefined || base.churn === undefined) return ZERO;
  if (METRIC_FACTS[plan.goal.metric].kind === "count") return churned;
  const worth = multiply(churned, base.churn.each.worth);
  return isAnnual(plan.goal.metric) ? multiply(worth, ratio(12)) : worth;
}
