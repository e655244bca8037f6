/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import { betaRule } from "./beta-rule.js";
import { toChance, type Chance } from "./chance.js";
import type { ChanceModel, Work } from "./chance-model.js";
import { gammaBelow, gammaPeak } from "./gamma.js";
import { chancesGiven, drawnRates, meanOver, plainUnits } from "./given-rates.js";
import { toThe } from "./to-the.js";
import { winsFrom, type Group } from "./wins.js";

/** More units than these vary so little that kinks hardly matter. */
const MOST_UNITS = 400;
/** About so many steps of arithmetic are done for one rule of places. */
const MOST_STEPS = 8_000_000;
/** How many places each uncertain rate has, and the factor in each of its steps. */
const SIZES = [
  { rates: 6, factors: 4 },
  { rates: 10, factors: 6 },
  { rates: 16, factors: 8 },
  { rates: 26, factors: 10 },
];
/** Beyond so many standard deviations above 1 there is next to no factor: what there is, is in the error. */
const FAR = 14;
/** Steps of the factor that are less likely are left out, and are in the error. */
const NOTHING = 1e-12;
/** A larger spread makes the density of the factor steep at 0, where rules of places agree late. */
const WIDEST = 0.8;

/**
 * How likely is the goal where the factor of the period may lift chances to 1?
 *
 * Given the rates, the factor is integrated from one kink to the next, in steps of no more than a standard deviation, by
 * Gauss–Legendre rules: between kinks all is smooth, so that they agree soon. Then the mean over the rates.
 *
 * @returns undefined without a spread and with one above 80%, for too many units, for units that differ in value, and where it
 *   would take long
 */
export function chanceBetweenKinks(model: ChanceModel, work: Work): Chance | undefined {
  const units = plainUnits(model, work, MOST_UNITS);
  if (units === undefined || model.spread > WIDEST) return undefined;
  const rules = drawnRates(model, units);
  const all = units.reduce((sum, { count }) => sum + count, 0);
  const each = (units.length + FAR) * (all + 1) * (model.notEnough.length + 1);
  let before: number | undefined;
  let found: Chance | undefined;
  for (const { rates, factors } of SIZES) {
    if (toThe(rates, rules.length) * factors * each > MOST_STEPS) break;
    const seen = { leftOut: 0 };
    const legendre = betaRule({ won: 1, lost: 1 }, factors);
    const chance = meanOver(rules, rates, (drawn) =>
      reachedWith(model, chancesGiven(model, units, drawn), legendre, seen),
    );
    if (before !== undefined)
      found = {
        chance: toChance(chance),
        error: Math.abs(chance - before) + seen.leftOut + 1e-11,
      };
    before = chance;
  }
  return found;
}

/** How likely are the wins enough, given the rates? */
function reachedWith(
  { spread, notEnough }: ChanceModel,
  groups: readonly Group[],
  { places, weights }: ReturnType<typeof betaRule>,
  seen: { leftOut: number },
): number {
  const shape = 1 / (spread * spread);
  const ends = stepsOf(groups, spread);
  let [reached, below, leftOut] = [0, 0, 0];
  for (let step = 1; step < ends.length; step += 1) {
    const [low, high] = [ends[step - 1]!, ends[step]!];
    const through = gammaBelow(shape, high * shape);
    const likely = through - below;
    below = through;
    if (likely < NOTHING) {
      leftOut += likely;
      continue;
    }
    for (let at = 0; at < places.length; at += 1) {
      const factor = low + (high - low) * places[at]!;
      const wins = winsFrom(
        groups.map(({ count, chance }) => ({ count, chance: Math.min(1, factor * chance) })),
        notEnough.length,
      );
      let enough = 1;
      for (let won = 0; won < notEnough.length; won += 1) enough -= wins[won]! * notEnough[won]!;
      reached += (high - low) * weights[at]! * densityAt(shape, factor) * enough;
    }
  }
  seen.leftOut = Math.max(seen.leftOut, leftOut + 1 - below);
  return reached;
}

/** Where steps of the factor end: at each kink, and no further from each other than a standard deviation. */
function stepsOf(groups: readonly Group[], spread: number): readonly number[] {
  const far = 1 + FAR * spread;
  const kinks = groups.map(({ chance }) => 1 / chance).filter((kink) => kink < far);
  const ends = [0];
  for (const end of [...new Set(kinks), far]) {
    const low = ends.at(-1)!;
    const count = Math.max(1, Math.ceil((end - low) / spread));
    for (let step = 1; step <= count; step += 1) ends.push(low + ((end - low) * step) / count);
  }
  return ends;
}

/** The density of a Gamma distribution with mean 1. */
function densityAt(shape: number, factor: number): number {
  return (gammaPeak(shape, shape * factor) * shape) / factor;
}
