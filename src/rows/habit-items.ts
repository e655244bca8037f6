import { formatDay } from "../calendar/day.js";
import { fullDays, workingDays } from "../calendar/working-days.js";
import { habitCountOn, type CompiledHabit, type HabitCount } from "../model/habits.js";
import { isDated, type CompiledPlan, type DatedPlan } from "../model/compile.js";
import { ceiling, ceilingOfQuotient } from "../number/ceiling.js";
import { add, multiply, ZERO } from "../number/ratio.js";
import { firstDay, type DatedUnits } from "./dated-work.js";
import { spanOf } from "./span-of.js";
import type { TargetItem } from "./target-items.js";

/**
 * How often each habit is to be kept, day by day from the start of the work to the period's end: what is asked for each day by
 * the day's share of work, what is asked for each week or month level over its working days, never late. A most, and a share of
 * cases, ask for nothing that could be counted.
 */
export function habitItems(compiled: CompiledPlan): readonly TargetItem[] {
  if (!isDated(compiled)) return [];
  return compiled.habits.flatMap((habit) => {
    const { name, owner } = habit;
    const days = daysOfHabit(compiled, habit);
    if (days.length === 0) return [];
    const kind = "habit" as const;
    const subject = { team: owner ?? null, person: null, kind, stage: name, activity: null, channel: null };
    return [{ subject, total: days.reduce((sum, { count }) => sum + count, 0), days }];
  });
}

function daysOfHabit(compiled: DatedPlan, { aim }: CompiledHabit): DatedUnits {
  if (aim.sense !== "at least") return [];
  const { calendar, period } = compiled;
  const days = workingDays(calendar, firstDay(compiled), period.last);
  const { per } = aim;
  if (per === "day") return eachDay(compiled, days, aim.counts);
  const bySpan = new Map<string, number[]>();
  for (const day of days) {
    const { from } = spanOf(day, per, calendar.firstWeekday);
    bySpan.set(from, [...(bySpan.get(from) ?? []), day]);
  }
  return [...bySpan.values()].flatMap((span) => level(span, aim.counts));
}

/** Whole numbers whose sums through each day are what was asked for until then, rounded up. */
function eachDay(
  { calendar }: DatedPlan,
  days: readonly number[],
  counts: readonly HabitCount[],
): DatedUnits {
  let [exact, whole] = [ZERO, 0];
  return days.flatMap((day) => {
    const count = habitCountOn(counts, day);
    if (count === undefined) return [];
    exact = add(exact, multiply(count, fullDays(calendar, [day])));
    const before = whole;
    whole = Number(ceiling(exact));
    return [{ on: formatDay(day), count: whole - before }];
  });
}

/** The count of the first day on which one holds, over that day and those after it. */
function level(days: readonly number[], counts: readonly HabitCount[]): DatedUnits {
  const asked = days.filter((day) => habitCountOn(counts, day) !== undefined);
  const [first] = asked;
  const count = first === undefined ? undefined : habitCountOn(counts, first);
  if (count === undefined) return [];
  const total = Number(ceiling(count));
  const through = (step: number): number => Number(ceilingOfQuotient(total, step, asked.length));
  return asked.map((day, index) => ({ on: formatDay(day), count: through(index + 1) - through(index) }));
}
