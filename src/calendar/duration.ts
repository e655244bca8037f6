import { parseDecimal } from "../number/decimal-text.js";
import { parseExact } from "../number/exact-string.js";
import { isNegative, multiply, ratio, type Ratio } from "../number/ratio.js";

/** A length of time: a number of days of the calendar, or of working days. */
interface Duration {
  readonly kind: "calendar" | "workingDays";
  readonly days: Ratio;
}

const WITH_UNIT = /^(\d{1,9}(?:\.\d{1,9})?) (day|days|week|weeks|working day|working days)$/;

/**
 * How long is meant? Reads days as a number or an exact quantity (`7`, `"7"`), `"3 days"`, `"2 weeks"` and
 * `"5 working days"`.
 *
 * Months and years are not read, because they have no fixed number of days. Parts of days are: whoever needs whole days
 * says so.
 *
 * @returns undefined for whatever is not written in one of these ways, and for negative lengths
 *
 * @example
 * ```ts
 * parseDuration("2 weeks"); // => { kind: "calendar", days: { num: 14, den: 1 } }
 * ```
 */
export function parseDuration(written: unknown): Duration | undefined {
  if (typeof written === "number") return ofDays(parseDecimal(written));
  if (typeof written !== "string") return undefined;
  const match = WITH_UNIT.exec(written);
  if (match === null) return ofDays(parseExact(written));
  const [, amount = "", unit = ""] = match;
  const days = parseDecimal(amount);
  if (days === undefined) return undefined;
  if (unit.startsWith("working")) return { kind: "workingDays", days };
  return { kind: "calendar", days: unit.startsWith("week") ? multiply(days, ratio(7)) : days };
}

function ofDays(days: Ratio | undefined): Duration | undefined {
  return days === undefined || isNegative(days) ? undefined : { kind: "calendar", days };
}
