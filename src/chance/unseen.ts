import type { Beta } from "./beta-rule.js";
import { betaRule } from "./beta-rule.js";
import type { ChanceModel, ChanceRate, Work } from "./chance-model.js";
import { chanceOf } from "./evaluate.js";
import { at, must } from "../number/invariant.js";
import { spreadRule } from "./spread-rule.js";
import { sweep, type Precision } from "./sweep.js";

/** So little of all cases matters to no answer. */
const NOTHING = 1e-10;
/** Nothing is uncertain any more: one place is enough. */
const ONE_PLACE: Precision = { rate: 1, chance: 1, spread: 1 };

/**
 * How much of the chance may lie below the lowest place of a rule, where no place sees that the goal is missed?
 *
 * Rules with more places agree all the same where the goal is reached at every place of both. A rate from 1 of 10 lies below
 * the lowest of 96 places in about 1 of 5,000 cases: with so much work that even that place reaches the goal, 99.9999%
 * would be told where 99.999% is true. So for each uncertain thing: the weight of its lowest place times the chance
 * there, all others being what they are on average.
 */
export function unseenBelow(model: ChanceModel, precision: Precision, work: Work): number {
  const shared = model.shared.map(meanOf);
  const rates = model.stages.map(({ rate }) => knownRate(rate, shared));
  const chanceWith = (known: readonly number[], factor: number): number => {
    const stages = model.stages.map((stage, place) => ({
      ...stage,
      rate: { known: at(known, place) },
      open: stage.open.map((units) => ({ ...units, landing: units.landing * factor })),
      landing: stage.landing.map((share) => share * factor),
    }));
    const certain: ChanceModel = { ...model, stages, shared: [], spread: 0 };
    return chanceOf(certain, sweep(certain, ONE_PLACE), work);
  };
  let unseen = 0;
  const look = (weight: number, chance: () => number): void => {
    if (weight > NOTHING) unseen += weight * chance();
  };
  model.stages.forEach(({ rate }, stage) => {
    if (!("won" in rate)) return;
    const { weight, place } = lowest(betaRule(rate, precision.rate));
    look(weight, () =>
      chanceWith(
        rates.map((known, each) => (each === stage ? place : known)),
        1,
      ),
    );
  });
  model.shared.forEach((beta, draw) => {
    const { weight, place } = lowest(betaRule(beta, precision.chance));
    const drawn = shared.map((known, each) => (each === draw ? place : known));
    look(weight, () =>
      chanceWith(
        model.stages.map(({ rate }) => knownRate(rate, drawn)),
        1,
      ),
    );
  });
  if (model.spread > 0) {
    const { weight, place } = lowest(spreadRule(model.spread, precision.spread));
    look(weight, () => chanceWith(rates, place));
  }
  return unseen;
}

function meanOf({ won, lost }: Beta): number {
  return won / (won + lost);
}

function knownRate(rate: ChanceRate, shared: readonly number[]): number {
  if ("known" in rate) return rate.known;
  return "won" in rate ? meanOf(rate) : at(shared, rate.shared);
}

function lowest({ places, weights }: ReturnType<typeof betaRule>): { weight: number; place: number } {
  return { weight: must(weights[0], "a first weight"), place: must(places[0], "a first place") };
}
