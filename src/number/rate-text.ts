import type { Rate } from "./measure.js";
import { parseDecimal } from "./decimal-text.js";
import { parseExact } from "./exact-string.js";
import { divide, ratio } from "./ratio.js";

const HUNDRED = ratio(100);

/**
 * What rate was written, exactly? Reads `0.4`, `"0.4"`, `"40%"` and `"2/5"`.
 *
 * The range is not judged here: `"140%"` is 7/5 and `25` is 25, so that whoever asks can say what is wrong with them.
 *
 * @returns undefined for whatever is not written in one of these ways
 *
 * @example
 * ```ts
 * parseRateText("40%"); // => { num: 2, den: 5 }
 * parseRateText("fifty"); // => undefined
 * ```
 */
export function parseRateText(value: unknown): Rate | undefined {
  if (typeof value === "number") return parseDecimal(value);
  if (typeof value !== "string") return undefined;
  if (!value.endsWith("%")) return parseExact(value);
  const percent = parseDecimal(value.slice(0, -1));
  return percent === undefined ? undefined : divide(percent, HUNDRED);
}
