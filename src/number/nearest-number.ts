import type { Ratio } from "./ratio.js";

/** A double holds 53 significant bits, and none below 2^-1074. */
const SIGNIFICANT_BITS = 53;
const FINEST_BIT = 1074;

/**
 * The double that is nearest to r, of two equally near ones the even one; ±Infinity beyond the greatest double.
 *
 * @example
 * ```ts
 * nearestNumber(ratio(1, 3)); // => 0.3333333333333333
 * ```
 */
export function nearestNumber(r: Ratio): number {
  // Division of two doubles is rounded once, to nearest.
  if (typeof r.num === "number" && typeof r.den === "number") return r.num / r.den;
  const num = BigInt(r.num);
  const den = BigInt(r.den);
  return num < 0n ? -nearestOfPositive(-num, den) : nearestOfPositive(num, den);
}

function nearestOfPositive(num: bigint, den: bigint): number {
  // As many bits below the point as give the quotient 53 bits, or 54: then one less.
  let shift = Math.min(SIGNIFICANT_BITS - bitLength(num) + bitLength(den), FINEST_BIT);
  if (roundedQuotient(num, den, shift) > 2n ** BigInt(SIGNIFICANT_BITS)) shift -= 1;
  return scaledDown(Number(roundedQuotient(num, den, shift)), shift);
}

/** num · 2^shift ÷ den to the nearest whole number, of two equally near ones the even one. */
function roundedQuotient(num: bigint, den: bigint, shift: number): bigint {
  const scaledNum = shift > 0 ? num << BigInt(shift) : num;
  const scaledDen = shift < 0 ? den << BigInt(-shift) : den;
  const quotient = scaledNum / scaledDen;
  const twiceRest = (scaledNum - quotient * scaledDen) * 2n;
  if (twiceRest < scaledDen || (twiceRest === scaledDen && quotient % 2n === 0n)) return quotient;
  return quotient + 1n;
}

/** value ÷ 2^shift, in two steps because 2^shift alone may lie beyond the greatest double. */
function scaledDown(value: number, shift: number): number {
  const half = Math.trunc(shift / 2);
  return value / 2 ** half / 2 ** (shift - half);
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}
