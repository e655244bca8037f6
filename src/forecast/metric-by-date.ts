import type { Rate } from "../number/measure.js";
import type { Day } from "../calendar/day.js";
import { larger, multiply, ratio, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { sumOfParts } from "../model/base-movement.js";
import { paidBridge, type Bridge } from "../model/bridge.js";
import type { CompiledPlan, DatedPlan } from "../model/compile.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import { lostAtRenewal } from "../model/renewals.js";
import { inMetric } from "../model/in-metric.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";

/**
 * The metric's amount on a day, for a number of wins: what they add, and what the base has lost and gained by then. The base's
 * part of the bridge comes about evenly over the days of the period, and stays after it; what the base was worth on the
 * first day counts from the first day. Where more customers have left already than the plan has by then, those count.
 */
export function amountOn(
  compiled: Pick<DatedPlan, "plan" | "base" | "bridge" | "period">,
  wins: Ratio,
  day: Day,
  churnedAmount: Ratio,
): Ratio {
  const churned = larger(multiply(plannedChurn(compiled), sharePassed(compiled, day)), churnedAmount);
  // What is not renewed is lost on its own days.
  return amountAfter(compiled, wins, day, churned);
}

/** What comes and goes evenly over the days of the period: what the base does, and what a profit pays for. */
const MOVING = ["expansion", "contraction", "repeat", "fixed costs", "given work"];

/** The same for what churn has taken by then. */
export function amountAfter(
  compiled: Pick<DatedPlan, "plan" | "base" | "bridge" | "period">,
  wins: Ratio,
  day: Day,
  churned: Ratio,
): Ratio {
  const bridge = paidBridge(compiled.bridge);
  const moved = multiply(partOf(bridge, ...MOVING), sharePassed(compiled, day));
  const gone = sum([partOf(bridge, "base"), churned, notRenewed(compiled, day), moved]);
  return subtract(multiply(wins, multiply(bridge.worth, bridge.keep)), gone);
}

/** What churn takes in the whole period, as the plan has it, in the metric's unit. */
export function plannedChurn(compiled: Pick<CompiledPlan, "bridge">): Ratio {
  return partOf(compiled.bridge, "churn");
}

/** What is not renewed by the end of a day, in the metric's unit. */
export function notRenewed(
  { plan, base, period }: Pick<CompiledPlan, "plan" | "base" | "period">,
  day: number,
): Ratio {
  const lost = lostAtRenewal(base.renewals, period, day);
  return inMetric(plan.goal.metric, lost);
}

/** The share of the period's days that have passed by the end of a day. */
export function sharePassed({ period }: Pick<DatedPlan, "period">, day: Day): Rate {
  const length = period.last - period.first + 1;
  return ratio(Math.min(length, Math.max(0, day - period.first + 1)), length);
}

function partOf({ parts }: Pick<Bridge, "parts">, ...items: readonly string[]): Ratio {
  return sumOfParts(parts.filter(({ item }) => items.includes(item)));
}

/**
 * What customers who have left took along beside those who did not renew, in the metric's unit; 0 under metrics that churn does
 * not touch.
 */
export function churnedAmount(
  compiled: CompiledPlan,
  { churned, asOf }: Pick<CompiledSnapshot, "churned" | "asOf">,
): Ratio {
  const { plan, base } = compiled;
  if (churned === undefined || base.churn === undefined) return ZERO;
  const isCount = METRIC_FACTS[plan.goal.metric].kind === "count";
  const worth = isCount ? churned : multiply(churned, base.churn.each.worth);
  const left = inMetric(plan.goal.metric, worth);
  return base.renewals.length === 0 ? left : larger(ZERO, subtract(left, notRenewed(compiled, asOf)));
}
