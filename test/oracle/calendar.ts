import { monthOf, readRange, weekdayOf } from "./dates.js";
import type { Day, Range } from "./dates.js";
import type { PlainCalendar } from "./plain-plan.js";
import { ONE, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { readNumber } from "./written.js";

/** A day on which work is done, with its relative effort. */
export interface WorkingDay {
  readonly on: Day;
  readonly weight: Rational;
}

const MONDAY_TO_FRIDAY = ["mon", "tue", "wed", "thu", "fri"];

/** How much is done on a day: 0 off work, 1 on a working day, or the month's effort in the season. */
export function weightOf(calendar: PlainCalendar, day: Day): Rational {
  if (!(calendar.workdays ?? MONDAY_TO_FRIDAY).includes(weekdayOf(day))) return ZERO;
  for (const written of calendar.holidays ?? []) {
    const holiday = readRange(written);
    if (holiday.start <= day && day <= holiday.end) return ZERO;
  }
  const effort = calendar.season?.[monthOf(day)];
  return effort === undefined ? ONE : readNumber(effort);
}

/** The days with a weight above 0, first to last. */
export function workingDaysIn(calendar: PlainCalendar, range: Range): WorkingDay[] {
  const days: WorkingDay[] = [];
  for (let on = range.start; on <= range.end; on++) {
    const weight = weightOf(calendar, on);
    if (!weight.isZero()) days.push({ on, weight });
  }
  return days;
}

/** Workdays in the calendar's week: 5 unless written. */
export function workdaysInWeek(calendar: PlainCalendar): number {
  return (calendar.workdays ?? MONDAY_TO_FRIDAY).length;
}
