import { at } from "../number/invariant.js";
import { add, multiply, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";
import { dailyCount, habitLoad, type HabitLoad } from "../model/habit-minutes.js";
import type { Week, Weeks } from "../schedule/weeks.js";

/** Minutes that habits take of a team in each week: process goals beside the funnel are work too. */
export function computeHabitMinutes(
  compiled: CompiledPlan,
  weeks: Weeks,
  team: string,
): readonly { readonly name: string; readonly minutes: readonly Ratio[] }[] {
  return compiled.habits.flatMap((habit) => {
    const load = habitLoad(habit);
    if (habit.owner !== team || load === undefined) return [];
    const minutes = weeks.byPosition.map((week) => minutesInWeek(compiled, weeks, load, week));
    return [{ name: habit.name, minutes }];
  });
}

function minutesInWeek(compiled: CompiledPlan, weeks: Weeks, habit: HabitLoad, week: Week): Ratio {
  if (compiled.period.kind === "undated")
    return multiply(multiply(habit.minutes, week.weight), dailyCount(compiled, habit, undefined));
  let count = ZERO;
  for (let position = week.first; position <= week.last; position += 1) {
    count = add(count, dailyCount(compiled, habit, at(weeks.days, position)));
  }
  return multiply(habit.minutes, count);
}
