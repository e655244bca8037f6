import { weekStart } from "../../calendar/week.js";
import type { Days } from "./deal-paths.js";
import { firstDayOf, monthIndex } from "./months.js";

/** The Monday of the week with this number. */
function mondayOf(week: number): number {
  // 1 January 1970 was the Thursday of week 0.
  return week * 7 - 3;
}

/** The months, or weeks from Monday, that lie whole between two days (both included), or of which at least half does at the start. */
export function recordedPeriods(from: number, to: number, per: "month" | "week"): readonly Days[] {
  const whole = wholePeriods(from, to, per);
  const last = (whole[0]?.first ?? to + 1) - 1;
  return 2 * (last - from + 1) >= (per === "month" ? HALF_OF_MONTH : 7)
    ? [{ first: from, last }, ...whole]
    : whole;
}

const HALF_OF_MONTH = 30;

/** The whole months, or weeks from Monday, between two days, both included. */
export function wholePeriods(from: number, to: number, per: "month" | "week"): readonly Days[] {
  const [startOf, indexOf] = per === "month" ? [firstDayOf, monthIndex] : [mondayOf, weekStart];
  const periods: Days[] = [];
  for (let index = indexOf(from); startOf(index + 1) - 1 <= to; index += 1) {
    const first = startOf(index);
    if (first >= from) periods.push({ first, last: startOf(index + 1) - 1 });
  }
  return periods;
}
