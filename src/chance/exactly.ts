import { compare, ONE, ratio, type Ratio } from "../number/ratio.js";

/** Units with a chance that is written down exactly. */
export interface ExactGroup {
  readonly count: number;
  /** From 0 to 1 (both included). */
  readonly chance: Ratio;
}

/**
 * How likely are so many wins or more, as an exact fraction?
 *
 * Unit by unit over one common denominator that grows with every unit, so it takes units × wins steps on ever longer whole
 * numbers: for the few cases in which rounding hides whether what is asked is reached, and for tests.
 *
 * @param wins a whole number; 0 or less is sure
 *
 * @example
 * ```ts
 * atLeastExactly([{ count: 2, chance: ratio(1, 2) }], 1); // => { num: 3, den: 4 }
 * ```
 */
export function atLeastExactly(groups: readonly ExactGroup[], wins: number): Ratio {
  if (wins <= 0) return ONE;
  const chances = [1n, ...new Array<bigint>(wins - 1).fill(0n)];
  let denominator = 1n;
  for (const { count, chance } of groups) {
    const won = BigInt(chance.num);
    const all = BigInt(chance.den);
    for (let unit = 0; unit < count; unit += 1) {
      let before = 0n;
      chances.forEach((now, at) => {
        chances[at] = now * (all - won) + before * won;
        before = now;
      });
      denominator *= all;
    }
  }
  const missed = chances.reduce((sum, chance) => sum + chance, 0n);
  return ratio(denominator - missed, denominator);
}

/** Do these units reach the chance asked, exactly? What `settle` of `leastWork` may ask for known rates. */
export function reachesExactly(groups: readonly ExactGroup[], wins: number, asked: Ratio): boolean {
  return compare(atLeastExactly(groups, wins), asked) >= 0;
}
