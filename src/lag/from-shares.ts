import { add, equal, isNegative, isPositive, ONE, ZERO, type Ratio } from "../number/ratio.js";
import { greatestCommonDivisor, isExactWhole } from "../number/whole.js";
import type { CalendarLag } from "./lag-table.js";

/** The share of units that go on exactly so many days later. */
export interface LagShare {
  readonly days: number;
  readonly share: Ratio;
}

/**
 * The exact table of a lag that was written as shares by day.
 *
 * Nothing is rounded: the scale is the least common denominator of the shares, so thirds stay thirds.
 *
 * @param rows whole days from 0 (included) that rise from row to row, with shares from 0 (included)
 * @returns undefined when days do not rise, a share is negative, the shares do not add up to exactly 1, or their common
 *   denominator exceeds 2^53 − 1
 *
 * @example
 * ```ts
 * lagFromShares([{ days: 1, share: ratio(1, 3) }, { days: 3, share: ratio(2, 3) }]);
 * // => { kind: "calendar", first: 1, weights: [1, 0, 2], scale: 3, cut: { num: 0, den: 1 } }
 * ```
 */
export function lagFromShares(rows: readonly LagShare[]): CalendarLag | undefined {
  const scale = commonDenominator(rows);
  if (scale === undefined || !addsUp(rows)) return undefined;
  const used = rows.filter(({ share }) => isPositive(share));
  const first = used[0]?.days ?? 0;
  const weights = new Array<number>((used.at(-1)?.days ?? 0) - first + 1).fill(0);
  for (const { days, share } of used) weights[days - first] = Number(share.num) * (scale / Number(share.den));
  return { kind: "calendar", first, weights, scale, cut: ZERO };
}

function addsUp(rows: readonly LagShare[]): boolean {
  let total = ZERO;
  let before = -1;
  for (const { days, share } of rows) {
    if (days <= before || isNegative(share)) return false;
    total = add(total, share);
    before = days;
  }
  return equal(total, ONE);
}

function commonDenominator(rows: readonly LagShare[]): number | undefined {
  let common = 1;
  for (const { share } of rows) {
    if (typeof share.den !== "number") return undefined;
    common = (common / greatestCommonDivisor(common, share.den)) * share.den;
    if (!isExactWhole(common)) return undefined;
  }
  return common;
}
