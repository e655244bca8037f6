import { ceiling, ceilingOfQuotient } from "../number/ceiling.js";
import { at } from "../number/invariant.js";
import { ratio, smaller, sum, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import { times } from "../number/whole.js";
import { workingDays } from "../calendar/working-days.js";
import { formatDay } from "../calendar/day.js";
import type { Milestone } from "./target.js";
import { toCount } from "../model/count.js";
import { enteredBetween, countEntries, enteredThrough } from "../model/entries-by-day.js";
import type { Inflow } from "../model/inflow.js";
import type { CompiledPlan } from "../model/compile.js";
import { weekMarks } from "../calendar/week.js";
import { wholeReach, type StageWindow } from "../model/windows.js";

/** How far work must have come by the end of each week of its window: the sums of its days. */
export function workMilestones(
  compiled: CompiledPlan,
  counts: readonly number[],
  window: StageWindow,
): Milestone[] {
  const last = window.days.at(-1);
  if (compiled.period.kind === "undated" || last === undefined) return [];
  const { firstWeekday } = compiled.calendar;
  const ends =
    workingDays(compiled.calendar, last + 1, compiled.period.last).length === 0 ? compiled.period.last : last;
  let done = 0;
  let next = 0;
  return weekMarks(window.days, ends, firstWeekday, compiled.partEnds).map(({ day, daysSoFar }) => {
    for (; next < daysSoFar; next += 1) done += at(counts, next);
    return { on: formatDay(day), total: done };
  });
}

/** How many units must have entered a stage by the end of each week, as the plan's level work moves on through the stages. */
export function stageMilestones(
  compiled: CompiledPlan,
  need: Ratio,
  inflows: readonly Inflow[],
  window: StageWindow,
): Milestone[] {
  const { period, time, calendar } = compiled;
  if (period.kind === "undated") return [];
  const total = (units: Ratio): number => toCount(ceiling(units), ["goal", "amount"]);
  if (time === undefined) {
    const whole = wholeReach(window);
    return weekMarks(window.days, period.last, calendar.firstWeekday, compiled.partEnds).map(
      ({ day, daysSoFar }) => {
        // Only the ceiling counts: the need of a long funnel has too many digits to be brought to lowest terms each week.
        const reached = whole === 0 ? 0 : at<Whole>(window.reach, daysSoFar - 1);
        const units = ceilingOfQuotient(
          1,
          times(need.num, reached),
          times(need.den, whole === 0 ? 1 : whole),
        );
        return { on: formatDay(day), total: toCount(units, ["goal", "amount"]) };
      },
    );
  }
  const days = workingDays(compiled.calendar, firstWork(compiled) ?? period.first, period.last);
  const entered = countEntries(inflows);
  return weekMarks(days, period.last, calendar.firstWeekday, compiled.partEnds).map(({ day }) => {
    return { on: formatDay(day), total: total(enteredThrough(entered, day - time.mover.axis.first)) };
  });
}

/** The first day of work at any source: no stage has entries before it. */
function firstWork({ flow }: CompiledPlan): number | undefined {
  const starts = flow.flatMap(({ isWork, window }) => (isWork ? window.days.slice(0, 1) : []));
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** How many wins must have come by the end of each week: of the plan's level work and of what was open before it. */
export function winMilestones(
  compiled: CompiledPlan,
  wins: Ratio,
  inflows: readonly Inflow[],
  window: StageWindow,
): Milestone[] {
  const { period, time, workFrom, calendar } = compiled;
  if (period.kind === "undated" || time === undefined)
    return stageMilestones(compiled, wins, inflows, window);
  const start = period.first - time.mover.axis.first - 1;
  const entered = countEntries(inflows);
  const days = workingDays(compiled.calendar, Math.max(period.first, workFrom ?? period.first), period.last);
  // Where the goal holds for each month, wins beyond a month's own are of no use to the next one.
  const parts =
    compiled.months.length > 0
      ? compiled.months.map((month) => ({ first: month.first, wins: ratio(month.wins) }))
      : [{ first: period.first, wins }];
  return weekMarks(days, period.last, calendar.firstWeekday, compiled.partEnds).map(({ day }) => {
    const won = parts.map((part, index) => {
      const from = Math.max(start, part.first - time.mover.axis.first - 1);
      const until = Math.min(day, (parts[index + 1]?.first ?? Infinity) - 1) - time.mover.axis.first;
      return until <= from ? ZERO : smaller(enteredBetween(entered, from, until), part.wins);
    });
    return { on: formatDay(day), total: toCount(ceiling(sum(won)), ["goal", "amount"]) };
  });
}
