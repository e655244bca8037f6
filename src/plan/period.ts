import { parseDay } from "../calendar/day.js";
import { monthsFrom, parseDateRange, weeksFrom, type FiscalYears } from "../calendar/date-range.js";
import { badDate, badEnd, dateAdvice, isDateText, SWAPPED } from "./dates.js";
import type { Problem } from "../schema/issue.js";
import { scalar } from "../schema/scalar.js";
import { suggestion } from "../schema/suggestion.js";
import { validated } from "../schema/validated.js";
import { anyOf, NUMBER, objectOf, TEXT, WHOLE_FROM_1 } from "../schema/written-form.js";
import { isWholeNumber } from "../number/whole.js";
import { fieldsOf, isOneOf } from "../schema/fields.js";

/**
 * The period of a goal: `2026-01`, `2026-Q1`, `2026-H1`, `2026`, `2026-W07`, `FY2026-Q1`, `2026-01-05/2026-02-13`,
 * `{ start, end }`, `{ start, weeks: 6 }`, `{ start, months: 3 }`, or without dates `{ workingDays: 20 }`.
 */
export const periodSchema = scalar<PeriodInput>(
  (value) => (readPeriod(value) === undefined ? periodProblem(value) : undefined),
  anyOf(
    NUMBER,
    objectOf({ start: TEXT, end: TEXT }),
    objectOf({ start: TEXT, weeks: WHOLE_FROM_1 }),
    objectOf({ start: TEXT, months: WHOLE_FROM_1 }),
    objectOf({ workingDays: WHOLE_FROM_1 }),
  ),
);

/** A period as written. */
type PeriodInput =
  | string
  | number
  | {
      /** The first day, included. */
      start: string;
      /** The last day, included. */
      end: string;
    }
  | {
      /** The first day, included. */
      start: string;
      /** How many weeks of seven days. */
      weeks: number;
    }
  | {
      /** The first day, included. */
      start: string;
      /** How many months, each to the day before the same day of the next one. */
      months: number;
    }
  | {
      /** How many working days, without dates. */
      workingDays: number;
    };

/** A period as read: from a first to a last day (both included), or so many working days without dates. */
export type Period =
  | { readonly kind: "dated"; readonly first: number; readonly last: number }
  | { readonly kind: "undated"; readonly workingDays: number };

/** Reads a period that was validated. */
export function parsePeriod(value: PeriodInput, fiscal: FiscalYears): Period {
  return validated(readPeriod(value, fiscal), "parsePeriod", "a validated period", value);
}

/** The name of a period that is a part of a fiscal year, such as FY2026-Q1; undefined for any other. */
export function fiscalName(value: PeriodInput): string | undefined {
  return typeof value === "string" && value.startsWith("FY") ? value : undefined;
}

/** No goal runs longer; a longer one is a typing mistake, and its answers would be millions of days. */
const LONGEST_DAYS = 36_600;
const KEYS = ["start", "end", "weeks", "months", "workingDays"] as const;
const EXAMPLES =
  'write one such as 2026-01, 2026-Q1, 2026, "2026-01-05/2026-02-13", { start: 2026-01-05, weeks: 6 } or { workingDays: 20 }';

function readPeriod(value: unknown, fiscal?: FiscalYears): Period | undefined {
  if (typeof value === "string" || typeof value === "number") return dated(parseDateRange(value, fiscal));
  if (value === null || typeof value !== "object") return undefined;
  const { start, end, weeks, months, workingDays } = fieldsOf(value);
  const keys = Object.keys(value).filter((key) => fieldsOf(value)[key] !== undefined);
  if (keys.length === 1 && isLength(workingDays)) return { kind: "undated", workingDays };
  if (keys.length !== 2 || typeof start !== "string") return undefined;
  if (typeof end === "string") return dated(parseDateRange({ start, end }));
  const first = parseDay(start);
  if (first === undefined) return undefined;
  if (isLength(weeks, 7)) return dated(weeksFrom(first, weeks));
  return isLength(months, 30) ? dated(monthsFrom(first, months)) : undefined;
}

function dated(range: { readonly first: number; readonly last: number } | undefined): Period | undefined {
  if (range === undefined || range.last - range.first >= LONGEST_DAYS) return undefined;
  return { kind: "dated", first: range.first, last: range.last };
}

/** Whether a value is a number of days, or of spans of so many days, that a period may have. */
function isLength(value: unknown, days = 1): value is number {
  return isWholeNumber(value) && value >= 1 && value * days <= LONGEST_DAYS;
}

/** What is wrong with a period: a date in it, which is named at its own place, or the whole of it. */
function periodProblem(value: unknown): Problem {
  if (typeof value === "string" && value.includes("/")) return badEnd(value) ?? whole(rangeAdvice(value));
  if (typeof value === "string") return whole(textAdvice(value));
  if (value === null || typeof value !== "object" || Array.isArray(value)) return whole(EXAMPLES);
  const unknown = Object.keys(value).find((key) => !isOneOf(KEYS, key));
  if (unknown !== undefined)
    return whole(`${JSON.stringify(unknown.slice(0, 40))} is not known here, ${suggestion(unknown, KEYS)}`);
  const { start, end, weeks, months, workingDays } = fieldsOf(value);
  if (workingDays !== undefined || weeks !== undefined || months !== undefined)
    return start !== undefined && !isDateText(start) ? badDate(start, ["start"]) : whole(LENGTHS);
  if (start === undefined || end === undefined) return whole(EXAMPLES);
  return badEnd(value) ?? whole(rangeAdvice(value));
}

const LENGTHS =
  "lengths are whole numbers from 1 to a hundred years, and { workingDays } stands alone, { start, weeks } or { start, months } together";

function whole(advice: string): Problem {
  return { code: "period.invalid", expected: "a period", advice };
}

function textAdvice(value: string): string {
  if (isDateText(value)) return `write a range: "${value}/${value}" is that one day`;
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return dateAdvice(value);
  if (/^FY/i.test(value)) return "write a fiscal year or a part of one: FY2026, FY2026-H1 or FY2026-Q1";
  if (/^\d{4}-Q/i.test(value)) return "quarters are Q1 to Q4: 2026-Q1";
  if (/^\d{4}-H/i.test(value)) return "halves are H1 and H2: 2026-H1";
  if (/^\d{4}-W/i.test(value)) return "weeks are W01 to W52, or W53 in a year that has it: 2026-W07";
  return /^\d{4}-\d{2}$/.test(value) ? `months are 01 to 12: ${EXAMPLES}` : EXAMPLES;
}

/** What is wrong with a range of dates: its order, or its length. */
function rangeAdvice(value: unknown): string {
  return parseDateRange(value) === undefined
    ? SWAPPED
    : "a period lasts at most a hundred years, look at its dates";
}
