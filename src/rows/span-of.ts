import { addMonths, dateOf, dayOf, formatDay } from "../calendar/day.js";
import { firstOfWeek } from "../calendar/week.js";
import { must } from "../number/invariant.js";

/** How long a row is. */
export type RowLength = "day" | "week" | "month";

/** Whole days from one to another, both included, as dates. */
export interface RowSpan {
  readonly from: string;
  readonly to: string;
}

/** The day, the calendar week (from its first weekday, 0 for Monday) or the calendar month that a day lies in, whole. */
export function spanOf(day: number, by: RowLength, firstWeekday = 0): RowSpan {
  const first = firstDayOf(day, by, firstWeekday);
  const last = { day: first, week: first + 6, month: addMonths(first, 1) - 1 }[by];
  return { from: formatDay(first), to: formatDay(last) };
}

function firstDayOf(day: number, by: RowLength, firstWeekday: number): number {
  switch (by) {
    case "day":
      return day;
    case "week":
      return firstOfWeek(day, firstWeekday);
    case "month": {
      const { year, month } = dateOf(day);
      return must(dayOf(year, month, 1), "the first of a month");
    }
  }
}
