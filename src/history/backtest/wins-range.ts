import { winsOf } from "../../chance/evaluate.js";
import { normalQuantile } from "../../chance/normal-quantile.js";
import { quantile } from "../../chance/ranges.js";
import { sweep } from "../../chance/sweep.js";
import type { Moments, PeriodModel } from "../learning/period-model.js";

/** Enough places for so few wins: luck fills the gaps between them. */
const PLACES = { rate: 8, chance: 16, spread: 24 } as const;
/** More wins than this are taken as a Gamma distribution of the same mean and variance, which has no gaps. */
const MOST_WINS = 40;

/** Tells up to which number of wins a share of all cases lies. */
type WinsUpTo = (share: number) => number;

/** The wins of a period: up to which number does a share of all cases lie? */
export function winsUpTo(model: PeriodModel, { expected, variance }: Moments): WinsUpTo {
  const whole = variance + rateVariance(model, expected) + (model.spread * expected) ** 2;
  if (expected > MOST_WINS) return gammaUpTo(expected, whole);
  const units = model.stages.reduce(
    (sum, { open }) => sum + open.reduce((all, { count }) => all + count, 0),
    0,
  );
  const length = Math.min(units, Math.ceil(expected + 14 * Math.sqrt(whole)) + 20) + 1;
  const notEnough = new Array<number>(length).fill(1);
  const chances = winsOf(sweep({ ...model, notEnough }, PLACES), []);
  return (share) => quantile(chances, share) ?? length - 1;
}

/** What rates that are known from samples add to the variance, to first order. */
function rateVariance({ stages }: PeriodModel, expected: number): number {
  let relative = 0;
  for (const { rate } of stages)
    if ("won" in rate) relative += rate.lost / (rate.won * (rate.won + rate.lost + 1));
  return relative * expected * expected;
}

/** By E. B. Wilson and M. M. Hilferty, "The distribution of chi-square", PNAS 17 (1931), 684–688. */
function gammaUpTo(mean: number, variance: number): WinsUpTo {
  const ninth = variance / (mean * mean) / 9;
  return (share) =>
    Math.max(0, Math.round(mean * (1 - ninth + normalQuantile(share) * Math.sqrt(ninth)) ** 3));
}
