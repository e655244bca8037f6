import { equal, isNegative, isPositive, ONE, sum, ZERO, type Ratio } from "../number/ratio.js";
import { leastCommonMultiple, narrow, times, type Whole } from "../number/whole.js";
import type { CalendarLag } from "./lag-table.js";

/** The share of units that move on exactly that many days later. */
interface LagShare {
  readonly days: number;
  readonly share: Ratio;
}

/**
 * The exact table of a lag that was written as shares by day.
 *
 * Nothing is rounded: the scale is the least common denominator of the shares, so thirds stay thirds, and shares of sixteen
 * digits what they say.
 *
 * @param rows whole days from 0 (included) that rise from row to row, with shares from 0 (included)
 * @returns undefined when days do not rise, a share is negative, or the shares do not add up to exactly 1
 *
 * @example
 * ```ts
 * lagFromShares([{ days: 1, share: ratio(1, 3) }, { days: 3, share: ratio(2, 3) }]);
 * // => { kind: "calendar", first: 1, weights: [1, 0, 2], scale: 3, cut: { num: 0, den: 1 } }
 * ```
 */
export function lagFromShares(rows: readonly LagShare[]): CalendarLag | undefined {
  if (!addsUp(rows)) return undefined;
  const scale = rows.reduce<Whole>((common, { share }) => leastCommonMultiple(common, share.den), 1);
  const used = rows.filter(({ share }) => isPositive(share));
  const first = used[0]?.days ?? 0;
  const weights = new Array<Whole>((used.at(-1)?.days ?? 0) - first + 1).fill(0);
  for (const { days, share } of used)
    weights[days - first] = times(share.num, narrow(BigInt(scale) / BigInt(share.den)));
  return { kind: "calendar", first, weights, scale, cut: ZERO };
}

function addsUp(rows: readonly LagShare[]): boolean {
  let before = -1;
  for (const { days, share } of rows) {
    if (days <= before || isNegative(share)) return false;
    before = days;
  }
  return equal(sum(rows.map(({ share }) => share)), ONE);
}
