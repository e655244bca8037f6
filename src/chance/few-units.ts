/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import { toChance, type Chance } from "./chance.js";
import type { ChanceModel, Work } from "./chance-model.js";
import { gammaBelow } from "./gamma.js";
import { chancesGiven, drawnRates, meanOver, plainUnits } from "./given-rates.js";
import { toThe } from "./to-the.js";
import type { Group } from "./wins.js";

/** The factor of the period is a power of at most so many units: more of them hide it in rounding. */
const FEW = 12;
/** About so many incomplete gamma functions are worked out for one rule of places. */
const MOST_STEPS = 15_000;
/** How many places each uncertain rate has. */
const SIZES = [5, 8, 12, 18, 27, 40, 60, 90];
/** What each incomplete gamma function may be off by, with all that is multiplied with it. */
const ROUNDING = 1e-13;

/**
 * How likely is the goal where a few units and the factor of the period decide?
 *
 * A factor that lifts the chance of a unit to 1 makes a kink, which places for the factor do not see (see `liftedError`). Given
 * the rates, the chance that the wins are not enough is a polynomial of the factor between one kink and the next; its mean over the
 * Gamma distribution of the factor is a sum of incomplete gamma functions, exactly. What is left is smooth in the rates, so that
 * rules of places for them agree soon.
 *
 * @returns undefined without a spread, for more than a dozen units, for units that differ in value, and where it would take long
 *
 * @example
 * ```ts
 * // E min(1, factor / 2) with a Gamma of mean 1 and standard deviation 1: (1 − e^(−2)) ÷ 2.
 * const stages = [{ next: null, rate: { known: 0.5 }, open: [], landing: [1] }];
 * chanceOfFew({ stages, shared: [], spread: 1, notEnough: [1] }, [[1]], 1e-6)?.chance; // => 0.43233…
 * ```
 */
export function chanceOfFew(model: ChanceModel, work: Work, tolerance: number): Chance | undefined {
  const units = plainUnits(model, work, FEW);
  if (units === undefined) return undefined;
  const rules = drawnRates(model, units);
  const all = units.reduce((sum, { count }) => sum + count, 0);
  const most = MOST_STEPS / (1 + units.length * (all + 1));
  // Terms of a polynomial add up to at most 2 to the number of units.
  const rounding = ROUNDING * toThe(2, all);
  let before: number | undefined;
  let found: Chance | undefined;
  for (const size of SIZES) {
    if (toThe(size, rules.length) > most) break;
    const chance = meanOver(rules, size, (rates) => 1 - missedWith(model, chancesGiven(model, units, rates)));
    if (rules.length === 0) return { chance: toChance(chance), error: rounding };
    if (before !== undefined) {
      const apart = Math.abs(chance - before);
      found = { chance: toChance(chance), error: apart + rounding };
      if (apart <= tolerance / 10) return found;
    }
    before = chance;
  }
  return found;
}

/** How likely are the wins not enough, given the rates? */
function missedWith({ spread, notEnough }: ChanceModel, groups: readonly Group[]): number {
  let [missed, sure] = [0, 0];
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  let below = new Float64Array(all + 1);
  for (let lifted = 0; lifted <= groups.length; lifted += 1) {
    const next = groups[lifted];
    const through = momentsThrough(next === undefined ? Infinity : 1 / next.chance, spread, all - sure);
    const powers = missedPowers(groups.slice(lifted), sure, notEnough);
    powers.forEach((factor, power) => {
      missed += factor * (through[power]! - below[power]!);
    });
    below = through;
    sure += next?.count ?? 0;
  }
  return missed;
}

/** For each power, up to the highest, the mean of the factor to it as far as the factor is below a place. */
function momentsThrough(place: number, spread: number, highest: number): Float64Array<ArrayBuffer> {
  const variance = spread * spread;
  const moments = new Float64Array(highest + 1);
  let whole = 1;
  for (let power = 0; power <= highest; power += 1) {
    moments[power] = whole * (place < Infinity ? gammaBelow(1 / variance + power, place / variance) : 1);
    whole *= 1 + power * variance;
  }
  return moments;
}

/** The chance that the wins are not enough, as a polynomial of the factor: units of these chances beside wins that are sure. */
function missedPowers(
  groups: readonly Group[],
  sure: number,
  notEnough: readonly number[],
): readonly number[] {
  // By wins, and then by powers of the factor.
  let chances: number[][] = [[1]];
  for (const { count, chance } of groups)
    for (let unit = 0; unit < count; unit += 1) {
      const size = chances.length + 1;
      chances = Array.from({ length: size }, (_, wins) =>
        Array.from({ length: size }, (_, power) => {
          const lost = (chances[wins]?.[power] ?? 0) - chance * (chances[wins]?.[power - 1] ?? 0);
          return lost + chance * (chances[wins - 1]?.[power - 1] ?? 0);
        }),
      );
    }
  return Array.from({ length: chances.length }, (_, power) =>
    chances.reduce((sum, powers, wins) => sum + (notEnough[sure + wins] ?? 0) * (powers[power] ?? 0), 0),
  );
}
