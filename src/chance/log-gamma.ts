import { gammaError } from "./factorial-error.js";
import { logarithm } from "./logarithm.js";

const HALF_LN_TWO_PI = 0.9189385332046727;

/**
 * The natural logarithm of Γ(x): of (x − 1)!, also between whole numbers.
 *
 * Stirling's formula for x! and its error, less ln x.
 *
 * @param x above 0
 * @returns within 1e-14 of the larger of it and 1 (measured against scipy)
 *
 * @example
 * ```ts
 * logGamma(5); // => 3.17805…
 * ```
 */
export function logGamma(x: number): number {
  return (x - 0.5) * logarithm(x) - x + HALF_LN_TWO_PI + gammaError(x);
}
