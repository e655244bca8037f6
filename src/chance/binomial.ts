import { deviance } from "./deviance.js";
import { exponential } from "./exponential.js";
import { factorialError } from "./factorial-error.js";
import { logarithm, logarithmOfRest } from "./logarithm.js";

const TWO_PI = 6.283185307179586;

/**
 * How far `binomialChance` may be from the truth, relative to it where it is above 1e-20, and what is built on it: measured
 * 1.5e-14, stated with room.
 */
export const BINOMIAL_ERROR = 1e-13;

/** Units that are won each with the same chance, independently: how many, and the wins asked about. */
export interface Trials {
  /** A whole number from 0 (included). */
  readonly units: number;
  /** A whole number. */
  readonly wins: number;
  /** The chance of one unit, from 0 to 1 (both included). */
  readonly rate: number;
}

/**
 * How likely are exactly so many wins?
 *
 * C(units, wins)·rate^wins·(1 − rate)^(units − wins), by Loader's saddle-point expansion: the same cost for 10 units and
 * for 10 million.
 *
 * @returns from 0 to 1; 0 for wins below 0 or above `units`; within `BINOMIAL_ERROR` of the truth, relative to it, down
 *   to 1e-20; the digits that matter to no answer go first
 *
 * @example
 * ```ts
 * binomialChance({ units: 30, wins: 15, rate: 0.5 }); // => 0.14446…
 * ```
 */
export function binomialChance({ units, wins, rate }: Trials): number {
  if (wins < 0 || wins > units) return 0;
  if (rate <= 0) return wins === 0 ? 1 : 0;
  if (rate >= 1) return wins === units ? 1 : 0;
  if (wins === 0) return exponential(units * logarithmOfRest(rate));
  if (wins === units) return exponential(units * (rate > 0.5 ? logarithmOfRest(1 - rate) : logarithm(rate)));
  const lost = units - wins;
  const exponent =
    factorialError(units) -
    factorialError(wins) -
    factorialError(lost) -
    deviance(wins, units * rate) -
    deviance(lost, units * (1 - rate));
  return exponential(exponent) * Math.sqrt(units / (TWO_PI * wins * lost));
}

/**
 * How likely are so many wins or more?
 *
 * The side with the fewer terms is added up from its greatest term outward, each from the one before by the ratio of
 * neighbours; all terms are positive.
 *
 * @returns from 0 to 1; 1 for wins of 0 or less; within `BINOMIAL_ERROR` of the truth
 *
 * @example
 * ```ts
 * atLeast({ units: 30, wins: 15, rate: 0.5 }); // => 0.57223…
 * ```
 */
export function atLeast({ units, wins, rate }: Trials): number {
  if (wins <= 0) return 1;
  if (wins > units || rate <= 0) return 0;
  if (rate >= 1) return 1;
  if (wins - 1 <= units * rate)
    return 1 - binomialChance({ units, wins: wins - 1, rate }) * below(units, wins - 1, rate);
  return binomialChance({ units, wins, rate }) * above(units, wins, rate);
}

/** P(N ≤ wins) ÷ P(N = wins). */
export function below(units: number, wins: number, rate: number): number {
  const odds = (1 - rate) / rate;
  let term = 1;
  let sum = 1;
  for (let at = wins; at > 0 && term > sum * 1e-17; at -= 1) {
    term *= (at * odds) / (units - at + 1);
    sum += term;
  }
  return sum;
}

/** P(N ≥ wins) ÷ P(N = wins). */
function above(units: number, wins: number, rate: number): number {
  const odds = rate / (1 - rate);
  let term = 1;
  let sum = 1;
  for (let at = wins; at < units && term > sum * 1e-17; at += 1) {
    term *= ((units - at) * odds) / (at + 1);
    sum += term;
  }
  return sum;
}
