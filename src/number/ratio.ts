import {
  greatestCommonDivisor,
  greatestCommonDivisorOfBig,
  isExactWhole,
  narrow,
  plus,
  type Whole,
} from "./whole.js";

export type { Whole } from "./whole.js";

/**
 * An exact number: one whole number over another.
 *
 * Always in lowest terms with a denominator above 0, so that equal numbers have equal parts; 0 is 0/1. Both parts are
 * `number`s while both fit 2^53 − 1 in magnitude, else both are `bigint`s.
 */
export interface Ratio {
  /** What is above the line; its sign is the number's. */
  readonly num: Whole;
  /** What is below the line, above 0. */
  readonly den: Whole;
}

interface SmallRatio extends Ratio {
  readonly num: number;
  readonly den: number;
}

/** Nothing. */
export const ZERO: Ratio = { num: 0, den: 1 };

/** The whole: a rate of 100%, a factor that changes nothing. */
export const ONE: Ratio = { num: 1, den: 1 };

/**
 * The exact number num ÷ den.
 *
 * @param num any whole number; a `number` must be a safe integer, so that it says exactly what it means
 * @param den any whole number but 0; default 1
 * @throws RangeError for a part that is no safe integer and no bigint, and for a denominator of 0
 *
 * @example
 * ```ts
 * ratio(35, 100); // => { num: 7, den: 20 }
 * ```
 */
export function ratio(num: Whole, den: Whole = 1): Ratio {
  requireWhole(num);
  requireWhole(den);
  if (den === 0 || den === 0n) {
    throw new RangeError(`ratio requires a denominator other than 0; got ${String(num)}/0`);
  }
  if (typeof num === "number" && typeof den === "number")
    return den < 0 ? reduced(-num, -den) : reduced(num, den);
  return den < 0 ? reducedBig(-BigInt(num), -BigInt(den)) : reducedBig(BigInt(num), BigInt(den));
}

/** a + b. */
export function add(a: Ratio, b: Ratio): Ratio {
  if (isSmall(a) && isSmall(b)) {
    if (a.den === b.den) {
      const sum = a.num + b.num;
      if (isExactWhole(sum)) return reduced(sum, a.den);
    } else {
      const left = a.num * b.den;
      const right = b.num * a.den;
      const den = a.den * b.den;
      const num = left + right;
      if (isExactWhole(left) && isExactWhole(right) && isExactWhole(num) && isExactWhole(den))
        return reduced(num, den);
    }
  }
  // A whole number more leaves a fraction in lowest terms.
  if (isWhole(a))
    return inOneKind(narrow(BigInt(a.num) * BigInt(b.den) + BigInt(b.num)), narrow(BigInt(b.den)));
  if (isWhole(b))
    return inOneKind(narrow(BigInt(b.num) * BigInt(a.den) + BigInt(a.num)), narrow(BigInt(a.den)));
  const den = BigInt(a.den) * BigInt(b.den);
  return reducedBig(BigInt(a.num) * BigInt(b.den) + BigInt(b.num) * BigInt(a.den), den);
}

/** a − b. */
export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, negate(b));
}

/**
 * A fraction so many times, exactly: the same as `multiply` by a whole number, in about half the time where digits are many.
 *
 * @example
 * ```ts
 * timesWhole({ num: 1, den: 6 }, 4n); // => { num: 2, den: 3 }
 * ```
 */
export function timesWhole(r: Ratio, times: bigint): Ratio {
  const den = BigInt(r.den);
  // In lowest terms only what is multiplied can have a divisor in common with the denominator.
  const divisor = greatestCommonDivisorOfBig(times < 0n ? -times : times, den);
  return inOneKind(narrow(BigInt(r.num) * (times / divisor)), narrow(den / divisor));
}

/** a × b. */
export function multiply(a: Ratio, b: Ratio): Ratio {
  if (isSmall(a) && isSmall(b)) {
    const num = a.num * b.num;
    const den = a.den * b.den;
    if (isExactWhole(num) && isExactWhole(den)) return reduced(num, den);
  }
  return reducedBig(BigInt(a.num) * BigInt(b.num), BigInt(a.den) * BigInt(b.den));
}

/**
 * a ÷ b.
 *
 * @throws RangeError when b is 0
 */
export function divide(a: Ratio, b: Ratio): Ratio {
  if (isZero(b)) throw new RangeError("divide requires a divisor other than 0; got 0");
  return multiply(a, reciprocal(b));
}

/** −r. */
export function negate(r: Ratio): Ratio {
  if (isSmall(r)) return { num: 0 - r.num, den: r.den };
  return { num: -BigInt(r.num), den: r.den };
}

