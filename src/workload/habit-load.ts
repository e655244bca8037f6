import { at } from "../number/invariant.js";
import { add, multiply, ratio, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";
import type { HabitCount } from "../model/habits.js";
import { monthOf, yearOf } from "../calendar/day.js";
import type { Week, Weeks } from "../schedule/weeks.js";

/** Minutes that habits take of a team in each week: process goals beside the funnel are work too. */
export function computeHabitMinutes(
  compiled: CompiledPlan,
  weeks: Weeks,
  team: string,
): readonly { readonly name: string; readonly minutes: readonly Ratio[] }[] {
  return compiled.habits.flatMap(({ name, owner, minutes, aim }) => {
    if (owner !== team || minutes === undefined || aim.sense !== "at least") return [];
    const load: HabitLoad = { minutes, ...aim };
    return [{ name, minutes: weeks.byPosition.map((week) => minutesInWeek(compiled, weeks, load, week)) }];
  });
}

/** A habit that takes time: so many minutes, at least so often. */
interface HabitLoad {
  readonly minutes: Ratio;
  readonly per: "day" | "week" | "month";
  readonly counts: readonly HabitCount[];
}

/** Each working day carries its part of the count: all of a day's, a workday's part of a week's, a working day's of a month's. */
function minutesInWeek(compiled: CompiledPlan, weeks: Weeks, habit: HabitLoad, week: Week): Ratio {
  if (compiled.period.kind === "undated")
    return multiply(multiply(habit.minutes, week.weight), dailyCount(compiled, habit, undefined));
  let count = ZERO;
  for (let position = week.first; position <= week.last; position += 1) {
    count = add(count, dailyCount(compiled, habit, at(weeks.days, position)));
  }
  return multiply(habit.minutes, count);
}

function dailyCount({ calendar, workDays }: CompiledPlan, habit: HabitLoad, day: number | undefined): Ratio {
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
function countOn({ counts }: HabitLoad, day: number | undefined): Ratio {
  const rows = day === undefined ? counts : counts.filter(({ from }) => from <= day);
  return rows.at(-1)?.count ?? ZERO;
}
