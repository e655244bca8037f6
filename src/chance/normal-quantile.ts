import { logarithm } from "./logarithm.js";

const CENTRE_TOP = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const CENTRE_BOTTOM = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const TAIL_TOP = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_BOTTOM = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

/**
 * Below how many standard deviations from the mean lies this part of a normal curve?
 *
 * Acklam's rational approximation, relative error below 1.2e-9. It only makes a first guess that exact steps correct.
 *
 * @param part above 0 and below 1
 *
 * @example
 * ```ts
 * normalQuantile(0.8); // => 0.8416…
 * ```
 */
export function normalQuantile(part: number): number {
  if (part < 0.02425) {
    const q = Math.sqrt(-2 * logarithm(part));
    return polynomial(TAIL_TOP, q) / polynomial(TAIL_BOTTOM, q);
  }
  if (part > 1 - 0.02425) return -normalQuantile(1 - part);
  const q = part - 0.5;
  const r = q * q;
  return (polynomial(CENTRE_TOP, r) * q) / polynomial(CENTRE_BOTTOM, r);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}
