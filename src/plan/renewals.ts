import { optional, strictObject } from "zod/mini";
import { parseDateRange, type DateRange, type FiscalYears } from "../calendar/date-range.js";
import { quote } from "../schema/issue.js";
import { quantitySchema } from "../schema/quantity.js";
import { scalarThat } from "../schema/scalar.js";
import { validated } from "../schema/validated.js";
import { TEXT } from "../schema/written-form.js";
import { rateSchema } from "./rate.js";

/** What is due evenly through the period, month by month. */
export const EVENLY = "month";

const dueSchema = scalarThat<string>(
  (value) => value === EVENLY || readDays(value) !== undefined,
  "renewal.due",
  "when contracts are up for renewal",
  () =>
    "write a date such as 2026-08-15, days such as 2026-08, or month for what is due evenly through the period",
  TEXT,
);

/** Contracts of the base that end within the period, and how many of them are renewed. */
export const renewalSchema = strictObject({
  /**
   * When they end: a date, a month such as `2026-08`, a quarter such as `2026-Q3` or `FY2026-Q3`, a range, or `month` for evenly
   * through the period.
   */
  due: dueSchema,
  /** How many customers it is about. */
  customers: optional(quantitySchema),
  /** What these customers pay a month, together. */
  mrr: optional(quantitySchema),
  /** The share that is renewed. */
  rate: rateSchema,
});

/** The days on which contracts end, by the plan's own fiscal years; undefined for those that end evenly through the period. */
export function parseDue(due: string, fiscal: FiscalYears): DateRange | undefined {
  return due === EVENLY
    ? undefined
    : validated(readDays(due, fiscal), "parseDue", "a validated due date", quote(due));
}

function readDays(value: unknown, fiscal?: FiscalYears): DateRange | undefined {
  if (typeof value !== "string") return undefined;
  return parseDateRange(value, fiscal) ?? parseDateRange(`${value}/${value}`);
}
