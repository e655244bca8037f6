import { monthOf, yearOf, type Day } from "../calendar/day.js";
import { fullDays, type WorkingCalendar } from "../calendar/working-days.js";
import { divide, multiply, ONE, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { Period } from "../plan/period.js";
import type { CompiledHabit, HabitCount } from "./habits.js";

/** The days on which habits are done. */
export interface HabitDays {
  readonly period: Period;
  readonly calendar: WorkingCalendar;
  /** Working days from workFrom to the period's end; empty for a period without dates. */
  readonly workDays: readonly Day[];
}

/** A habit that takes time: so many minutes, at least so often. */
export interface HabitLoad {
  readonly minutes: Ratio;
  readonly per: "day" | "week" | "month";
  readonly counts: readonly HabitCount[];
}

/** What a habit takes of its owner's time; undefined for one that takes none, or of which only a most is asked. */
export function habitLoad({ minutes, aim }: CompiledHabit): HabitLoad | undefined {
  return minutes === undefined || aim.sense !== "at least" ? undefined : { minutes, ...aim };
}

/** How often a habit is done on a day: all of a day's count, a workday's part of a week's, a working day's of a month's. */
export function dailyCount({ calendar, workDays }: HabitDays, habit: HabitLoad, day: Day | undefined): Ratio {
  const part = day === undefined ? ONE : fullDays(calendar, [day]);
  const count = multiply(countOn(habit, day), part);
  if (habit.per === "day") return count;
  const { perWeek } = calendar.shares;
  if (habit.per === "week") return divide(count, perWeek);
  // A period without dates has months of four weeks and a third: 52 weeks ÷ 12.
  if (day === undefined) return divide(multiply(count, ratio(12, 52)), perWeek);
  const month = workDays.filter((other) => monthOf(other) === monthOf(day) && yearOf(other) === yearOf(day));
  return divide(count, fullDays(calendar, month));
}

/** Minutes of a habit over all days of work. */
export function habitMinutes(days: HabitDays, habit: HabitLoad): Ratio {
  const { period, workDays } = days;
  const count =
    period.kind === "undated"
      ? multiply(ratio(period.workingDays), dailyCount(days, habit, undefined))
      : sum(workDays.map((day) => dailyCount(days, habit, day)));
  return multiply(habit.minutes, count);
}

/** Before its first day a habit asks for nothing; without dates the last count holds. */
function countOn({ counts }: HabitLoad, day: Day | undefined): Ratio {
  const rows = day === undefined ? counts : counts.filter(({ from }) => from <= day);
  return rows.at(-1)?.count ?? ZERO;
}
