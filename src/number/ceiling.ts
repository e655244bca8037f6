import { narrow, type Whole } from "./whole.js";
import type { Ratio } from "./ratio.js";

/**
 * The least whole number that is not below r.
 *
 * Proved, not hoped: a quotient of safe integers that is not whole lies at least 1/den away from every whole number, which
 * is more than a double's rounding can bridge, so `Math.ceil` of the double quotient is the exact ceiling. BigInt beyond.
 *
 * @example
 * ```ts
 * ceiling(ratio(200, 3)); // => 67
 * ```
 */
export function ceiling(r: Ratio): Whole {
  // Adding 0 turns the −0 that rounds up from above −1 into 0.
  if (typeof r.num === "number" && typeof r.den === "number") return Math.ceil(r.num / r.den) + 0;
  return narrow(ceilingOfBig(BigInt(r.num), BigInt(r.den)));
}

/**
 * The greatest whole number that is not above r. Exact for the same reason as `ceiling`.
 *
 * @example
 * ```ts
 * floor(ratio(-1, 2)); // => -1
 * ```
 */
export function floor(r: Ratio): Whole {
  if (typeof r.num === "number" && typeof r.den === "number") return Math.floor(r.num / r.den);
  return narrow(-ceilingOfBig(-BigInt(r.num), BigInt(r.den)));
}

/**
 * How many units must enter so that `units` come out at a rate of num/den: the exact ⌈units · den ÷ num⌉.
 *
 * The kernel of the backward walk: two multiplications and a division while units · den fits 2^53 − 1, BigInt beyond. It
 * trusts its caller that the three are whole.
 *
 * @param units safe integer from 0 (included)
 * @param den whole number from 0 (included); a `number` must be a safe integer
 * @param num whole number from 1 (included); a `number` must be a safe integer
 * @throws RangeError when num is not above 0, or when a part beyond the fast path is no safe integer and no bigint
 *
 * @example
 * ```ts
 * ceilingOfQuotient(21, 20, 7); // => 60
 * Math.ceil(21 / 0.35); // => 61
 * ```
 */
export function ceilingOfQuotient(units: number, den: Whole, num: Whole): Whole {
  if (typeof den === "number" && typeof num === "number") {
    const product = units * den;
    if (product <= Number.MAX_SAFE_INTEGER && num >= 1) return Math.ceil(product / num);
  }
  return ceilingOfWideQuotient(units, den, num);
}

/**
 * Can this whole number be printed as a count, from 0 to 2^53 − 1 (both included)? It is then a plain `number`.
 */
export function isSafeCount(whole: Whole): whole is number {
  return typeof whole === "number" && whole >= 0 && Number.isSafeInteger(whole);
}

function ceilingOfWideQuotient(units: number, den: Whole, num: Whole): Whole {
  if (![units, den, num].every(isWhole) || num < 1) {
    throw new RangeError(
      `ceilingOfQuotient requires safe integers and num from 1; got ${units} × ${String(den)} ÷ ${String(num)}`,
    );
  }
  return narrow(ceilingOfBig(BigInt(units) * BigInt(den), BigInt(num)));
}

function isWhole(value: Whole): boolean {
  return typeof value === "bigint" || Number.isSafeInteger(value);
}

function ceilingOfBig(num: bigint, den: bigint): bigint {
  const towardsZero = num / den;
  return num > towardsZero * den ? towardsZero + 1n : towardsZero;
}
