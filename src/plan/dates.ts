import { readDay } from "../time/day.js";
import { readRange } from "../time/range.js";
import type { Problem } from "./issue.js";
import { leaf } from "./leaf.js";
import { anyOf, objectOf, TEXT } from "./written-form.js";

/** A date, `2026-01-31`, without a time or a zone. */
export const daySchema = leaf<string>(TEXT, (value) =>
  typeof value === "string" && readDay(value) !== undefined
    ? undefined
    : { code: "date.invalid", expected: "a date", advice: dateAdvice(value) },
);

/** One date, or a range of dates with both ends included: `2026-02-16/2026-02-18`. */
export const daysSchema = leaf<DaysInput>(anyOf(TEXT, objectOf({ start: TEXT, end: TEXT })), judgeDays);

/** A date or a range of dates as written. */
export type DaysInput =
  | string
  | {
      /** The first day, included. */
      start: string;
      /** The last day, included. */
      end: string;
    };

/** Reads a date of a plan that was validated, as a day number. */
export function dayOf(value: string): number {
  const day = readDay(value);
  if (day === undefined) throw new TypeError(`dayOf requires a validated date; got ${value}`);
  return day;
}

/** Reads a date or a range of a plan that was validated. */
export function daysOf(value: DaysInput): { readonly first: number; readonly last: number } {
  const single = typeof value === "string" ? readDay(value) : undefined;
  if (single !== undefined) return { first: single, last: single };
  const range = readRange(value);
  if (range === undefined)
    throw new TypeError(`daysOf requires validated dates; got ${JSON.stringify(value)}`);
  return range;
}

function judgeDays(value: unknown): Problem | undefined {
  const expected = "a date or a range of dates";
  const isRange = typeof value === "string" ? value.includes("/") : isStartEnd(value);
  if (!isRange) {
    const day = typeof value === "string" ? readDay(value) : undefined;
    return day === undefined ? { code: "date.invalid", expected, advice: dateAdvice(value) } : undefined;
  }
  return readRange(value) === undefined
    ? { code: "date.invalid", expected, advice: rangeAdvice(value) }
    : undefined;
}

function isStartEnd(value: unknown): boolean {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 2 && keys.includes("start") && keys.includes("end");
}

/** Says what is wrong with a range: an end before its start, or an end that is no date. */
export function rangeAdvice(value: unknown): string {
  const [start, end] = typeof value === "string" ? value.split("/") : endsOf(value);
  const [first, last] = [start, end].map((text) => (typeof text === "string" ? readDay(text) : undefined));
  if (first !== undefined && last !== undefined) return "the end lies before the start, swap them";
  return dateAdvice(first === undefined ? start : end);
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
