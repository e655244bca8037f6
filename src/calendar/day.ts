import type { Count, Measure } from "../number/measure.js";
/**
 * Days are counted, not clocked: inside, a date is its number of days since 1970-01-01, so that adding, comparing and
 * counting are whole-number arithmetic without a time zone. Outside, it is text, `YYYY-MM-DD`.
 */

/** A day of the (Gregorian) calendar in its parts; months count from 1, days of the month too. */
interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

/** A day, by its number of days since 1970-01-01. */
export type Day = Measure<number, "day">;

/** The years that are read, both included: wide enough for any plan, narrow enough to catch 0206 and 20206. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 9999;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Which day is this date? Days since 1970-01-01, which is 0.
 *
 * @returns undefined for whatever is no date of the years 1900 to 9999 (included), written `YYYY-MM-DD`
 *
 * @example
 * ```ts
 * parseDay("2026-01-05"); // => 20458
 * parseDay("2026-02-30"); // => undefined
 * ```
 */
export function parseDay(written: unknown): Day | undefined {
  const match = typeof written === "string" ? DATE.exec(written) : null;
  if (match === null) return undefined;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/**
 * The date of a day, `YYYY-MM-DD`.
 *
 * @example
 * ```ts
 * formatDay(20458); // => "2026-01-05"
 * ```
 */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = dateOf(day);
  return `${year}-${month < 10 ? "0" : ""}${month}-${dayOfMonth < 10 ? "0" : ""}${dayOfMonth}`;
}

/** The weekday, 0 for Monday to 6 for Sunday. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday; the second remainder is for days before it.
  return (((day + 3) % 7) + 7) % 7;
}

/** The month, 1 for January to 12. */
export function monthOf(day: Day): number {
  return dateOf(day).month;
}

/** The year. */
export function yearOf(day: Day): number {
  return dateOf(day).year;
}

/** How many days the month has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/**
 * The same day of the month, a number of months later; where that month has no such day, its last one.
 *
 * Counted from the day that is given: a month after 31 January is 28 February, two months after it 31 March.
 *
 * @param months whole number; before the day where negative
 *
 * @example
 * ```ts
 * formatDay(20484); // => "2026-01-31"
 * formatDay(addMonths(20484, 1)); // => "2026-02-28"
 * ```
 */
export function addMonths(day: Day, months: Count): Day {
  const { year, month, dayOfMonth } = dateOf(day);
  const index = year * 12 + month - 1 + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return dayNumber(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)));
}

/** The day of a year, month (from 1) and day of the month (from 1); undefined where there is none in 1900 to 9999. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12)) return undefined;
  if (!(dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month))) return undefined;
  return dayNumber(year, month, dayOfMonth);
}

/*
 * Years are counted from 1 March of year 0, so that the leap day comes last and month lengths follow one line: the days
 * before month m of such a year are ⌊(153m + 2) ÷ 5⌋. The calendar repeats every 400 years, which are 146,097 days. (An
 * object Date would say the same; for whole windows of days it takes several times as long.)
 */
const DAYS_TO_1970 = 719_468;
const DAYS_OF_400_YEARS = 146_097;

/** The date of a day. */
export function dateOf(day: Day): CalendarDate {
  const since = day + DAYS_TO_1970;
  const cycle = Math.floor(since / DAYS_OF_400_YEARS);
  const dayOfCycle = since - cycle * DAYS_OF_400_YEARS;
  const leapDaysAside =
    dayOfCycle -
    Math.floor(dayOfCycle / 1460) +
    Math.floor(dayOfCycle / 36_524) -
    Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor(leapDaysAside / 365);
  const dayOfYear = dayOfCycle - daysBeforeYear(yearOfCycle);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

const MILLISECONDS = 86_400_000;

/** Months beyond December are those of the next year. No year that is read is below 100, where Date means the 20th century. */
function dayNumber(year: number, month: number, dayOfMonth: number): Day {
  return Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS;
}

function daysBeforeYear(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}
