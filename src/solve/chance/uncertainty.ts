import type { Beta } from "../../chance/beta-rule.js";
import type { Work } from "../../chance/chance-model.js";
import { nearestNumber } from "../../number/nearest-number.js";
import type { InputLosses } from "./amount-inputs.js";
import { at } from "../../number/invariant.js";
import { expectedWins } from "./chance-inputs.js";
import { winsThrough } from "./chance-rates.js";
import { valueMoments } from "./win-value.js";
import type { PlanChance } from "./plan-chance.js";

/** Where the uncertainty of the amount comes from: shares of its variance, from 0 to 1, that add up to 1; all 0 where nothing is uncertain. */
export interface UncertaintyFrom {
  /** Each unit is won or not. */
  readonly luck: number;
  /** Rates are known from samples. */
  readonly rates: number;
  /** Periods differ by more than luck. */
  readonly spread: number;
  /** Wins bring different amounts. */
  readonly values: number;
  /** Customers are lost by chance. */
  readonly losses: number;
}

/**
 * Where does the uncertainty of what this work brings come from?
 *
 * Variances of the amount: luck Σ q(1 − q) · worth²; rates Σ (wins through a stage ÷ its rate)² · its variance · worth²,
 * which is exact to first order; spread (s · wins)² · worth²; values wins · their variance; losses n·p(1 − p) · each².
 */
export function uncertaintyFrom({ inputs, amount, model, own }: PlanChance, work: Work): UncertaintyFrom {
  const expected = expectedWins(inputs, work);
  let [wins, luck] = [0, 0];
  for (const { count, chance } of expected) {
    wins += count * chance;
    luck += count * chance * (1 - chance);
  }
  const others = wins - own.reduce((all, { weight }) => all + weight, 0);
  let rates = 0;
  const shared = model.shared.map(() => 0);
  winsThrough(model.stages, expected).forEach((passed, place) => {
    const { rate } = at(model.stages, place);
    if ("won" in rate) rates += varianceOfRate(rate, passed);
    else if ("shared" in rate) shared[rate.shared] = at(shared, rate.shared) + passed;
  });
  model.shared.forEach((rate, place) => {
    rates += varianceOfRate(rate, at(shared, place));
  });
  const { mean, variance } = valueMoments(amount, own, Math.max(0, others));
  const { losses } = amount;
  const each = losses === null ? 0 : nearestNumber(losses.each);
  const spread = model.spread * wins;
  const parts = {
    luck: luck * mean * mean,
    rates: rates * mean * mean,
    spread: spread * spread * mean * mean,
    values: wins * variance,
    losses: losses === null ? 0 : varianceOf(losses) * each * each,
  };
  const total = parts.luck + parts.rates + parts.spread + parts.values + parts.losses;
  if (!(total > 0)) return { luck: 0, rates: 0, spread: 0, values: 0, losses: 0 };
  return {
    luck: parts.luck / total,
    rates: parts.rates / total,
    spread: parts.spread / total,
    values: parts.values / total,
    losses: parts.losses / total,
  };
}

/** Of the wins that pass a rate, because it is uncertain. */
function varianceOfRate({ won, lost }: Beta, wins: number): number {
  const all = won + lost;
  const perPoint = (wins * all) / won;
  return (perPoint * perPoint * won * lost) / (all * all * (all + 1));
}

/** Of a number of losses: n·p(1 − p) where each of n is lost or not, the mean where only that is known. */
function varianceOf(losses: InputLosses): number {
  if ("expected" in losses) return nearestNumber(losses.expected);
  const rate = nearestNumber(losses.rate);
  return losses.of * rate * (1 - rate);
}
