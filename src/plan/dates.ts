import { FIRST_YEAR, LAST_YEAR, parseDay, type Day } from "../calendar/day.js";
import { parseDateRange, type DateRange } from "../calendar/date-range.js";
import type { Path, Problem } from "../schema/issue.js";
import { scalar, scalarThat } from "../schema/scalar.js";
import { validated } from "../schema/validated.js";
import { anyOf, objectOf, TEXT } from "../schema/written-form.js";
import { fieldsOf } from "../schema/fields.js";

/** A date, `2026-01-31`, without a time or a zone. */
export const daySchema = scalarThat<string>(isDateText, "date.invalid", "a date", dateAdvice, TEXT);

/** One date, or a range of dates with both ends included: `2026-02-16/2026-02-18`. */
export const daysSchema = scalar<DaysInput>(daysProblem, anyOf(TEXT, objectOf({ start: TEXT, end: TEXT })));

/** What is wrong with dates; undefined when they are right. */
export function daysProblem(value: unknown): Problem | undefined {
  if (readDays(value) !== undefined) return undefined;
  const expected = "a date or a range of dates";
  if (isRange(value)) return badEnd(value) ?? { code: "date.invalid", expected, advice: SWAPPED };
  return { code: "date.invalid", expected, advice: dateAdvice(value) };
}

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
export function parseWrittenDay(value: string): Day {
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

/** What is wrong with a range whose ends are both dates. */
export const SWAPPED = "the end lies before the start, swap them";

/** The end of a range that is no date, as a problem of its own: in an object at its own place, in a text as that part of it. */
export function badEnd(value: unknown): Problem | undefined {
  const inText = typeof value === "string";
  const [start, end] = inText ? value.split("/") : endsOf(value);
  const [key, received] = isDateText(start) ? (["end", end] as const) : (["start", start] as const);
  if (isDateText(received)) return undefined;
  return badDate(received, inText ? [] : [key]);
}

/** A part of a value that should be a date and is none, as a problem of its own. */
export function badDate(received: unknown, path: Path): Problem {
  return {
    code: "date.invalid",
    expected: "a date",
    advice: dateAdvice(received),
    part: { path, received },
  };
}

function endsOf(value: unknown): [unknown, unknown] {
  const { start, end } = fieldsOf(value);
  return [start, end];
}

const EXAMPLE = "write year-month-day, such as 2026-01-31";

/** Says how to write what was probably meant as a date. */
export function dateAdvice(value: unknown): string {
  if (typeof value === "number") return `quote it and ${EXAMPLE}`;
  if (typeof value !== "string") return EXAMPLE;
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year !== "") return noSuchDay(Number(year), Number(month), Number(day));
  if (/^\d{4}-\d{2}-\d{2}[T ]/.test(value)) return `leave the time of day out: write ${value.slice(0, 10)}`;
  return EXAMPLE;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Why a date that is written like one is none. */
function noSuchDay(year: number, month: number, day: number): string {
  const name = MONTHS[month - 1];
  if (name === undefined) return `there is no month ${month}, write 01 to 12`;
  if (year < FIRST_YEAR || year > LAST_YEAR) return `write a year from ${FIRST_YEAR} to ${LAST_YEAR}`;
  return `there is no ${day} ${name} ${year}`;
}
