import { integerRoot } from "../number/integer-root.js";
import { nearestNumber } from "../number/nearest-number.js";
import { add, divide, isPositive, isZero, ONE, power, ratio, subtract, type Ratio } from "../number/ratio.js";

/** How many spans a part of a span counts for, and whether that had to be rounded down to twelve digits. */
interface PartOfSpan {
  readonly counts: Ratio;
  readonly rounded: boolean;
}

/** The last of the twelve digits: what a rounded root may be too low by, at most and never all of it. */
export const LAST_DIGIT: Ratio = ratio(1, 10 ** 12);

/**
 * How many whole spans' worth of growth does a part of a span bring, where growth compounds?
 *
 * ((1 + growth)^part − 1) ÷ growth: nothing at its begin, 1 at its end, the part itself where nothing grows. A base that
 * grew by `growth` × this has grown by (1 + growth)^part, so that parts which make a span make its growth.
 *
 * Exact where the root is a ratio. Else twelve digits behind the point, rounded down: whole numbers of any size prove that
 * the digits are not above the true value and one more in the last place would be.
 *
 * @param growth of a whole span, from −1 (included)
 * @param part from 0 (included) to 1
 *
 * @example
 * ```ts
 * // 24% a year leave, over a quarter: 1 − 0.76^(1/4) = 6.63%, which is 24% × 0.276…
 * partOfSpan(ratio(-6, 25), ratio(1, 4)).counts; // => { num: 138142740089, den: 500000000000 }, 0.276285480178
 * ```
 */
export function partOfSpan(growth: Ratio, part: Ratio): PartOfSpan {
  if (isZero(growth) || isZero(part) || part.den === 1) return { counts: part, rounded: false };
  const root = exactRoot(add(ONE, growth), Number(part.den));
  if (root === undefined) return { counts: roundedDown(growth, part), rounded: true };
  return { counts: divide(subtract(power(root, Number(part.num)), ONE), growth), rounded: false };
}

/** The root of a ratio where it is a ratio. */
function exactRoot({ num, den }: Ratio, degree: number): Ratio | undefined {
  const above = integerRoot(BigInt(num), degree);
  const below = integerRoot(BigInt(den), degree);
  const exact = above ** BigInt(degree) === BigInt(num) && below ** BigInt(degree) === BigInt(den);
  return exact ? ratio(above, below) : undefined;
}

/** Doubles guess the digits, whole numbers prove them. */
function roundedDown(growth: Ratio, part: Ratio): Ratio {
  const isReached = compileReached(growth, part);
  const rate = nearestNumber(growth);
  const share = nearestNumber(part);
  const guess = rate === 0 ? share : Math.expm1(share * Math.log1p(rate)) / rate;
  let digits = BigInt(Math.floor(guess * Number(LAST_DIGIT.den)));
  while (!isReached(digits)) digits -= 1n;
  while (isReached(digits + 1n)) digits += 1n;
  return ratio(digits, LAST_DIGIT.den);
}

/**
 * Whether so many parts of 10^12 are at most the true value. With 1 + growth = a/b and the part p/q that is
 * (a/b)^p ≥ (1 + growth · digits ÷ 10^12)^q where the base grows, ≤ where it shrinks; both sides without fractions.
 */
function compileReached(growth: Ratio, part: Ratio): (digits: bigint) => boolean {
  const [p, q] = [BigInt(part.num), BigInt(part.den)];
  const [change, den] = [BigInt(growth.num), BigInt(growth.den)];
  const unit = den * BigInt(LAST_DIGIT.den);
  const [left, right] = [(den + change) ** p * unit ** q, den ** p];
  const grows = isPositive(growth);
  return (digits) => {
    const other = right * (unit + change * digits) ** q;
    return grows ? left >= other : left <= other;
  };
}
