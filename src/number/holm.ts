/**
 * Which of several chances are too small for luck, so that all of them together are wrong at most as often as `limit` says?
 *
 * The smallest is held against limit ÷ number of tests, the next against limit ÷ (number − 1), and so on, up to the first that
 * is not below. (S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6,
 * 1979, 65–70.)
 *
 * @param chances one for each test; null where it could not be made, which is never below
 *
 * @example
 * ```ts
 * belowLuck([0.04, 0.001, null], 0.05); // => [true, true, false]
 * ```
 */
export function belowLuck(chances: readonly (number | null)[], limit: number): readonly boolean[] {
  const ranked = chances
    .flatMap((chance, index) => (chance === null ? [] : [{ chance, index }]))
    .sort((one, other) => one.chance - other.chance);
  const below = chances.map(() => false);
  for (const [rank, { chance, index }] of ranked.entries()) {
    if (chance >= limit / (ranked.length - rank)) break;
    below[index] = true;
  }
  return below;
}
