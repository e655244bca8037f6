import { at } from "../number/invariant.js";
import { add, multiply, ratio, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";
import type { CompiledHabit } from "../model/habits.js";
import { monthOf, yearOf } from "../calendar/day.js";
import type { Week, Weeks } from "../schedule/weeks.js";

/** Minutes that habits take of a team in each week: process goals beside the funnel are work too. */
export function computeHabitMinutes(
  compiled: CompiledPlan,
  weeks: Weeks,
  team: string,
): readonly { readonly name: string; readonly minutes: readonly Ratio[] }[] {
  const habits = compiled.habits.filter(({ owner }) => owner === team);
  return habits.map((habit) => ({
    name: habit.name,
    minutes: weeks.byPosition.map((week) => minutesInWeek(compiled, weeks, habit, week)),
  }));
}

/** Each working day carries its part of the count: all of a day's, a workday's part of a week's, a working day's of a month's. */
function minutesInWeek(compiled: CompiledPlan, weeks: Weeks, habit: CompiledHabit, week: Week): Ratio {
  if (compiled.period.kind === "undated")
    return multiply(multiply(habit.minutes, week.weight), dailyCount(compiled, habit, undefined));
  let count = ZERO;
  for (let position = week.first; position <= week.last; position += 1) {
    count = add(count, dailyCount(compiled, habit, at(weeks.days, position)));
  }
  return multiply(habit.minutes, count);
}

function dailyCount(
  { calendar, workDays }: CompiledPlan,
  habit: CompiledHabit,
  day: number | undefined,
): Ratio {
  const count = countOn(habit, day);
  if (habit.per === "day") return count;
  if (habit.per === "week") return multiply(count, ratio(1, Math.max(1, calendar.daysPerWeek)));
  const inMonth =
    day === undefined
      ? 0
      : workDays.filter((other) => monthOf(other) === monthOf(day) && yearOf(other) === yearOf(day)).length;
  // A period without dates has months of four weeks and a third: 52 weeks ÷ 12.
  return multiply(count, inMonth > 0 ? ratio(1, inMonth) : ratio(12, 52 * Math.max(1, calendar.daysPerWeek)));
}

/** Before its first day a habit asks for nothing; without dates the last count holds. */
function countOn({ atLeast }: CompiledHabit, day: number | undefined): Ratio {
  const rows = day === undefined ? atLeast : atLeast.filter(({ from }) => from <= day);
  return rows.at(-1)?.count ?? ZERO;
}
