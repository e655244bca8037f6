/**
 * The chance that a number of wins is not enough, where so many are needed for sure.
 *
 * @param wins a whole number from 0 (included)
 *
 * @example
 * ```ts
 * // 0, 1 and 2 wins are not enough.
 * winsNeeded(3); // => [1, 1, 1]
 * ```
 */
export function winsNeeded(wins: number): number[] {
  return new Array<number>(Math.max(0, wins)).fill(1);
}

/**
 * The chance that a number of wins is not enough, where what is needed depends on what is lost.
 *
 * P(not enough | wins) = Σ P(lost = c), over each c for which more wins are needed. So P(goal) = Σ P(C = c)·P(N ≥ K(c)).
 *
 * @param chances of 0, 1, 2, … losses, as `lossChances` gives them
 * @param needed K(c): the wins needed when c are lost, a whole number
 *
 * @example
 * ```ts
 * afterLosses([0.5, 0.5], (lost) => 1 + lost); // => [1, 0.5]
 * ```
 */
export function afterLosses(chances: readonly number[], needed: (lost: number) => number): number[] {
  const notEnough: number[] = [];
  chances.forEach((chance, lost) => {
    const wins = needed(lost);
    for (let k = 0; k < wins; k += 1) notEnough[k] = (notEnough[k] ?? 0) + chance;
  });
  return notEnough;
}
