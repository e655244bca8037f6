import { logarithm } from "./logarithm.js";

/**
 * How far is x from what was expected, in the exponent of a probability?
 *
 * x·ln(x ÷ expected) + expected − x: 0 where they are equal, about (x − expected)² ÷ (2·expected) near it. Near it the
 * terms cancel, so there a series in (x − expected) ÷ (x + expected) is added up instead.
 *
 * @param x above 0
 * @param expected above 0
 * @returns from 0 (included)
 *
 * Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000), there called bd0.
 */
export function deviance(x: number, expected: number): number {
  const difference = x - expected;
  const ratio = difference / (x + expected);
  if (ratio > 0.1 || ratio < -0.1) return x * logarithm(x / expected) - difference;
  const square = ratio * ratio;
  let sum = difference * ratio;
  let term = 2 * x * ratio;
  for (let power = 3; ; power += 2) {
    term *= square;
    const next = sum + term / power;
    if (next === sum) return sum;
    sum = next;
  }
}
