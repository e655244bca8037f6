import { workdaysInWeek, workingDaysIn } from "./calendar.js";
import type { WorkingDay } from "./calendar.js";
import { dateText, dayOf, readPeriod } from "./dates.js";
import type { PlainPlan } from "./plain-plan.js";
import { sum, whole } from "./rational.js";
import type { Rational } from "./rational.js";

/** The days over which a plan without lags spreads its work. */
export interface Schedule {
  readonly workingDays: Rational;
  readonly workdaysInWeek: Rational;
  /** Empty where the period is undated. */
  readonly days: readonly WorkingDay[];
}

/** A number of units on a date. */
export interface OracleDay {
  readonly on: string;
  readonly count: bigint;
}

/** The working days from `workFrom`, or from the period's first day if that is later, to the period's end. */
export function scheduleOf(plan: PlainPlan): Schedule {
  const calendar = plan.calendar ?? {};
  const { period } = plan.goal;
  const range = readPeriod(period);
  if (range === null) {
    const workingDays = typeof period === "object" && "workingDays" in period ? period.workingDays : 0;
    return { workingDays: whole(workingDays), workdaysInWeek: workdaysInWeek(calendar), days: [] };
  }
  const workFrom = plan.workFrom === undefined ? range.start : dayOf(plan.workFrom);
  const days = workingDaysIn(calendar, { start: Math.max(range.start, workFrom), end: range.end });
  return { workingDays: sum(days.map(({ part }) => part)), workdaysInWeek: workdaysInWeek(calendar), days };
}

/** The least whole number that suffices on every working day; `null` without a working day. */
export function perDay(units: Rational, schedule: Schedule): bigint | null {
  return schedule.workingDays.isZero() ? null : units.over(schedule.workingDays).ceiling();
}

/** The least whole number that suffices in every week of working days; `null` without a working day. */
export function perWeek(units: Rational, schedule: Schedule): bigint | null {
  return perDay(units.times(schedule.workdaysInWeek), schedule);
}

/** Level effort in whole units: what is due by a day is the total's share of the weights so far, rounded up. */
export function spread(total: bigint, days: readonly WorkingDay[]): OracleDay[] {
  const weights = sum(days.map((day) => day.weight));
  let soFar = whole(0);
  let due = 0n;
  return days.map(({ on, weight }) => {
    const before = due;
    soFar = soFar.plus(weight);
    due = whole(total).times(soFar).over(weights).ceiling();
    return { on: dateText(on), count: due - before };
  });
}
