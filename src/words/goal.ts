import type { Format, Shown } from "../format/format.js";
import { goalMonths } from "../plan/every.js";
import { parseGoalAmount } from "../plan/goal-amount.js";
import { goalPlans } from "../plan/goals.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import type { Metric } from "../plan/metric.js";
import type { PlanInput } from "../plan/plan.js";
import { planPeriod, type WithPeriod } from "../plan/plan-period.js";
import { fiscalName } from "../plan/period.js";
import type { ExactString } from "../number/exact-string.js";
import { formatDay } from "../calendar/day.js";

/** A plan, or only its goal and what says when it is due. */
export type WithGoal = WithPeriod;

/** A goal as far as it says what it counts in. */
interface Counting {
  readonly goal: Pick<WithGoal["goal"], "metric" | "unit">;
}

/** What the metric is called in a sentence: "net new MRR". */
export function metricWords(metric: Metric): string {
  return metric
    .split("-")
    .map((word) => (word === "mrr" || word === "arr" ? word.toUpperCase() : word))
    .join(" ");
}

/** A text as a sentence or a heading begins. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A goal that was worked out, in words: "9,500 USD of net new MRR", "10 customers". */
export function goalWords(plan: Counting, amount: Shown, format: Format): string {
  return ofMetric(plan, amountWords(plan, amount, format));
}

/** The goal as the plan writes it, in words; "more customers" where it sets no amount. */
export function writtenGoal(plan: WithGoal, format: Format): string {
  if (plan.goal.amount === undefined) return `more ${plan.goal.unit ?? metricWords(plan.goal.metric)}`;
  return ofMetric(plan, writtenAmount(plan, parseGoalAmount(plan.goal.amount).amount, format));
}

/** All goals of a plan as it writes them, in words: "60,000 USD of revenue and 20 customers". */
export function writtenGoals(plan: PlanInput, format: Format): string {
  return format.list(goalPlans(plan).map((each) => writtenGoal(each, format)));
}

/** What an amount was written as a change of, and the change as a share of it. */
export interface ChangeFigures {
  readonly of: "now" | "lastPeriod";
  readonly was: ExactString;
  readonly by: ExactString;
}

/** How an amount came about that was written as a change: "20% more than the 120,000 USD of the last period". */
export function changeWords(plan: WithGoal, { of, was, by }: ChangeFigures, format: Format): string {
  const before = isMoney(plan) ? format.writtenMoney(was) : format.written(was);
  if (of === "now") return `${format.writtenRate(by)} of the ${before} there are now, to be added`;
  const isLess = by.startsWith("-");
  const share = format.writtenRate(isLess ? by.slice(1) : by);
  return `${share} ${isLess ? "less" : "more"} than the ${before} of the last period`;
}

/** When the goal must be reached: "in 20 working days", "from 1 to 31 January 2026". */
export function periodWords(plan: WithGoal, format: Format): string {
  const period = planPeriod(plan);
  if (period.kind === "undated") return `in ${format.plural(period.workingDays, "working day")}`;
  const days = `from ${format.dateRange(formatDay(period.first), formatDay(period.last))}`;
  if (goalMonths(plan).length > 0) return `in each month ${days}`;
  const name = fiscalName(plan.goal.period);
  return name === undefined ? days : `in ${name}, ${days}`;
}

/** An amount of the goal's metric with what it counts in: "10,000 USD", "5 CSAT points", "10 customers". */
export function amountWords(plan: Counting, amount: Shown, format: Format): string {
  return withUnit(plan, amount, metricAmount(plan, amount, format), format);
}

/** The same of an amount that the plan writes. */
function writtenAmount(plan: WithGoal, amount: Shown, format: Format): string {
  return withUnit(plan, amount, isMoney(plan) ? format.writtenMoney(amount) : format.written(amount), format);
}

/** An amount of the goal's metric by itself: money with its currency, all else as a number. */
export function metricAmount(plan: Counting, amount: Shown, format: Format): string {
  return isMoney(plan) ? format.money(amount) : format.number(amount);
}

/** Whether the goal counts in money. */
export function isMoney(plan: Counting): boolean {
  const { kind } = METRIC_FACTS[plan.goal.metric];
  return kind === "one-off money" || kind === "recurring money";
}

function ofMetric({ goal: { metric } }: Counting, shown: string): string {
  if (metric === "customers" || metric === "units") return shown;
  if (metric === "net-new-customers") return `${shown} net new`;
  return `${shown} of ${metricWords(metric)}`;
}

function withUnit(plan: Counting, amount: Shown, shown: string, format: Format): string {
  const { kind } = METRIC_FACTS[plan.goal.metric];
  if (kind === "count")
    return `${shown} ${format.number(amount) === format.number(1) ? "customer" : "customers"}`;
  if (kind === "units") return plan.goal.unit === undefined ? shown : `${shown} ${plan.goal.unit}`;
  return shown;
}
