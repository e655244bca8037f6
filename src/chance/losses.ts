/**
 * How many are lost: a number that is fixed, each of `of` with a rate (binomial), or a number of which the mean is known
 * (Poisson).
 */
export type Losses =
  { readonly fixed: number } | { readonly of: number; readonly rate: number } | { readonly expected: number };

/** What lies so far out is left out. */
const NOTHING = 1e-18;

/**
 * How likely are 0, 1, 2, … losses?
 *
 * Each chance follows from its neighbour by their ratio, from the most likely outward; then all are divided by their sum. No
 * exponential is needed.
 *
 * @returns chances that add up to 1; what is left out at the far end is below 1e-15
 *
 * @example
 * ```ts
 * lossChances({ of: 2, rate: 0.5 }); // => [0.25, 0.5, 0.25]
 * lossChances({ fixed: 1 }); // => [0, 1]
 * ```
 */
export function lossChances(losses: Losses): number[] {
  if ("fixed" in losses) return [...new Array<number>(losses.fixed).fill(0), 1];
  if ("expected" in losses) {
    const { expected } = losses;
    return fromPeak(Math.floor(expected), Infinity, (lost) => expected / (lost + 1));
  }
  const { of, rate } = losses;
  if (rate >= 1) return lossChances({ fixed: of });
  const peak = Math.min(of, Math.floor((of + 1) * rate));
  return fromPeak(peak, of, (lost) => ((of - lost) * rate) / ((lost + 1) * (1 - rate)));
}

/** Chances around a peak, where `rise(c)` is P(c + 1) ÷ P(c). */
function fromPeak(peak: number, most: number, rise: (lost: number) => number): number[] {
  const chances = new Array<number>(peak + 1).fill(0);
  let sum = 1;
  chances[peak] = 1;
  for (let lost = peak - 1, term = 1; lost >= 0; lost -= 1) {
    term /= rise(lost);
    chances[lost] = term;
    sum += term;
    if (term < NOTHING) break;
  }
  for (let lost = peak, term = 1; lost < most; lost += 1) {
    term *= rise(lost);
    if (term < NOTHING) break;
    chances.push(term);
    sum += term;
  }
  return chances.map((chance) => chance / sum);
}
