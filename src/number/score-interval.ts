/** The normal quantile of 95%: five in a hundred on each side make an interval of 90%. */
const Z = 1.6448536269514722;

/**
 * Between which rates does the truth lie, nine times in ten?
 *
 * Wilson's score interval for a share `rate` seen in `size` deals. It stays within 0 and 1 and is honest for small sizes
 * and for rates near 0 or 1, where rate ± 1.645 standard errors is not. For a corrected rate `size` is the effective one,
 * rate · (1 − rate) ÷ variance: as many finished deals as would tell as much.
 *
 * Sources: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212;
 * effective sizes for curves: F. J. Dorey and E. L. Korn, "Effective sample sizes for confidence intervals for survival
 * probabilities", Statistics in Medicine 6 (1987), 679–687.
 *
 * @param rate from 0 to 1 (included)
 * @param size above 0, not necessarily whole
 *
 * @example
 * ```ts
 * scoreInterval(0.4, 120).low.toFixed(3); // => "0.329"
 * ```
 */
export function scoreInterval(rate: number, size: number): { readonly low: number; readonly high: number } {
  const square = Z * Z;
  const middle = (rate + square / (2 * size)) / (1 + square / size);
  const half = (Z / (1 + square / size)) * Math.sqrt((rate * (1 - rate)) / size + square / (4 * size * size));
  return {
    low: Math.max(0, Math.min(rate, middle - half)),
    high: Math.min(1, Math.max(rate, middle + half)),
  };
}

/**
 * As many finished deals as would tell as much as these: rate · (1 − rate) ÷ variance, at most all of them. At 0 and 1, where
 * the variance says nothing, the deals that are decided.
 */
export function effectiveSize(rate: number, variance: number, entered: number, decided: number): number {
  if (variance <= 0 || rate <= 0 || rate >= 1) return Math.max(1, decided);
  return Math.max(1, Math.min(entered, (rate * (1 - rate)) / variance));
}
