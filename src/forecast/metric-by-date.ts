import type { Rate } from "../number/measure.js";
import type { Day } from "../calendar/day.js";
import { add, larger, multiply, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { sumOfParts } from "../model/base-movement.js";
import { paidBridge, type Bridge } from "../model/bridge.js";
import type { CompiledPlan, DatedPlan } from "../model/compile.js";
import { isAnnual, METRIC_FACTS } from "../plan/metric-facts.js";

/**
 * The metric's amount on a day, for a number of wins: what they add, and what the base has lost and gained by then. The base's
 * part of the bridge comes about evenly over the days of the period, and stays after it; what the base was worth on the
 * first day counts from the first day. Where more customers have left already than the plan has by then, those count.
 */
export function amountOn(
  compiled: Pick<DatedPlan, "bridge" | "period">,
  wins: Ratio,
  day: Day,
  churnedAmount: Ratio,
): Ratio {
  const churned = larger(multiply(plannedChurn(compiled), sharePassed(compiled, day)), churnedAmount);
  return amountAfter(compiled, wins, day, churned);
}

/** What comes and goes evenly over the days of the period: what the base does, and what a profit pays for. */
const MOVING = ["expansion", "contraction", "repeat", "fixed costs", "given work"];

/** The same for what churn has taken by then. */
export function amountAfter(
  compiled: Pick<DatedPlan, "bridge" | "period">,
  wins: Ratio,
  day: Day,
  churned: Ratio,
): Ratio {
  const bridge = paidBridge(compiled.bridge);
  const moved = multiply(partOf(bridge, ...MOVING), sharePassed(compiled, day));
  const gone = add(partOf(bridge, "base"), add(churned, moved));
  return subtract(multiply(wins, multiply(bridge.worth, bridge.keep)), gone);
}

/** What churn takes in the whole period, as the plan has it, in the metric's unit. */
export function plannedChurn(compiled: Pick<CompiledPlan, "bridge">): Ratio {
  return partOf(compiled.bridge, "churn");
}

/** The share of the period's days that have passed by the end of a day. */
export function sharePassed({ period }: Pick<DatedPlan, "period">, day: Day): Rate {
  const length = period.last - period.first + 1;
  return ratio(Math.min(length, Math.max(0, day - period.first + 1)), length);
}

function partOf({ parts }: Pick<Bridge, "parts">, ...items: readonly string[]): Ratio {
  return sumOfParts(parts.filter(({ item }) => items.includes(item)));
}

/** What customers who have left took along, in the metric's unit; 0 under metrics that churn does not touch. */
export function churnedAmount({ plan, base }: CompiledPlan, churned: Ratio | undefined): Ratio {
  if (churned === undefined || base.churn === undefined) return ZERO;
  if (METRIC_FACTS[plan.goal.metric].kind === "count") return churned;
  const worth = multiply(churned, base.churn.each.worth);
  return isAnnual(plan.goal.metric) ? multiply(worth, ratio(12)) : worth;
}
