import { formatDay, parseDay } from "../calendar/day.js";
import { weekStart } from "../calendar/week.js";
import { workingDays } from "../calendar/working-days.js";
import type { CompiledPlan } from "../model/compile.js";
import { ceilingOfQuotient } from "../number/ceiling.js";
import { at, must } from "../number/invariant.js";
import type { DayCount, Milestone, Target } from "../schedule/target.js";
import type { ActivityTarget } from "../workload/activity-target.js";

/** Whole units by day; what is left of the total has no day. */
export type DatedUnits = readonly DayCount[];

/**
 * On which days a stage's units are due. Work has its days; what comes from the stages before, and the wins, have a figure for
 * each week, which is spread level over the working days of that week, never late.
 */
export function daysOfTarget(compiled: CompiledPlan, { kind, days, milestones }: Target): DatedUnits {
  if (kind === "work") return days;
  let [done, after] = [0, firstDay(compiled) - 1];
  return milestones.flatMap((milestone) => {
    const due = daysOfWeek(compiled, after, milestone);
    const units = milestone.total - done;
    [done, after] = [milestone.total, dayOf(milestone.on)];
    return due.map((day, index) => ({
      on: formatDay(day),
      count: levelThrough(units, index + 1, due.length) - levelThrough(units, index, due.length),
    }));
  });
}

/** On which days an activity is due: as it was assigned, else as the units come that it is done for. */
export function daysOfActivity({ days, total }: ActivityTarget, target: DatedUnits): DatedUnits {
  if (days.length > 0) return days;
  const all = target.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return target.map(({ on, count }) => {
    const through = before + count;
    const units = levelThrough(total, through, all) - levelThrough(total, before, all);
    before = through;
    return { on, count: units };
  });
}

/** The first day that may have work or wins: the start of the work, or of the period where that is earlier. */
export function firstDay({ period, workFrom }: CompiledPlan): number {
  if (period.kind === "undated") return 0;
  return workFrom === undefined ? period.first : Math.min(period.first, workFrom);
}

/** The working days of the week that a milestone closes; the milestone's own day where there is none. */
function daysOfWeek({ calendar }: CompiledPlan, after: number, { on }: Milestone): readonly number[] {
  const end = dayOf(on);
  const found = workingDays(calendar, after + 1, end);
  // The last milestone stands on the period's end, the one before on a day of its week: only one week lies between them.
  const week = found.length === 0 ? 0 : weekStart(at(found, found.length - 1), calendar.firstWeekday);
  const own = found.filter((day) => weekStart(day, calendar.firstWeekday) === week);
  return own.length === 0 ? [end] : own;
}

/** How many of some units are done after a part of the steps, when they are spread level and never late. */
function levelThrough(units: number, step: number, steps: number): number {
  return steps === 0 ? 0 : Number(ceilingOfQuotient(units, step, steps));
}

function dayOf(iso: string): number {
  return must(parseDay(iso), "the day of an answer");
}
