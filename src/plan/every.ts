import type { DateRange } from "../calendar/date-range.js";
import { addMonths, dateOf, formatDay } from "../calendar/day.js";
import { wholeSpans } from "../calendar/spans.js";
import { planPeriod, type WithPeriod } from "./plan-period.js";

/** One of the months of a goal that holds for each of them. */
export interface GoalMonth extends DateRange {
  /** As a plan writes it: `2026-01`, or its first and last day where it begins within a month. */
  readonly name: string;
}

/**
 * The months of a goal that holds for each of them, in order; none where it holds for the period as a whole, which a period of
 * one month is. Months count from the period's first day.
 */
export function goalMonths(plan: WithPeriod): readonly GoalMonth[] {
  if (plan.goal.every === undefined) return [];
  const period = planPeriod(plan);
  if (period.kind === "undated") return [];
  const { whole } = wholeSpans(period.first, period.last, "month");
  if (whole < 2) return [];
  return Array.from({ length: whole }, (_, month) => {
    const first = addMonths(period.first, month);
    const last = addMonths(period.first, month + 1) - 1;
    return { first, last, name: nameOf(first, last) };
  });
}

function nameOf(first: number, last: number): string {
  return dateOf(first).dayOfMonth === 1
    ? formatDay(first).slice(0, "2026-01".length)
    : `${formatDay(first)}/${formatDay(last)}`;
}
