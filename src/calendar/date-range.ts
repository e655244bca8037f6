import type { Count } from "../number/measure.js";
import { addMonths, dayOf, LAST_YEAR, parseDay, weekday, yearOf, type Day } from "./day.js";

/** Days from a first to a last one, both included. */
export interface DateRange {
  readonly first: Day;
  readonly last: Day;
}

/** When a company's years begin, and which year they are called after. */
export interface FiscalYears {
  /** The first month, 0 for January to 11. */
  readonly firstMonth: number;
  /** Whether a year has the name of the calendar year in which it ends or in which it starts. */
  readonly namedBy: "end" | "start";
}

/** Fiscal years that are those of the calendar. */
const CALENDAR_YEARS: FiscalYears = { firstMonth: 0, namedBy: "end" };

const NAMED = /^(FY)?(\d{4})(?:-(?:Q([1-4])|H([12])|W(\d{2})|(\d{2})))?$/;

/**
 * Which days are meant? Reads a month `"2026-01"`, a quarter `"2026-Q1"`, a half `"2026-H1"`, a year `"2026"` or `2026`, an
 * ISO week `"2026-W07"` (from Monday to Sunday; week 1 is the one with 4 January), and a date range
 * `"2026-01-05/2026-02-01"` or `{ start, end }`, both ends included. `"FY2026"`, `"FY2026-Q1"` and `"FY2026-H1"` are parts of
 * a fiscal year.
 *
 * @param fiscal the fiscal years; default those of the calendar
 * @returns undefined for whatever is not written in one of these ways, and for a range that ends before it starts
 *
 * @example
 * ```ts
 * parseDateRange("2026-Q1"); // => { first: 20454, last: 20543 }
 * parseDateRange("FY2026-Q1", { firstMonth: 1, namedBy: "end" }); // from 2025-02-01 to 2025-04-30 => { first: 20120, last: 20208 }
 * ```
 */
export function parseDateRange(written: unknown, fiscal = CALENDAR_YEARS): DateRange | undefined {
  if (typeof written === "number" || typeof written === "string") return readText(String(written), fiscal);
  if (written === null || typeof written !== "object" || !("start" in written && "end" in written))
    return undefined;
  return between(written.start, written.end);
}

/**
 * A number of whole weeks from a day on.
 *
 * @param start the first day
 * @param weeks whole number from 1 (included)
 * @throws RangeError when weeks is no such number
 *
 * @example
 * ```ts
 * weeksFrom(20458, 6); // => { first: 20458, last: 20499 }
 * ```
 */
export function weeksFrom(start: Day, weeks: Count): DateRange {
  if (!Number.isSafeInteger(weeks) || weeks < 1) {
    throw new RangeError(`weeksFrom requires whole weeks from 1; got ${weeks}`);
  }
  return { first: start, last: start + weeks * 7 - 1 };
}

/**
 * A number of whole months from a day on: the last day is the one before the same day of the month in which they end.
 *
 * @param start the first day
 * @param months whole number from 1 (included)
 * @throws RangeError when months is no such number
 *
 * @example
 * ```ts
 * monthsFrom(20468, 3); // from 2026-01-15 to 2026-04-14 => { first: 20468, last: 20557 }
 * ```
 */
export function monthsFrom(start: Day, months: Count): DateRange {
  if (!Number.isSafeInteger(months) || months < 1) {
    throw new RangeError(`monthsFrom requires whole months from 1; got ${months}`);
  }
  return { first: start, last: addMonths(start, months) - 1 };
}

function readText(text: string, fiscal: FiscalYears): DateRange | undefined {
  const slash = text.indexOf("/");
  if (slash >= 0) return between(text.slice(0, slash), text.slice(slash + 1));
  const [named, prefix, year = "", quarter, half, week, month] = NAMED.exec(text) ?? [];
  const january = dayOf(Number(year), 1, 1);
  if (named === undefined || january === undefined) return undefined;
  if (week !== undefined || month !== undefined) {
    if (prefix !== undefined) return undefined;
    return week === undefined ? monthOf(january, Number(month)) : isoWeek(january, Number(week));
  }
  const part = Number(quarter ?? half ?? 1);
  const months = quarter === undefined ? (half === undefined ? 12 : 6) : 3;
  const start = prefix === undefined ? january : fiscalStart(january, fiscal);
  const range = monthsFrom(addMonths(start, (part - 1) * months), months);
  return yearOf(range.last) > LAST_YEAR ? undefined : range;
}

function fiscalStart(january: Day, { firstMonth, namedBy }: FiscalYears): Day {
  return addMonths(january, firstMonth > 0 && namedBy === "end" ? firstMonth - 12 : firstMonth);
}

function monthOf(january: Day, month: number): DateRange | undefined {
  return month < 1 || month > 12 ? undefined : monthsFrom(addMonths(january, month - 1), 1);
}

/** The year of a week is the year of its Thursday. */
function isoWeek(january: Day, week: number): DateRange | undefined {
  const fourth = january + 3;
  const monday = fourth - weekday(fourth) + (week - 1) * 7;
  return week < 1 || yearOf(monday + 3) !== yearOf(january) ? undefined : weeksFrom(monday, 1);
}

function between(start: unknown, end: unknown): DateRange | undefined {
  const first = parseDay(start);
  const last = parseDay(end);
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}
