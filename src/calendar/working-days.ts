import type { Count, Position } from "../number/measure.js";
import { at } from "../number/invariant.js";
import { divide, ONE, ratio, sum, type Ratio } from "../number/ratio.js";
import { weekday, type Day } from "./day.js";
import type { DateRange } from "./date-range.js";

/** What a calendar is made of. */
interface CalendarParts {
  /** Weekdays on which work is done, 0 for Monday to 6 for Sunday. */
  readonly workdays: readonly number[];
  /** Days without work, in any order; they may overlap. */
  readonly holidays: readonly DateRange[];
  /** Relative effort by month, 1 for January to 12; a month that is not named counts 1. */
  readonly seasonality: Readonly<Partial<Record<number, Ratio>>>;
  /** Weekdays on which less than a full day's work is done: the share of it, in thousandths. */
  readonly shortWeekdays?: Readonly<Partial<Record<number, Ratio>>>;
  /** Days on which only a share of their weekday's work is done, in thousandths. */
  readonly shortDays?: readonly ShortDays[];
  /** The weekday on which weeks begin; default Monday. */
  readonly firstWeekday?: number;
}

/** Days on which only a share of the usual work is done. */
export interface ShortDays extends DateRange {
  readonly share: Ratio;
}

/**
 * How much of a full day each working day holds, in whole parts of `fullDay`: a half day counts half in every sum. 1 of 1
 * everywhere where no day is short.
 */
export interface DayShares {
  readonly fullDay: number;
  /** By weekday, in parts of `weekScale`; 0 on days off. */
  readonly week: readonly number[];
  readonly weekScale: number;
  readonly short: readonly ShortDays[];
  /** How many full days the days of a week come to. */
  readonly perWeek: Ratio;
}

/** When work is done, made ready for many questions by `compileCalendar`. */
export interface WorkingCalendar {
  /** Is work done on this weekday (0 for Monday)? Seven answers. */
  readonly worksOn: readonly boolean[];
  /** How many of the seven are working days. */
  readonly daysPerWeek: number;
  /** Holidays in order, without overlap. */
  readonly holidays: readonly DateRange[];
  /** Twelve weights, January first. */
  readonly seasonality: readonly Ratio[];
  readonly shares: DayShares;
  /** The weekday on which weeks begin. */
  readonly firstWeekday: number;
}

/**
 * Makes a calendar ready for many questions.
 *
 * @throws RangeError for a weekday that is no whole number from 0 to 6 (included)
 */
export function compileCalendar(parts: CalendarParts): WorkingCalendar {
  const worksOn = [false, false, false, false, false, false, false];
  for (const index of parts.workdays) {
    if (!(index in worksOn))
      throw new RangeError(`compileCalendar requires weekdays from 0 to 6; got ${index}`);
    worksOn[index] = true;
  }
  const seasonality = Array.from({ length: 12 }, (_, index) => parts.seasonality[index + 1] ?? ONE);
  return {
    worksOn,
    daysPerWeek: worksOn.filter(Boolean).length,
    holidays: merged(parts.holidays),
    seasonality,
    shares: sharesOf(worksOn, parts),
    firstWeekday: parts.firstWeekday ?? 0,
  };
}

/** Shares are thousandths: sums of them are decimals, which numbers hold as they are written. */
const SCALE = 1000;

function sharesOf(
  worksOn: readonly boolean[],
  { shortWeekdays = {}, shortDays: short = [] }: CalendarParts,
): DayShares {
  const week = worksOn.map((works, day) => (works ? (shortWeekdays[day] ?? ONE) : ratio(0)));
  const weekScale = week.every(({ den }) => den === 1) ? 1 : SCALE;
  return {
    fullDay: weekScale * (short.length === 0 ? 1 : SCALE),
    week: week.map((share) => partsOf(share, weekScale)),
    weekScale,
    short,
    perWeek: sum(week),
  };
}

function partsOf({ num, den }: Ratio, scale: number): number {
  return (Number(num) * scale) / Number(den);
}

/** How much of a full day a working day holds, in parts of `fullDay`. */
export function dayPart(shares: DayShares, day: Day): number {
  return shares.fullDay === 1 ? 1 : at(shares.week, weekday(day)) * shortPart(shares, day);
}

