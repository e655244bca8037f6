import { formatDay } from "./day.js";

/** 1970-01-01 was a Thursday, three days into its week. */
const THURSDAY = 3;

/** The number of the week that a day lies in: from Monday to Sunday, or from another weekday on (0 for Monday). */
export function weekStart(day: number, firstWeekday = 0): number {
  return Math.floor((day + THURSDAY - firstWeekday) / 7);
}

/** The first day of the week that a day lies in. */
export function firstOfWeek(day: number, firstWeekday: number): number {
  return weekStart(day, firstWeekday) * 7 - THURSDAY + firstWeekday;
}

/** A day on which a week's result is looked at, and how many of the days lie on or before it. */
export interface WeekMark {
  readonly on: string;
  readonly daysSoFar: number;
}

/**
 * The last of the days in each week, and in each part of a period that ends on one of the days `ends`; in the last week the
 * period's end stands for it.
 */
export function weekMarks(
  days: readonly number[],
  periodEnd: number,
  firstWeekday: number,
  ends: readonly number[],
): WeekMark[] {
  const marks: WeekMark[] = [];
  days.forEach((day, index) => {
    const next = days[index + 1];
    const isWithin =
      next !== undefined &&
      weekStart(next, firstWeekday) === weekStart(day, firstWeekday) &&
      !ends.some((end) => day <= end && end < next);
    if (isWithin) return;
    marks.push({ on: formatDay(next === undefined ? periodEnd : day), daysSoFar: index + 1 });
  });
  return marks;
}
