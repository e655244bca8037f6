import { formatDay } from "./day.js";

/** 1970-01-01 was a Thursday, three days into its week. */
const THURSDAY = 3;

/** The number of the calendar week (Monday to Sunday) that a day lies in. */
export function weekStart(day: number): number {
  return Math.floor((day + THURSDAY) / 7);
}

/** A day on which a week's result is looked at, and how many of the days lie on or before it. */
export interface WeekMark {
  readonly on: string;
  readonly daysSoFar: number;
}

/** The last of the days in each calendar week; in the last week the period's end stands for it. */
export function weekMarks(days: readonly number[], periodEnd: number): WeekMark[] {
  const marks: WeekMark[] = [];
  days.forEach((day, index) => {
    const next = days[index + 1];
    if (next !== undefined && weekStart(next) === weekStart(day)) return;
    marks.push({ on: formatDay(next === undefined ? periodEnd : day), daysSoFar: index + 1 });
  });
  return marks;
}
