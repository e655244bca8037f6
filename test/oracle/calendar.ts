import { monthOf, readRange, weekdayOf } from "./dates.js";
import type { Day, Range } from "./dates.js";
import type { PlainCalendar, PlainHoliday } from "./plain-plan.js";
import { ONE, sum, whole } from "./rational.js";
import type { Rational } from "./rational.js";
import { readNumber } from "./written.js";

/** A day on which work is done, with how much of a full day it holds, and its relative effort: that, by the season. */
export interface WorkingDay {
  readonly on: Day;
  readonly part: Rational;
  readonly weight: Rational;
}

const MONDAY_TO_FRIDAY = ["mon", "tue", "wed", "thu", "fri"];
const NONE = whole(0);

/** The days with a weight above 0, first to last: 1 on a full working day, or the month's effort in the season. */
export function workingDaysIn(calendar: PlainCalendar, range: Range): WorkingDay[] {
  const holidays = (calendar.holidays ?? []).map(readHoliday);
  const days: WorkingDay[] = [];
  for (let on = range.start; on <= range.end; on++) {
    const left = holidays
      .filter(({ start, end }) => start <= on && on <= end)
      .reduce((least, { work }) => (work.compare(least) < 0 ? work : least), ONE);
    const part = weekdayShare(calendar, weekdayOf(on)).times(left);
    const effort = calendar.seasonality?.[monthOf(on)];
    const weight = effort === undefined ? part : part.times(readNumber(effort));
    if (!weight.isZero()) days.push({ on, part, weight });
  }
  return days;
}

/** Full days in the calendar's week: 5 unless written. */
export function workdaysInWeek(calendar: PlainCalendar): Rational {
  return sum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => weekdayShare(calendar, day)));
}

/** How much of a full day a weekday holds; the list says it in words, in words with shares, or all of it is shares. */
function weekdayShare({ workdays = MONDAY_TO_FRIDAY }: PlainCalendar, weekday: string): Rational {
  const entries: readonly (string | Readonly<Record<string, string>>)[] = Array.isArray(workdays)
    ? workdays
    : [workdays as Readonly<Record<string, string>>];
  for (const entry of entries) {
    if (entry === weekday) return ONE;
    const share = typeof entry === "string" ? undefined : entry[weekday];
    if (share !== undefined) return readNumber(share);
  }
  return NONE;
}

function readHoliday(written: PlainHoliday): Range & { readonly work: Rational } {
  if (typeof written === "object" && "on" in written)
    return { ...readRange(written.on), work: readNumber(written.work) };
  return { ...readRange(written), work: NONE };
}
