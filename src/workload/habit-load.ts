import { add, multiply, ratio, ZERO, type Ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { PlanInput } from "../plan/plan.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import { monthOf, yearOf } from "../calendar/day.js";
import type { Prepared } from "../schedule/prepared.js";
import type { Weeks } from "../schedule/weeks.js";

/** Minutes that habits take of a team in each week: process goals beside the funnel are work too. */
export function computeHabitMinutes(
  prepared: Prepared,
  weeks: Weeks,
  team: string,
): readonly { readonly name: string; readonly minutes: readonly Ratio[] }[] {
  const habits = (prepared.plan.habits ?? []).filter(
    ({ owner, minutes, atLeast }) => owner === team && minutes !== undefined && atLeast !== undefined,
  );
  return habits.map((habit) => ({
    name: habit.name,
    minutes: weeks.byPosition.map((_, week) => minutesInWeek(prepared, weeks, habit, week)),
  }));
}

type Habit = NonNullable<PlanInput["habits"]>[number];

/** Each working day carries its part of the count: all of a day's, a workday's part of a week's, a working day's of a month's. */
function minutesInWeek(prepared: Prepared, weeks: Weeks, habit: Habit, week: number): Ratio {
  const place = weeks.byPosition[week];
  if (place === undefined) return ZERO;
  const each = parseQuantity(habit.minutes ?? 0);
  if (prepared.period.kind === "undated")
    return multiply(multiply(each, place.weight), dailyCount(prepared, habit, undefined));
  let count = ZERO;
  for (let position = place.first; position <= place.last; position += 1) {
    count = add(count, dailyCount(prepared, habit, weeks.days[position]));
  }
  return multiply(each, count);
}

function dailyCount({ calendar, workDays }: Prepared, habit: Habit, day: number | undefined): Ratio {
  const count = countOn(habit.atLeast, day);
  if (habit.per === "day") return count;
  if (habit.per === "week") return multiply(count, ratio(1, Math.max(1, calendar.daysPerWeek)));
  const inMonth =
    day === undefined
      ? 0
      : workDays.filter((other) => monthOf(other) === monthOf(day) && yearOf(other) === yearOf(day)).length;
  // A period without dates has months of four weeks and a third: 52 weeks ÷ 12.
  return multiply(count, inMonth > 0 ? ratio(1, inMonth) : ratio(12, 52 * Math.max(1, calendar.daysPerWeek)));
}

function countOn(counts: Habit["atLeast"], day: number | undefined): Ratio {
  if (counts === undefined) return ZERO;
  if (!Array.isArray(counts)) return parseQuantity(counts as Quantity);
  const rows = counts as readonly { readonly from: string; readonly count: Quantity }[];
  const row =
    day === undefined ? rows.at(-1) : rows.filter(({ from }) => parseWrittenDay(from) <= day).at(-1);
  return parseQuantity(row?.count ?? 0);
}
