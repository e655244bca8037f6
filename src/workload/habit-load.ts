import { at } from "../number/invariant.js";
import { fullDays } from "../calendar/working-days.js";
import { add, divide, multiply, ONE, ratio, ZERO, type Ratio } from "../number/ratio.js";
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

/** Before its first day a habit asks for nothing; without dates the last count holds. */
function countOn({ counts }: HabitLoad, day: number | undefined): Ratio {
  const rows = day === undefined ? counts : counts.filter(({ from }) => from <= day);
  return rows.at(-1)?.count ?? ZERO;
}
