import type { Count } from "../number/measure.js";

/** The days of the week by their short names, Monday first. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
import type { Day } from "./day.js";

/** 1970-01-01 was a Thursday, three days into its week. */
const THURSDAY = 3;

/** The number of the week that a day lies in: from Monday to Sunday, or from another weekday on (0 for Monday). */
export function weekStart(day: Day, firstWeekday = 0): number {
  return Math.floor((day + THURSDAY - firstWeekday) / 7);
}

/** The first day of the week that a day lies in: its Monday, or another weekday (0 for Monday). */
export function firstOfWeek(day: Day, firstWeekday = 0): Day {
  return weekStart(day, firstWeekday) * 7 - THURSDAY + firstWeekday;
}

/** A day through which a week's result is looked at, and how many of the days lie on or before it. */
interface WeekMark {
  readonly day: Day;
  readonly daysSoFar: Count;
}

/**
 * The last of the days in each week; in the last week the period's end stands for it. The parts of a period end on `ends`, which
 * are looked at as well: each stands for the last of the days before it.
 */
export function weekMarks(
  days: readonly Day[],
  periodEnd: Day,
  firstWeekday: number,
  ends: readonly Day[],
): WeekMark[] {
  return days.flatMap((day, index): WeekMark[] => {
    const next = days[index + 1];
    const closed = ends.filter((end) => day <= end && end < (next ?? periodEnd));
    const isWithin = next !== undefined && weekStart(next, firstWeekday) === weekStart(day, firstWeekday);
    const last = next === undefined ? [periodEnd] : isWithin || closed.length > 0 ? [] : [day];
    return [...closed, ...last].map((mark) => ({ day: mark, daysSoFar: index + 1 }));
  });
}
