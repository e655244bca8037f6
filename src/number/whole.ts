/**
 * A whole number of any size: a `number` while it fits 2^53 − 1 in magnitude, a `bigint` beyond.
 *
 * Everything that this room returns keeps to that rule, so `typeof` alone tells the two apart.
 */
export type Whole = number | bigint;

const GREATEST = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Is this double a whole number's exact value, given that it came from adding or multiplying whole numbers?
 *
 * A product or sum is rounded to the nearest double, and rounding never crosses a double: a result of at most 2^53 − 1 in
 * magnitude was therefore not rounded at all. (A result of exactly 2^53 may have been: 3 × 3002399751580331 is 2^53 + 1.)
 */
export function isExactWhole(result: number): boolean {
  return result <= Number.MAX_SAFE_INTEGER && result >= -Number.MAX_SAFE_INTEGER;
}

/** Whether a value is a whole number that a `number` holds exactly. */
export function isWholeNumber(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** The same whole number as a `number` where it fits, else unchanged. */
export function narrow(value: bigint): Whole {
  return value <= GREATEST && value >= -GREATEST ? Number(value) : value;
}

/** a + b, exact whatever the size. */
export function plus(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (isExactWhole(sum)) return sum;
  }
  return narrow(BigInt(a) + BigInt(b));
}

/** All of the list added up, exact whatever the size; 0 for an empty list. */
export function sumWhole(list: readonly Whole[]): Whole {
  return list.reduce<Whole>(plus, 0);
}

/** The greater of two whole numbers; the second where they are equal. */
export function greater(one: Whole, other: Whole): Whole {
  return one > other ? one : other;
}

/** The lesser of two whole numbers; the second where they are equal. */
export function lesser(one: Whole, other: Whole): Whole {
  return one < other ? one : other;
}

/** a − b, exact whatever the size. */
export function minus(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (isExactWhole(difference)) return difference;
  }
  return narrow(BigInt(a) - BigInt(b));
}

/** a × b, exact whatever the size. */
export function times(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (isExactWhole(product)) return product;
  }
  return narrow(BigInt(a) * BigInt(b));
}

/** The least whole number above 0 that both divide; a and b are whole numbers from 1 (included). */
export function leastCommonMultiple(a: Whole, b: Whole): Whole {
  return times(narrow(BigInt(a) / greatestCommonDivisorOfBig(BigInt(a), BigInt(b))), b);
}

/** The greatest whole number that divides both; a and b are safe integers from 0 (included), of 0 and b it is b. */
export function greatestCommonDivisor(a: number, b: number): number {
  let larger = a;
  let smaller = b;
  while (smaller !== 0) {
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  return larger;
}

/** `greatestCommonDivisor` without a limit on size. */
export function greatestCommonDivisorOfBig(a: bigint, b: bigint): bigint {
  let larger = a;
  let smaller = b;
  while (smaller > GREATEST) {
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  if (smaller === 0n) return larger;
  return BigInt(greatestCommonDivisor(Number(smaller), Number(larger % smaller)));
}
