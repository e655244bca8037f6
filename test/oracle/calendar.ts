import { monthOf, readRange, weekdayOf } from "./dates.js";
import type { Day, Range } from "./dates.js";
import type { PlainCalendar } from "./plain-plan.js";
import { ONE } from "./rational.js";
import type { Rational } from "./rational.js";
import { readNumber } from "./written.js";

/** A day on which work is done, with its relative effort. */
export interface WorkingDay {
  readonly on: Day;
  readonly weight: Rational;
}

const MONDAY_TO_FRIDAY = ["mon", "tue", "wed", "thu", "fri"];

/** The days with a weight above 0, first to last: 1 on a working day, or the month's effort in the season. */
export function workingDaysIn(calendar: PlainCalendar, range: Range): WorkingDay[] {
  const workdays = calendar.workdays ?? MONDAY_TO_FRIDAY;
  const holidays = (calendar.holidays ?? []).map(readRange);
  const days: WorkingDay[] = [];
  for (let on = range.start; on <= range.end; on++) {
    if (!workdays.includes(weekdayOf(on))) continue;
    if (holidays.some(({ start, end }) => start <= on && on <= end)) continue;
    const effort = calendar.seasonality?.[monthOf(on)];
    const weight = effort === undefined ? ONE : readNumber(effort);
    if (!weight.isZero()) days.push({ on, weight });
  }
  return days;
}

/** Workdays in the calendar's week: 5 unless written. */
export function workdaysInWeek(calendar: PlainCalendar): number {
  return (calendar.workdays ?? MONDAY_TO_FRIDAY).length;
}
