import { encodeExact } from "../number/exact-string.js";
import { parseRateText } from "../number/rate-text.js";
import { compare, equal, multiply, ONE, ratio, sum } from "../number/ratio.js";
import { calendarDays, LONGEST_LAG, parseLagText, type LagTable } from "../lag/read-lag.js";
import { scalarThat } from "../schema/scalar.js";
import type { Quantity } from "../schema/quantity.js";
import type { PlainRate } from "./rate.js";
import type { ReadonlyData } from "../schema/readonly-data.js";
import { validated } from "../schema/validated.js";
import { anyOf, NUMBER, objectOf } from "../schema/written-form.js";
import { fieldsOf, isRecord } from "../schema/fields.js";

/** The text of a lag: `"7"`, `"3 days"`, `"2 weeks"`, `"5 working days"`. */
type LagText =
  | `${number}`
  | `${number}/${number}`
  | `${number} ${"day" | "days" | "week" | "weeks" | "working day" | "working days"}`;

/** A lag as written, see {@link lagSchema}. */
export type LagInput =
  | number
  | LagText
  | {
      /** Half of the units that go on do so within this number of days. */
      median: Quantity;
      /** Nine in ten do so within this number of days. */
      p90: Quantity;
    }
  | {
      /** How many days later. */
      days: Quantity;
      /** The share of the units that go on that day; the shares of a table make 100%. */
      share: PlainRate;
    }[];

/**
 * How long going on to the next stage takes: days, `"2 weeks"`, `"5 working days"`, `{ median: 14, p90: 40 }`, or a table
 * of shares by day, `[{ days: 0, share: "20%" }, …]`.
 */
export const lagSchema = scalarThat<LagInput>(
  isLag,
  "lag.invalid",
  "a time to the next stage",
  lagAdvice,
  anyOf(NUMBER, objectOf({ median: NUMBER, p90: NUMBER }), {
    type: "array",
    items: objectOf({ days: NUMBER, share: NUMBER }),
  }),
);

/** Reads a lag of a plan that was validated. */
export function parseLag(value: ReadonlyData<LagInput>): LagTable {
  return validated(parseLagText(value), "lagOf", "a validated lag", value);
}

/** Quantiles are judged without their table: it costs a hundred times what reading the rest of a plan does. */
function isLag(value: unknown): boolean {
  if (!isRecord(value)) return parseLagText(value) !== undefined;
  const { median, p90, ...others } = value;
  const [middle, slow] = [calendarDays(median), calendarDays(p90)];
  if (middle === undefined || slow === undefined || Object.keys(others).length > 0) return false;
  return compare(middle, slow) <= 0 && compare(slow, ratio(LONGEST_LAG)) <= 0;
}

const HUNDRED = ratio(100);

/** What rows that are right one by one come to, where it is not 100%. */
function sharesMade(rows: readonly unknown[]): string | undefined {
  const shares = rows.map((row) => parseRateText(fieldsOf(row)["share"]));
  const read = shares.filter((share) => share !== undefined);
  const total = sum(read);
  if (read.length < rows.length || equal(total, ONE)) return undefined;
  return `${encodeExact(multiply(total, HUNDRED))}%`;
}

function lagAdvice(value: unknown): string {
  if (Array.isArray(value)) {
    const made = sharesMade(value);
    if (made !== undefined) return `write shares that make 100%, these make ${made}`;
    return "write rows { days: 3, share: 20% }: whole days from 0 that rise, shares that make 100%";
  }
  if (value !== null && typeof value === "object")
    return "write { median: 14, p90: 40 }, days from 0 to 3660 and the median not above p90";
  if (typeof value === "string" && /month|year|quarter/i.test(value))
    return "count it in days or weeks, such as 4 weeks";
  if (typeof value === "string" && /^\d+ ?(d|w|wd|wk|wks|business days?|workdays?)$/i.test(value))
    return 'write the unit out, such as "5 days", "2 weeks" or "5 working days"';
  if (typeof value === "number" && value > LONGEST_LAG) return "write at most 3660 days, which are ten years";
  if (typeof value === "number") return "write whole days from 0, such as 7";
  return 'write days such as 7, "2 weeks", "5 working days" or { median: 14, p90: 40 }';
}
