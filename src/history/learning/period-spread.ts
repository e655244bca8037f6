import { exponential } from "../../chance/exponential.js";
import { logarithm } from "../../chance/logarithm.js";
import { at } from "../../number/invariant.js";

/** What a period of the past brought, and what was to be expected of it. */
export interface PastPeriod {
  /** Wins that came: a whole number from 0. */
  readonly won: number;
  /** Wins that rates and lags as they are known now lead to, from 0. */
  readonly expected: number;
  /** The variance of the wins by luck alone, from 0. */
  readonly variance: number;
}

/** A spread of months of sales funnels, before any data: two in three lie below 30%. */
const USUAL = 0.3;
/** Spreads that are tried: the middle of each whole percent from 0 to 150%. */
const TRIED = Array.from({ length: 150 }, (_, percent) => (percent + 0.5) / 100);
/** What cannot be known of a whole number: a quarter, the variance of a toss between two neighbours. */
const WHOLE = 0.25;

/**
 * By how much more than luck do periods differ? The standard deviation of the factor by which a period is better or worse.
 *
 * Each spread s is weighed by how well it explains the wins (a normal density with variance luck + s² · expected²), and by how
 * common it is (half a normal density with a standard deviation of 30%: few periods then leave room, and a history in which
 * months happen to be alike is no proof that they are). The answer is the root of the mean of s². Rates that were learned
 * from the same periods fit them better than they will the next: squares count m ÷ (m − 1) times.
 *
 * A. Gelman, "Prior distributions for variance parameters in hierarchical models", Bayesian Analysis 1 (2006), 515–534.
 *
 * @returns from 0 to 1.5; 0.3 where nothing is known, as of fewer than two periods with expected wins
 *
 * @example
 * ```ts
 * periodSpread([]).toFixed(2); // => "0.30"
 * ```
 */
export function periodSpread(periods: readonly PastPeriod[]): number {
  const told = periods.filter(({ expected }) => expected > 0);
  const scale = told.length > 1 ? told.length / (told.length - 1) : 0;
  const weights = TRIED.map((spread) => {
    let exponent = -(spread * spread) / (2 * USUAL * USUAL);
    for (const { won, expected, variance } of scale > 0 ? told : []) {
      const all = variance + spread * spread * expected * expected + WHOLE;
      exponent -= (logarithm(all) + (scale * (won - expected) ** 2) / all) / 2;
    }
    return exponent;
  });
  const highest = Math.max(...weights);
  let [total, squares] = [0, 0];
  weights.forEach((exponent, place) => {
    const weight = exponential(exponent - highest);
    total += weight;
    squares += weight * at(TRIED, place) ** 2;
  });
  return Math.sqrt(squares / total);
}
