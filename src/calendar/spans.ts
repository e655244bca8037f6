import { add, divide, ratio, type Ratio } from "../number/ratio.js";
import { addMonths, dateOf, type Day } from "./day.js";

/** A span that rates are given for: `per: month`, `per: quarter`, `per: year`. */
export type Span = "month" | "quarter" | "year";

/** How many whole spans, and which fraction of the next one: at least 0 and below 1. */
export interface SpanCount {
  readonly whole: number;
  readonly rest: Ratio;
}

const MONTHS: Readonly<Record<Span, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * How many months, quarters or years lie from a first day to a last day, both included?
 *
 * Months count from the first day: each begins on the same day of a later month, on the month's last day where there is
 * none. A quarter is three of them, a year twelve, so a month is a third of a quarter whatever its days. Only what is left
 * of a month goes by days: the days left ÷ the days of the month that they begin.
 *
 * @param first the first day
 * @param last the last day, on or after the first; the day before the first one makes 0 spans
 * @throws RangeError when the last day lies further before the first
 *
 * @example
 * ```ts
 * wholeSpans(20454, 20498, "month"); // 2026-01-01 to 2026-02-14 => { whole: 1, rest: { num: 1, den: 2 } }
 * wholeSpans(20454, 20498, "quarter"); // => { whole: 0, rest: { num: 1, den: 2 } }
 * ```
 */
export function wholeSpans(first: Day, last: Day, per: Span): SpanCount {
  if (last < first - 1) throw new RangeError(`wholeSpans requires a last day from ${first - 1}; got ${last}`);
  const end = last + 1;
  let months = monthsBetween(first, end);
  // Month names tell at most one month too many: when the day of the month has not come round yet.
  if (addMonths(first, months) > end) months -= 1;
  const began = addMonths(first, months);
  const part = ratio(end - began, addMonths(first, months + 1) - began);
  const whole = Math.floor(months / MONTHS[per]);
  return { whole, rest: divide(add(ratio(months - whole * MONTHS[per]), part), ratio(MONTHS[per])) };
}

/** From the month of one day to the month of the other, whatever their days. */
function monthsBetween(first: Day, end: Day): number {
  const from = dateOf(first);
  const to = dateOf(end);
  return (to.year - from.year) * 12 + to.month - from.month;
}
