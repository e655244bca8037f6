import { ceiling } from "../number/ceiling.js";
import { multiply, ratio, smaller, type Ratio } from "../number/ratio.js";
import { workingDays } from "../calendar/working-days.js";
import type { Milestone } from "./target.js";
import { toCount } from "../model/count.js";
import { spread } from "./effort.js";
import { isWork } from "../model/flow.js";
import { enteredBetween, countEntries, enteredThrough } from "../model/entries-by-day.js";
import type { Inflow } from "../model/inflow.js";
import type { Prepared } from "./prepared.js";
import { weekMarks } from "../calendar/week.js";
import type { StageWindow } from "./windows.js";

/** How far work must have come by the end of each week of its window: the sums of its days. */
export function workMilestones(prepared: Prepared, total: number, window: StageWindow): Milestone[] {
  const last = window.days.at(-1);
  if (prepared.period.kind === "undated" || last === undefined) return [];
  const counts = spread(total, window.reach);
  const ends =
    workingDays(prepared.calendar, last + 1, prepared.period.last).length === 0 ? prepared.period.last : last;
  let done = 0;
  let next = 0;
  return weekMarks(window.days, ends).map(({ on, daysSoFar }) => {
    for (; next < daysSoFar; next += 1) done += counts[next] ?? 0;
    return { on, total: done };
  });
}

/** How many units must have entered a stage by the end of each week, as the plan's level work moves on through the stages. */
export function stageMilestones(
  prepared: Prepared,
  need: Ratio,
  inflows: readonly Inflow[],
  window: StageWindow,
): Milestone[] {
  const { period, time } = prepared;
  if (period.kind === "undated") return [];
  const total = (units: Ratio): number => toCount(ceiling(units), ["goal", "amount"]);
  if (time === undefined) {
    const whole = window.reach.at(-1) ?? 1;
    return weekMarks(window.days, period.last).map(({ on, daysSoFar }) => {
      const share = whole === 0 ? ratio(0) : ratio(window.reach[daysSoFar - 1] ?? 0, whole);
      return { on, total: total(multiply(need, share)) };
    });
  }
  const days = workingDays(prepared.calendar, firstWork(prepared) ?? period.first, period.last);
  const entered = countEntries(inflows);
  return weekMarks(days, period.last).map(({ on, daysSoFar }, index, marks) => {
    const day = index === marks.length - 1 ? period.last : (days[daysSoFar - 1] ?? period.last);
    return { on, total: total(enteredThrough(entered, day - time.mover.axis.first)) };
  });
}

/** The first day of work at any source: no stage has entries before it. */
function firstWork({ flow, windows }: Prepared): number | undefined {
  const starts = windows.flatMap(({ days }, index) => (isWork(flow, index) ? days.slice(0, 1) : []));
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** How many wins must have come by the end of each week: of the plan's level work and of what was open before it. */
export function winMilestones(
  prepared: Prepared,
  wins: Ratio,
  inflows: readonly Inflow[],
  window: StageWindow,
): Milestone[] {
  const { period, time, workFrom } = prepared;
  if (period.kind === "undated" || time === undefined)
    return stageMilestones(prepared, wins, inflows, window);
  const start = period.first - time.mover.axis.first - 1;
  const entered = countEntries(inflows);
  const days = workingDays(prepared.calendar, Math.max(period.first, workFrom ?? 0), period.last);
  return weekMarks(days, period.last).map(({ on, daysSoFar }, index, marks) => {
    const day = index === marks.length - 1 ? period.last : (days[daysSoFar - 1] ?? period.last);
    const won = enteredBetween(entered, start, day - time.mover.axis.first);
    return { on, total: toCount(ceiling(smaller(won, wins)), ["goal", "amount"]) };
  });
}
