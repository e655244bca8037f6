import { logarithm } from "./logarithm.js";

/** The errors for 0 (a limit that no formula here asks for) to 16, by mpmath, to the nearest double. */
const SMALL = [
  0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093, 0.016644691189821193,
  0.013876128823070748, 0.01189670994589177, 0.010411265261972096, 0.009255462182712733, 0.00833056343336287,
  0.007573675487951841, 0.00694284010720953, 0.006408994188004207, 0.0059513701127588475,
  0.005554733551962801, 0.0052076559196096404,
];

/**
 * By how much does Stirling's formula miss the logarithm of n! ?
 *
 * ln n! − ln(√(2πn)·(n ÷ e)^n). From 16 the series 1/(12n) − 1/(360n³) + …, below it a table.
 *
 * @param n a whole number from 0 (included); 0 gives 0 and is not asked for
 * @returns within 2e-17
 *
 * Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
 */
export function factorialError(n: number): number {
  const known = n <= 16 ? SMALL[n] : undefined;
  return known ?? series(n);
}

/**
 * The same for a factorial between whole numbers, n! = Γ(n + 1).
 *
 * Below 16 it follows from the one above: error(n) − error(n + 1) = (n + ½)·ln((n + 1) ÷ n) − 1.
 *
 * @param n above 0
 * @returns within 1e-15
 */
export function gammaError(n: number): number {
  let error = 0;
  let at = n;
  for (; at < 16; at += 1) error += stepDown(at);
  return error + series(at);
}

function stepDown(n: number): number {
  if (n < 1) return (n + 0.5) * logarithm((n + 1) / n) - 1;
  // With s = 1 ÷ (2n + 1) it is s²/3 + s⁴/5 + …, in which no digits cancel.
  const z = 1 / ((2 * n + 1) * (2 * n + 1));
  let sum = 0;
  for (let power = 37; power >= 3; power -= 2) sum = (sum + 1 / power) * z;
  return sum;
}

function series(n: number): number {
  const z = 1 / (n * n);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360) * z) * z) * z) * z) * z) / n;
}
