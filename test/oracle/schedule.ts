import { workdaysInWeek, workingDaysIn } from "./calendar.js";
import type { WorkingDay } from "./calendar.js";
import { dateText, dayOf, readPeriod } from "./dates.js";
import type { Range } from "./dates.js";
import type { PlainPlan } from "./plain-plan.js";
import { ONE, sum, whole } from "./rational.js";
import type { Rational } from "./rational.js";
import { readNumber } from "./written.js";

/** The days over which a plan without lags spreads its work. */
export interface Schedule {
  readonly workingDays: Rational;
  readonly workdaysInWeek: Rational;
  /** Empty where the period is undated. */
  readonly days: readonly WorkingDay[];
  /** By the end of each part of a profile: the share of the target so far, and the full days of work so far. */
  readonly due: readonly { readonly share: Rational; readonly days: Rational }[];
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
    return { workingDays: whole(workingDays), workdaysInWeek: workdaysInWeek(calendar), days: [], due: [] };
  }
  const workFrom = plan.workFrom === undefined ? range.start : dayOf(plan.workFrom);
  const days = workingDaysIn(calendar, { start: Math.max(range.start, workFrom), end: range.end });
  const workingDays = sum(days.map(({ part }) => part));
  const parts = partsOf(plan);
  const due = parts.map(({ end }, index) => ({
    share: sum(parts.slice(0, index + 1).map(({ share }) => share)),
    days: sum(days.filter(({ on }) => on <= end).map(({ part }) => part)),
  }));
  return {
    ...{ workingDays, workdaysInWeek: workdaysInWeek(calendar) },
    days: parts.length === 0 ? days : withoutEmpty(parts, days).flatMap((part) => sharedOut(days, part)),
    due: due.filter(({ share }) => !share.isZero()),
  };
}

/** What of the target falls on each working day of the period: by the profile, or else alike by calendar month. */
export function targetDays(plan: PlainPlan, period: Range): WorkingDay[] {
  const days = workingDaysIn(plan.calendar ?? {}, period);
  const parts = partsOf(plan);
  const shared = parts.length === 0 ? [{ ...period, share: ONE }] : parts;
  return withoutEmpty(shared, days).flatMap((part) => sharedOut(days, part));
}

interface Part extends Range {
  readonly share: Rational;
}

function partsOf({ goal }: PlainPlan): Part[] {
  return Object.entries(goal.profile ?? {})
    .flatMap(([name, share]) => {
      const range = readPeriod(name);
      return range === null ? [] : [{ ...range, share: readNumber(share) }];
    })
    .sort((one, other) => one.start - other.start);
}

/** A part without a working day leaves its share to the one before it. */
function withoutEmpty(parts: readonly Part[], days: readonly WorkingDay[]): readonly Part[] {
  const kept: Part[] = [];
  for (const part of parts) {
    const before = kept.at(-1);
    if (days.some(({ on }) => part.start <= on && on <= part.end)) kept.push(part);
    else if (before !== undefined)
      kept[kept.length - 1] = { ...before, share: before.share.plus(part.share) };
  }
  return kept;
}

/** The days of a part: its share goes to its calendar months alike, a part of a month counting as such, and there by weight. */
function sharedOut(days: readonly WorkingDay[], { start, end, share }: Part): WorkingDay[] {
  const inside = days.filter(({ on }) => start <= on && on <= end);
  const months = [...new Set(inside.map(({ on }) => dateText(on).slice(0, 7)))].map((month) => {
    const all = readRangeOfMonth(month);
    const length = Math.min(end, all.end) - Math.max(start, all.start) + 1;
    return { month, size: whole(length).over(whole(all.end - all.start + 1)) };
  });
  const sizes = sum(months.map(({ size }) => size));
  return months.flatMap(({ month, size }) => {
    const own = inside.filter(({ on }) => dateText(on).startsWith(month));
    const weights = sum(own.map(({ weight }) => weight));
    const each = share.times(size).over(sizes).over(weights);
    return own.map((day) => ({ ...day, weight: day.weight.times(each) }));
  });
}

function readRangeOfMonth(month: string): Range {
  return readPeriod(month) ?? { start: 0, end: 0 };
}

/**
 * The least whole number that suffices on every working day, by the end of each part of a profile too; `null` where there is no
 * working day, or none by the time that something is due.
 */
export function perDay(units: Rational, schedule: Schedule): bigint | null {
  const due = schedule.due.length === 0 ? [{ share: ONE, days: schedule.workingDays }] : schedule.due;
  if (due.some(({ days }) => days.isZero())) return null;
  return due
    .map(({ share, days }) => units.times(share).over(days).ceiling())
    .reduce((most, each) => (each > most ? each : most));
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
    // Only parts without a share have no weight at all.
    due = weights.isZero() ? 0n : whole(total).times(soFar).over(weights).ceiling();
    return { on: dateText(on), count: due - before };
  });
}
