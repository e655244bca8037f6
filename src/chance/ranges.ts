import { at } from "../number/invariant.js";
/**
 * Up to which number does this part of all cases lie?
 *
 * The least k with P(N ≤ k) ≥ part.
 *
 * @param chances of 0, 1, 2, …; they may end early
 * @param part above 0 to 1
 * @returns undefined where the list ends before that
 *
 * @example
 * ```ts
 * quantile([0.25, 0.5, 0.25], 0.5); // => 1
 * ```
 */
export function quantile(chances: ArrayLike<number>, part: number): number | undefined {
  let sum = 0;
  for (let count = 0; count < chances.length; count += 1) {
    sum += at(chances, count);
    if (sum >= part - 1e-12) return count;
  }
  return undefined;
}

/**
 * Between which numbers do the middle cases lie, such as eight of ten?
 *
 * From the least number with P(N ≤ low) ≥ (1 − share) ÷ 2 to the least with P(N ≤ high) ≥ (1 + share) ÷ 2. Whole numbers
 * overshoot: it holds at least `share` of all cases.
 *
 * @param chances of 0, 1, 2, …
 * @param share default 0.8
 * @returns both ends included; undefined where the list ends before
 *
 * @example
 * ```ts
 * // It holds 96.7% of all cases.
 * centralRange(winsFrom([{ count: 10, chance: 0.2 }], 11)); // => { low: 0, high: 4 }
 * ```
 */
export function centralRange(
  chances: ArrayLike<number>,
  share = 0.8,
): { readonly low: number; readonly high: number } | undefined {
  const low = quantile(chances, (1 - share) / 2);
  const high = quantile(chances, (1 + share) / 2);
  return low === undefined || high === undefined ? undefined : { low, high };
}

/**
 * Where in its distribution does what happened lie, from 0 to 1?
 *
 * P(N < seen) + toss·P(N = seen), the randomised probability integral transform: level between 0 and 1 when the chances are
 * right, so that an 80% range by it holds exactly 80%. For tests and backtests.
 *
 * @param toss a number from 0 to 1, drawn by the caller
 */
export function placeIn(chances: ArrayLike<number>, seen: number, toss: number): number {
  let below = 0;
  for (let count = 0; count < seen && count < chances.length; count += 1) below += at(chances, count);
  return below + toss * (chances[seen] ?? 0);
}
