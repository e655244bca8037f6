import { addMonths, dayOf, parseDay } from "./day.js";

/** Days from a first to a last one, both included. */
export interface DateRange {
  readonly first: number;
  readonly last: number;
}

const YEAR = /^(\d{4})$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const MONTH = /^(\d{4})-(\d{2})$/;

/**
 * Which days are meant? Reads a month `"2026-01"`, a quarter `"2026-Q1"`, a year `"2026"` or `2026`, and a date range
 * `"2026-01-05/2026-02-01"` or `{ start, end }`, both ends included.
 *
 * @returns undefined for whatever is not written in one of these ways, and for a range that ends before it starts
 *
 * @example
 * ```ts
 * parseDateRange("2026-Q1"); // => { first: 20454, last: 20543 }
 * ```
 */
export function parseDateRange(written: unknown): DateRange | undefined {
  if (typeof written === "number" || typeof written === "string") return readText(String(written));
  if (written === null || typeof written !== "object") return undefined;
  const { start, end } = written as { readonly start?: unknown; readonly end?: unknown };
  return between(start, end);
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
export function weeksFrom(start: number, weeks: number): DateRange {
  if (!Number.isSafeInteger(weeks) || weeks < 1) {
    throw new RangeError(`weeksFrom requires whole weeks from 1; got ${weeks}`);
  }
  return { first: start, last: start + weeks * 7 - 1 };
}

function readText(text: string): DateRange | undefined {
  const slash = text.indexOf("/");
  if (slash >= 0) return between(text.slice(0, slash), text.slice(slash + 1));
  const year = YEAR.exec(text);
  if (year !== null) return monthsFrom(Number(year[1]), 1, 12);
  const quarter = QUARTER.exec(text);
  if (quarter !== null) return monthsFrom(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 3);
  const month = MONTH.exec(text);
  return month === null ? undefined : monthsFrom(Number(month[1]), Number(month[2]), 1);
}

function between(start: unknown, end: unknown): DateRange | undefined {
  const first = parseDay(start);
  const last = parseDay(end);
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

function monthsFrom(year: number, month: number, count: number): DateRange | undefined {
  const first = dayOf(year, month, 1);
  return first === undefined ? undefined : { first, last: addMonths(first, count) - 1 };
}
