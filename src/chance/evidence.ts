import type { Beta } from "./beta-rule.js";

/** The standard normal quantile of 95%: the ends of a 90% range. */
const NINETY = 1.6448536269514722;

/**
 * What does a sample say of a rate?
 *
 * Jeffreys' prior and the sample: Beta(won + ½, of − won + ½).
 *
 * @param won a whole number from 0 (included) to `of`
 * @param of a whole number from 0 (included)
 *
 * @example
 * ```ts
 * fromSample({ won: 1, of: 10 }); // => { won: 1.5, lost: 9.5 }
 * ```
 */
export function fromSample({ won, of }: { readonly won: number; readonly of: number }): Beta {
  return { won: won + 0.5, lost: of - won + 0.5 };
}

/**
 * What does a rate with a 90% range say of it?
 *
 * The size of sample that would give such an end by Wilson's formula: z²·end·(1 − end) ÷ (rate − end)², for the lower and
 * the upper end; the smaller of the two, which is the more cautious, as a sample with this rate. An end at 0% or 100% says
 * nothing of the size.
 *
 * @returns undefined where the range has no width: the rate is known. Where no end says anything, a sample of none
 *
 * @example
 * ```ts
 * fromRange({ rate: 0.5, low: 0.4, high: 0.6 }); // => { won: 32.96…, lost: 32.96… }
 * ```
 */
export function fromRange({ rate, low, high }: RateRange): Beta | undefined {
  const size = Math.min(sampleSize(rate, low), sampleSize(rate, high));
  if (size === Infinity && low === high) return undefined;
  const sample = size === Infinity ? 0 : size;
  return { won: rate * sample + 0.5, lost: (1 - rate) * sample + 0.5 };
}

/** A rate and the ends of the range that holds it nine times of ten; 0 ≤ low ≤ rate ≤ high ≤ 1. */
interface RateRange {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

function sampleSize(rate: number, end: number): number {
  const distance = rate - end;
  return distance === 0 || end <= 0 || end >= 1
    ? Infinity
    : (NINETY * NINETY * end * (1 - end)) / (distance * distance);
}