/** −1 when a is less than b, 0 when they are equal, 1 when a is greater. */
export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  if (isSmall(a) && isSmall(b)) {
    const left = a.num * b.den;
    const right = b.num * a.den;
    // Rounding to doubles keeps order: where the rounded products differ, so do the exact ones, the same way.
    if (left < right) return -1;
    if (left > right) return 1;
    if (isExactWhole(left)) return 0;
  }
  const left = BigInt(a.num) * BigInt(b.den);
  const right = BigInt(b.num) * BigInt(a.den);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Are a and b the same number? */
export function equal(a: Ratio, b: Ratio): boolean {
  return a.num === b.num && a.den === b.den;
}

/** Is r exactly 0? */
export function isZero(r: Ratio): boolean {
  return r.num === 0;
}

/** Is r below 0? */
export function isNegative(r: Ratio): boolean {
  return r.num < 0;
}

/** Is r above 0? */
export function isPositive(r: Ratio): boolean {
  return r.num > 0;
}

/** The greater of a and b; a where they are equal. */
export function larger(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) < 0 ? b : a;
}

/** The lesser of a and b; a where they are equal. */
export function smaller(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) > 0 ? b : a;
}

/**
 * All of the list added up; 0 for an empty list.
 *
 * Long lists are added by denominator first and then in halves: a running total would be brought to lowest terms at every
 * step, at the length that it has by then.
 */
export function sum(list: readonly Ratio[]): Ratio {
  if (list.length > FEW) return inHalves(byDenominator(list));
  let total = ZERO;
  for (const item of list) total = add(total, item);
  return total;
}

/** The most that are added one after the other. */
const FEW = 8;

function byDenominator(list: readonly Ratio[]): Ratio[] {
  const totals = new Map<Whole, Whole>();
  for (const { num, den } of list) totals.set(den, plus(totals.get(den) ?? 0, num));
  return [...totals].map(([den, num]) => ratio(num, den));
}

function inHalves(list: readonly Ratio[]): Ratio {
  if (list.length <= FEW) return sum(list);
  const half = Math.ceil(list.length / 2);
  return add(inHalves(list.slice(0, half)), inHalves(list.slice(half)));
}

/**
 * r multiplied by itself `exponent` times; 1 for an exponent of 0, also of 0.
 *
 * @throws RangeError when the exponent is not a whole number from 0 (included)
 *
 * @example
 * ```ts
 * power(ratio(2, 3), 3); // => { num: 8, den: 27 }
 * ```
 */
export function power(r: Ratio, exponent: number): Ratio {
  if (!Number.isSafeInteger(exponent) || exponent < 0) {
    throw new RangeError(`power requires a whole exponent from 0; got ${exponent}`);
  }
  const num = narrow(BigInt(r.num) ** BigInt(exponent));
  const den = narrow(BigInt(r.den) ** BigInt(exponent));
  // Powers of what has no common divisor have none either.
  return inOneKind(num, den);
}

/** Whether it is a whole number. */
function isWhole({ den }: Ratio): boolean {
  return den === 1 || den === 1n;
}

function isSmall(r: Ratio): r is SmallRatio {
  return typeof r.num === "number";
}

function reciprocal(r: Ratio): Ratio {
  if (isSmall(r)) return r.num < 0 ? { num: -r.den, den: -r.num } : { num: r.den, den: r.num };
  return r.num < 0 ? { num: -BigInt(r.den), den: -BigInt(r.num) } : { num: r.den, den: r.num };
}

/** num/den in lowest terms; den is above 0, both are safe. */
function reduced(num: number, den: number): Ratio {
  const divisor = den === 1 ? 1 : greatestCommonDivisor(Math.abs(num), den);
  // Adding 0 turns −0 into 0, which prints and compares as the same nothing.
  return { num: num / divisor + 0, den: den / divisor };
}

/** num/den in lowest terms, as numbers where both fit; den is above 0. */
function reducedBig(num: bigint, den: bigint): Ratio {
  const divisor = greatestCommonDivisorOfBig(num < 0n ? -num : num, den);
  return inOneKind(narrow(num / divisor), narrow(den / divisor));
}

/** Both parts as numbers where both fit, else both as bigints. */
function inOneKind(num: Whole, den: Whole): Ratio {
  return typeof num === "number" && typeof den === "number"
    ? { num, den }
    : { num: BigInt(num), den: BigInt(den) };
}

function requireWhole(part: Whole): void {
  if (typeof part === "bigint" || Number.isSafeInteger(part)) return;
  throw new RangeError(`ratio requires whole numbers, as bigint beyond 2^53 − 1; got ${String(part)}`);
}
