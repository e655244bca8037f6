import { nearestNumber } from "../number/nearest-number.js";
import type { Ratio } from "../number/ratio.js";
import { plus, type Whole } from "../number/whole.js";
import type { CalendarLag } from "../lag/lag-table.js";

/** Chances in twelve digits are whole parts of this. */
const TWELVE_DIGITS = 10 ** 12;

/**
 * Doubles are this much off at most: a product of four rounded numbers errs by less than 6 parts in 10^16 of a value of at
 * most 10^12.
 */
const MARGIN = 1e-3;

/** A lag's chances in twelve digits, and whether that cut anything off. */
interface InTwelveDigits {
  readonly lag: Pick<CalendarLag, "first" | "weights" | "scale">;
  readonly cut: boolean;
}

/**
 * A lag times a chance, in whole parts of 10^12: by each day, the parts so far are its share of the lag × chance, rounded
 * down. All of the lag × chance is at most 1.
 *
 * Exact: doubles decide where they lie clear of the next whole number, whole numbers of any size where they do not.
 */
export function inTwelveDigits({ first, weights, scale }: CalendarLag, chance: Ratio): InTwelveDigits {
  const [num, den] = [BigInt(chance.num) * BigInt(TWELVE_DIGITS), BigInt(chance.den) * BigInt(scale)];
  // Beyond 2^53 doubles would round the weights themselves, so whole numbers decide there alone.
  const each = typeof scale === "number" ? (nearestNumber(chance) / scale) * TWELVE_DIGITS : undefined;
  let sum: Whole = 0;
  let before = 0;
  let cut = false;
  const parts = weights.map((weight) => {
    if (weight === 0) return 0;
    sum = plus(sum, weight);
    const near = each === undefined ? 0 : Number(sum) * each;
    let reached = Math.floor(near);
    const rest = near - reached;
    if (rest > MARGIN && rest < 1 - MARGIN) cut = true;
    else {
      const exact = BigInt(sum) * num;
      reached = Number(exact / den);
      cut ||= exact % den !== 0n;
    }
    const part = reached - before;
    before = reached;
    return part;
  });
  return { lag: { first, weights: parts, scale: TWELVE_DIGITS }, cut };
}
