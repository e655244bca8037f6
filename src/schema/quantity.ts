import { parseExact } from "../number/exact-string.js";
import { parseDecimal } from "../number/decimal-text.js";
import type { Ratio } from "../number/ratio.js";
import { isNegative } from "../number/ratio.js";
import type { Problem } from "./issue.js";
import { scalar, scalarThat } from "./scalar.js";
import { validated } from "./validated.js";
import { NUMBER, WHOLE_FROM_1 } from "./written-form.js";
import { isWholeNumber } from "../number/whole.js";

/** A number as written: `1000`, `"1234.5"`, or an exact quantity from an answer, `"200/3"`. */
export type Quantity = number | string;

const PLAIN_NUMBER = "a number that is not negative";

/** Amounts of money, counts of customers and other quantities from 0 (included) upward. */
export const quantitySchema = scalar<Quantity>(judgeQuantity, NUMBER);

/** Whole numbers from 1 (included): lengths of periods. */
export const positiveWholeSchema = scalarThat<number>(
  (value) => isWholeNumber(value) && value >= 1,
  "number.whole",
  "a whole number from 1",
  wholeAdvice,
  WHOLE_FROM_1,
);

/** Reads a written quantity exactly: a number means its shortest decimal. Undefined when it is no number. */
export function tryQuantity(value: unknown): Ratio | undefined {
  if (typeof value === "number") return parseDecimal(value);
  return typeof value === "string" ? parseExact(value) : undefined;
}

/** Reads a quantity of a plan that was validated. */
export function parseQuantity(value: Quantity): Ratio {
  return validated(tryQuantity(value), "quantityOf", "a validated quantity", value);
}

/** Says what is wrong with a written quantity, or undefined when it is right. */
export function judgeQuantity(value: unknown): Problem | undefined {
  const ratio = tryQuantity(value);
  if (ratio === undefined)
    return { code: "number.invalid", expected: PLAIN_NUMBER, advice: numberAdvice(value) };
  if (!isNegative(ratio)) return undefined;
  return { code: "number.negative", expected: PLAIN_NUMBER, advice: "write it without the minus sign, or 0" };
}

/** Says how to write what looks like a number that was typed for people. */
function numberAdvice(value: unknown): string {
  if (typeof value === "number")
    return Number.isNaN(value)
      ? "write a number such as 1000"
      : "no number is that large, write a smaller one";
  if (typeof value !== "string") return "write a number such as 1000";
  if (value.length > 60) return "write a number such as 1000";
  const bare = value.replace(/[\s_,'$€£¥]/g, "");
  const thousands = /^(\d+(?:\.\d+)?)([km])$/i.exec(bare);
  if (thousands)
    return `write it out: ${thousands[1]}${thousands[2]?.toLowerCase() === "k" ? "000" : "000000"}`.replace(
      /(\d+)\.(\d)0(0+)$/,
      "$1$2$3",
    );
  if (/^\d+(\.\d+)?$/.test(bare)) return `write ${bare}, without grouping or a currency sign`;
  if (/^\d+(\.\d+)?%$/.test(bare))
    return "write a number without %; only rates and shares take a percent sign";
  return "write a number such as 1000";
}

function wholeAdvice(value: unknown): string {
  if (typeof value === "number" && Number.isFinite(value) && !Number.isInteger(value)) {
    return `write ${Math.max(1, Math.round(value))}`;
  }
  return "write a whole number such as 5";
}
