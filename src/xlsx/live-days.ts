import { formatDay, parseDay, weekday } from "../calendar/day.js";
import { ceiling, ceilingOfQuotient } from "../number/ceiling.js";
import { at, must } from "../number/invariant.js";
import { divide, multiply, ratio, type Ratio } from "../number/ratio.js";
import type { GoalPlan } from "../plan/plan.js";
import type { Target } from "../schedule/target.js";
import type { Targets } from "../solve/answer.js";
import { parseDateRange } from "../calendar/date-range.js";
import { WEEKDAYS } from "../calendar/week.js";

/** Which days work is done on: those of a calendar, or so many of none. */
export interface LiveDays {
  readonly dates: LiveDates | null;
  readonly count: number;
  /** The weekdays on which work is done, from Monday on. */
  readonly weekdays: readonly string[];
}

/** The days of a calendar. */
interface LiveDates {
  readonly first: number;
  readonly last: number;
  /** The first day on which work can be done; null where the plan does not say. */
  readonly workFrom: number | null;
  readonly holidays: readonly number[];
  /** The days of work, in order. */
  readonly worked: readonly number[];
}

/** The names of the weekdays. */
export const WEEK: readonly string[] = WEEKDAYS;

/** A stage or the win, and what the work of its days is measured by. */
interface PacedTarget {
  readonly target: Target;
  readonly effort: Ratio;
}

/** Days on which the work is level; null where those that a sheet finds are not the answer's. */
export function liveDays(
  { calendar, workFrom }: GoalPlan,
  { period }: Targets,
  stages: readonly PacedTarget[],
): LiveDays | null {
  const named: readonly unknown[] = Array.isArray(calendar?.workdays) ? calendar.workdays : WEEK.slice(0, 5);
  const weekdays = WEEK.filter((day) => named.includes(day));
  if (period.kind === "undated") {
    const days = { dates: null, count: period.workingDays, weekdays };
    return stages.every((stage) => isLevel(days, stage)) ? days : null;
  }
  const holidays = [...new Set((calendar?.holidays ?? []).flatMap(daysWritten))].sort((a, b) => a - b);
  const [first, last] = [dayOf(period.start), dayOf(period.end)];
  const from = workFrom === undefined ? null : dayOf(workFrom);
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const isOn = (day: number): boolean =>
    day >= (from ?? first) && weekdays.includes(weekdayOf(day)) && !holidays.includes(day);
  const worked = all.filter(isOn);
  const days = { dates: { first, last, workFrom: from, holidays, worked }, count: worked.length, weekdays };
  return worked.length > 0 && stages.every((stage) => isLevel(days, stage)) ? days : null;
}

/** Does a stage's answer say what level work on these days comes to? */
function isLevel({ dates, count, weekdays }: LiveDays, { target, effort }: PacedTarget): boolean {
  const { perDay, perWeek, days, milestones } = target;
  if (count === 0 || perDay === null || perWeek === null) return false;
  const each = divide(effort, ratio(count));
  if (ceiling(each) !== perDay || ceiling(multiply(each, ratio(weekdays.length))) !== perWeek) return false;
  if (dates === null) return true;
  const basis = target.kind === "work" ? ratio(target.total) : effort;
  const through = (place: number): number => levelThrough(basis, place, count);
  const places = new Map(dates.worked.map((day, index) => [formatDay(day), index + 1]));
  const isEachDay = days.every(({ on, count: units }) => {
    const place = places.get(on);
    return place !== undefined && units === through(place) - through(place - 1);
  });
  const isEachWeek = milestones.every(({ on, total }) => {
    const place = dates.worked.filter((day) => formatDay(day) <= on).length;
    return total === through(place);
  });
  return isEachDay && isEachWeek && (target.kind !== "work" || days.length === count);
}

/** How much of an amount is done after so many of its days: level, and never late. */
export function levelThrough({ num, den }: Ratio, days: number, all: number): number {
  return Number(ceilingOfQuotient(days, num, BigInt(den) * BigInt(all)));
}

function weekdayOf(day: number): string {
  return at(WEEK, weekday(day));
}

function daysWritten(written: unknown): readonly number[] {
  const day = parseDay(written);
  if (day !== undefined) return [day];
  const { first, last } = must(parseDateRange(written), "a holiday of a plan");
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function dayOf(iso: string): number {
  return must(parseDay(iso), "a day of an answer");
}
