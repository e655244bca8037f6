import { parseDay } from "../calendar/day.js";
import { parseDateRange, type DateRange } from "../calendar/date-range.js";
import { scalarThat } from "../schema/scalar.js";
import { validated } from "../schema/validated.js";
import { anyOf, objectOf, TEXT } from "../schema/written-form.js";

/** A date, `2026-01-31`, without a time or a zone. */
export const daySchema = scalarThat<string>(isDateText, "date.invalid", "a date", dateAdvice, TEXT);

/** One date, or a range of dates with both ends included: `2026-02-16/2026-02-18`. */
export const daysSchema = scalarThat<DaysInput>(
  (value) => readDays(value) !== undefined,
  "date.invalid",
  "a date or a range of dates",
  (value) => (isRange(value) ? rangeAdvice(value) : dateAdvice(value)),
  anyOf(TEXT, objectOf({ start: TEXT, end: TEXT })),
);

/** A date or a range of dates as written. */
export type DaysInput =
  | string
  | {
      /** The first day, included. */
      start: string;
      /** The last day, included. */
      end: string;
    };

/** Says whether a value is a date. */
export function isDateText(value: unknown): boolean {
  return parseDay(value) !== undefined;
}

/** Reads a date of a plan that was validated, as a day number. */
export function parseWrittenDay(value: string): number {
  return validated(parseDay(value), "dayOf", "a validated date", value);
}

/** Reads a date or a range of a plan that was validated. */
export function parseDays(value: DaysInput): DateRange {
  return validated(readDays(value), "daysOf", "validated dates", value);
}

function readDays(value: unknown): DateRange | undefined {
  if (isRange(value)) return parseDateRange(value);
  const day = parseDay(value);
  return day === undefined ? undefined : { first: day, last: day };
}

/** A text with a slash or an object with two ends is meant as a range, whether its dates are right or not. */
function isRange(value: unknown): boolean {
  if (typeof value === "string") return value.includes("/");
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  return Object.keys(value).sort().join() === "end,start";
}

/** Says what is wrong with a range: an end before its start, or an end that is no date. */
export function rangeAdvice(value: unknown): string {
  const [start, end] = typeof value === "string" ? value.split("/") : endsOf(value);
  if (isDateText(start) && isDateText(end)) return "the end lies before the start, swap them";
  return dateAdvice(isDateText(start) ? end : start);
}

function endsOf(value: unknown): [unknown, unknown] {
  const { start, end } = value as { start?: unknown; end?: unknown };
  return [start, end];
}

/** Says how to write what was probably meant as a date. */
export function dateAdvice(value: unknown): string {
  if (typeof value === "number") return "quote it and write year-month-day, such as 2026-01-31";
  if (typeof value !== "string") return "write year-month-day, such as 2026-01-31";
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return "there is no such day in the calendar (years 1900 to 9999)";
  if (/^\d{4}-\d{2}-\d{2}[T ]/.test(value)) return `leave the time of day out: write ${value.slice(0, 10)}`;
  return "write year-month-day, such as 2026-01-31";
}
