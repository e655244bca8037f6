import { dateOf, dayOf } from "../../calendar/day.js";
import { must } from "../../number/invariant.js";

/** The month in which a day lies, counted on through the years, so that neighbours differ by one. */
export function monthIndex(day: number): number {
  const { year, month } = dateOf(day);
  return year * 12 + month - 1;
}

/** The first day of a month, as a day number. */
export function firstDayOf(index: number): number {
  const year = Math.floor(index / 12);
  return must(dayOf(year, index - year * 12 + 1, 1), "a month of the calendar");
}
