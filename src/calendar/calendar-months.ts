import type { DateRange } from "./date-range.js";
import { addMonths, dateOf, type Day } from "./day.js";

/** A calendar month as far as it lies in a range, and how many days all of it has. */
interface CalendarMonth extends DateRange {
  readonly days: number;
}

/**
 * The calendar months of a range, in order; the first and the last one as far as they lie in it.
 *
 * @param first the first day of the range
 * @param last its last day, included; a day before the first one makes none
 *
 * @example
 * ```ts
 * // From 15 January to 1 March 2026.
 * calendarMonths(20468, 20513).map(({ first, last, days }) => [last - first + 1, days]); // => [[17, 31], [28, 28], [1, 31]]
 * ```
 */
export function calendarMonths(first: Day, last: Day): readonly CalendarMonth[] {
  const months: CalendarMonth[] = [];
  for (let day = first; day <= last;) {
    const begin = day - dateOf(day).dayOfMonth + 1;
    const next = addMonths(begin, 1);
    months.push({ first: day, last: Math.min(last, next - 1), days: next - begin });
    day = next;
  }
  return months;
}
