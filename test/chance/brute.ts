import { betaRule } from "../../src/chance/beta-rule.js";
import type { ChanceModel, ChanceRate, ChanceStage, Work } from "../../src/chance/chance-model.js";
import { spreadRule } from "../../src/chance/spread-rule.js";

/**
 * The chance of a goal with nothing clever in it: every combination of all uncertain rates and the factor is a case of its
 * own, in which each unit is added alone with the chance that its way to the win has. No state, no compression, no tree.
 */
export function bruteChance(model: ChanceModel, work: Work, places: number): number {
  let chance = 0;
  for (const { weight, rates, factor } of cases(model, places)) {
    const wins = [1, ...new Array<number>(model.notEnough.length).fill(0)];
    for (const unit of units(model, work, rates, factor))
      for (let k = wins.length - 1; k >= 0; k -= 1)
        wins[k] = (wins[k] ?? 0) * (1 - unit) + (k > 0 ? (wins[k - 1] ?? 0) * unit : 0);
    const missed = model.notEnough.reduce((sum, missing, k) => sum + missing * (wins[k] ?? 0), 0);
    chance += weight * (1 - missed);
  }
  return chance;
}

/** The chance of each unit, given all rates. */
export function units(model: ChanceModel, work: Work, rates: readonly number[], factor: number): number[] {
  const passed = (stage: number | null): number =>
    stage === null ? 1 : (rates[stage] ?? NaN) * passed(model.stages[stage]?.next ?? null);
  return model.stages.flatMap(({ next, open, landing }, stage) => {
    const rate = rates[stage] ?? NaN;
    const aged = open.flatMap(({ count, landing: lands, converted, lost }) => {
      const left = 1 - rate * converted - (1 - rate) * lost;
      const chance = left > 0 ? Math.min(1, (factor * rate * lands * passed(next)) / left) : 0;
      return new Array<number>(count).fill(chance);
    });
    const fresh = landing.flatMap((lands, group) =>
      new Array<number>(work[stage]?.[group] ?? 0).fill(Math.min(1, factor * lands * passed(stage))),
    );
    return [...aged, ...fresh];
  });
}

interface Drawn {
  readonly weight: number;
  readonly rates: readonly number[];
  readonly factor: number;
}

function cases(model: ChanceModel, places: number): Drawn[] {
  const spread = spreadRule(model.spread, places);
  let shared: { weight: number; values: number[] }[] = [{ weight: 1, values: [] }];
  for (const beta of model.shared) {
    const rule = betaRule(beta, places);
    shared = shared.flatMap(({ weight, values }) =>
      Array.from(rule.places, (place, at) => ({
        weight: weight * (rule.weights[at] ?? NaN),
        values: [...values, place],
      })),
    );
  }
  return Array.from(spread.places, (factor, at) => ({ factor, weight: spread.weights[at] ?? NaN })).flatMap(
    (outer) =>
      shared.flatMap(({ weight, values }) =>
        ownRates(model.stages, values, places).map((drawn) => ({
          rates: drawn.rates,
          factor: outer.factor,
          weight: drawn.weight * weight * outer.weight,
        })),
      ),
  );
}

function ownRates(stages: readonly ChanceStage[], shared: readonly number[], places: number) {
  let drawn: { weight: number; rates: number[] }[] = [{ weight: 1, rates: [] }];
  for (const { rate } of stages)
    drawn = drawn.flatMap(({ weight, rates }) =>
      valuesOf(rate, shared, places).map((value) => ({
        weight: weight * value.weight,
        rates: [...rates, value.rate],
      })),
    );
  return drawn;
}

function valuesOf(rate: ChanceRate, shared: readonly number[], places: number) {
  if ("known" in rate) return [{ rate: rate.known, weight: 1 }];
  if ("shared" in rate) return [{ rate: shared[rate.shared] ?? NaN, weight: 1 }];
  const rule = betaRule(rate, places);
  return Array.from(rule.places, (place, at) => ({ rate: place, weight: rule.weights[at] ?? NaN }));
}
