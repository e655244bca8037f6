/** A number of independent cases that each have this chance. */
export interface Cases {
  readonly count: number;
  /** From 0 to 1 (included). */
  readonly chance: number;
}

/** The most steps; with more the answer would take seconds. */
const MOST_STEPS = 50_000_000;

/**
 * How likely is it that at most this many of these cases come true? The lower tail of the Poisson-binomial distribution,
 * the sum of cases with unequal chances.
 *
 * Cases are added one at a time: P(k) becomes P(k)·(1 − p) + P(k − 1)·p. All terms are positive, so nothing cancels: the
 * relative error stays below (number of cases) · 2^−51, far below what anyone reads. (Y. H. Wang, "On the number of
 * successes in independent trials", Statistica Sinica 3, 1993.)
 *
 * @param most whole number; below 0 the answer is 0, from the number of cases on it is 1
 * @returns undefined where cases × most exceeds fifty million
 *
 * @example
 * ```ts
 * lowerTail([{ count: 1, chance: 0.5 }, { count: 1, chance: 0.25 }], 0); // => 0.375
 * ```
 */
export function lowerTail(cases: readonly Cases[], most: number): number | undefined {
  const total = cases.reduce((sum, { count }) => sum + count, 0);
  if (most < 0) return 0;
  if (most >= total) return 1;
  if (total * (most + 1) > MOST_STEPS) return undefined;
  const chances = new Float64Array(most + 1);
  chances[0] = 1;
  for (const { count, chance } of cases) {
    for (let each = 0; each < count; each += 1) addCase(chances, chance);
  }
  return Math.min(
    1,
    chances.reduce((sum, chance) => sum + chance, 0),
  );
}

function addCase(chances: Float64Array, chance: number): void {
  for (let successes = chances.length - 1; successes > 0; successes -= 1)
    chances[successes] = (chances[successes] ?? 0) * (1 - chance) + (chances[successes - 1] ?? 0) * chance;
  chances[0] = (chances[0] ?? 0) * (1 - chance);
}