/** What is left of a day's usual work, in parts of `fullDay` ÷ `weekScale`; where short days overlap, the least counts. */
export function shortPart({ fullDay, weekScale, short }: DayShares, day: Day): number {
  const scale = fullDay / weekScale;
  return short.reduce(
    (least, { first, last, share }) =>
      first <= day && day <= last ? Math.min(least, partsOf(share, scale)) : least,
    scale,
  );
}

/** How many full days working days come to: 23.5 for 21 days and 5 half ones. */
export function fullDays({ shares }: WorkingCalendar, days: readonly Day[]): Ratio {
  if (shares.fullDay === 1) return ratio(days.length);
  const parts = days.reduce((total, day) => total + dayPart(shares, day), 0);
  return divide(ratio(parts), ratio(shares.fullDay));
}

/** Is work done on this day: is it a workday and no holiday? */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  if (calendar.worksOn[weekday(day)] !== true) return false;
  const index = holidayFrom(calendar, day);
  const holiday = calendar.holidays[index];
  return holiday === undefined || holiday.first > day;
}

/** The working days from first to last (both included), in order; empty when last lies before first. */
export function workingDays(calendar: WorkingCalendar, first: Day, last: Day): Day[] {
  const days: Day[] = [];
  let index = holidayFrom(calendar, first);
  for (let day = first; day <= last; day += 1) {
    const holiday = calendar.holidays[index];
    if (holiday !== undefined && day >= holiday.first) {
      day = holiday.last;
      index += 1;
    } else if (calendar.worksOn[weekday(day)] === true) {
      days.push(day);
    }
  }
  return days;
}

/**
 * How many working days from first to last (both included)? The length of `workingDays`, without the list.
 *
 * Costs a step for each holiday in between, however many years.
 */
export function countWorkingDays(calendar: WorkingCalendar, first: Day, last: Day): Count {
  let count = countWorkdays(calendar, first, last);
  for (let index = holidayFrom(calendar, first); index < calendar.holidays.length; index += 1) {
    const holiday = calendar.holidays[index];
    if (holiday === undefined || holiday.first > last) break;
    count -= countWorkdays(calendar, Math.max(first, holiday.first), Math.min(last, holiday.last));
  }
  return count;
}

/**
 * The n-th working day after `day`; `day` itself, working day or not, for n = 0.
 *
 * @param n whole number from 0 (included)
 * @throws RangeError when n is no such number, and when n is above 0 and no weekday is a workday
 *
 * @example
 * ```ts
 * const calendar = compileCalendar({ workdays: [0, 1, 2, 3, 4], holidays: [], seasonality: {} });
 * addWorkingDays(calendar, 20461, 2); // from Thursday 2026-01-08 to Monday => 20465
 * ```
 */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, n: Count): Day {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(`addWorkingDays requires whole days from 0; got ${n}`);
  if (n === 0) return day;
  if (calendar.daysPerWeek === 0)
    throw new RangeError("addWorkingDays requires a calendar with workdays; got none");
  let current = day;
  let index = holidayFrom(calendar, day + 1);
  for (let left = n; left > 0;) {
    current += 1;
    const holiday = calendar.holidays[index];
    if (holiday !== undefined && current >= holiday.first) {
      current = holiday.last;
      index += 1;
    } else if (calendar.worksOn[weekday(current)] === true) {
      left -= 1;
    }
  }
  return current;
}

/** The index of the first holiday that ends on or after this day; past the end where there is none. */
function holidayFrom(calendar: WorkingCalendar, day: Day): Position {
  let low = 0;
  let high = calendar.holidays.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((calendar.holidays[middle]?.last ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Workdays from first to last, holidays or not. */
function countWorkdays(calendar: WorkingCalendar, first: Day, last: Day): Count {
  if (last < first) return 0;
  const weeks = Math.floor((last - first + 1) / 7);
  let count = weeks * calendar.daysPerWeek;
  for (let day = first + weeks * 7; day <= last; day += 1)
    if (calendar.worksOn[weekday(day)] === true) count += 1;
  return count;
}

/** In order, and overlapping or touching ranges as one. */
function merged(ranges: readonly DateRange[]): DateRange[] {
  const result: DateRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = result.at(-1);
    if (before === undefined || range.first > before.last + 1) result.push(range);
    else if (range.last > before.last) result[result.length - 1] = { first: before.first, last: range.last };
  }
  return result;
}
