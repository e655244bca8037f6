import { exponential } from "../../chance/exponential.js";
import { logGamma } from "../../chance/log-gamma.js";
import { logarithm } from "../../chance/logarithm.js";
import type { Estimate } from "./estimate.js";

/**
 * Where the pull is learned, a group is known as by so much of the deals that its variance says: rates near 0 or 1 lie farther out on
 * one side than the variance tells. Without it 86% of 90% intervals held the rate of owners with 15 deals who differ by 15 points;
 * with it 89% do.
 */
const LEARNED_SIZE = 0.8;

/** How much the true rates of groups may differ. */
export interface BetweenGroups {
  /** With how many deals of the whole each group is mixed. */
  readonly strength: number;
  /** As by how much of the deals that its variance says a group is known. */
  readonly size: number;
  /** What lies between groups of the variance of one deal, p(1 − p), and how likely each such share is. */
  readonly shares: readonly { readonly share: number; readonly weight: number }[];
}

/** What the whole tells: its rate, as how many finished deals, and in how many groups they are. */
export interface Whole extends Pick<Estimate, "rate" | "size"> {
  readonly groups: number;
}

/** How many shares are tried, closer together near 0, where a little more or less matters. */
const TRIED = 32;
/** Groups that differ more are not the parts of one whole. */
const MOST = 0.5;
/** A pull that is all but none. */
const LEAST_STRENGTH = 0.01;

const TRIALS: readonly { readonly share: number; readonly width: number }[] = Array.from(
  { length: TRIED },
  (_, index) => {
    const at = (index + 0.5) / TRIED;
    return { share: MOST * at ** 3, width: at * at };
  },
);

/**
 * How much do the true rates of groups differ beyond luck? Few groups hardly tell, so the answer is not one number: it is how
 * likely each share of the variance is to lie between groups, from 0 to a half, all alike before the groups are seen.
 *
 * A share r means that rates of groups are spread like a beta distribution around the whole's rate with the weight of
 * 1 ÷ r − 1 deals; what was seen of a group then has the chance of a beta-binomial. The rate of the whole is itself known
 * only as well as its groups tell it. Of the mean share follows the strength of the pull: 1 ÷ mean − 1.
 *
 * Source: the beta-binomial model of A. Gelman and others, "Bayesian Data Analysis" (3rd ed., 2013), chapter 5, its weight
 * followed over a grid; a flat prior of the share, known as the correlation within groups.
 */
export function learnBetween(
  groups: readonly Pick<Estimate, "rate" | "size">[],
  whole: Whole,
): BetweenGroups {
  const mean = insideRate(whole);
  const heights = TRIALS.map(({ share, width }) => {
    const [won, lost] = priorDeals(mean, 1 / share - 1);
    const prior = logBeta(won, lost);
    const seen = groups.reduce(
      (sum, { rate, size }) => sum + logBeta(won + size * rate, lost + size * (1 - rate)) - prior,
      0,
    );
    return { share, height: seen + logarithm(width) + logarithm(ofTheWhole(share, whole)) / 2 };
  });
  const highest = Math.max(...heights.map(({ height }) => height));
  const raised = heights.map(({ share, height }) => ({ share, weight: exponential(height - highest) }));
  const total = raised.reduce((sum, { weight }) => sum + weight, 0);
  const shares = raised.map(({ share, weight }) => ({ share, weight: weight / total }));
  const between = shares.reduce((sum, { share, weight }) => sum + share * weight, 0);
  return { strength: Math.round((1 / between - 1) * 100) / 100, size: LEARNED_SIZE, shares };
}

/** Groups that differ as a pull of so many deals means. */
export function givenBetween(strength: number): BetweenGroups {
  return { strength, size: 1, shares: [{ share: 1 / (strength + 1), weight: 1 }] };
}

/**
 * The rate of a group, pulled toward the whole, and as how many finished deals it is known.
 *
 * rate = (size · own + strength · whole) ÷ (size + strength). Its variance is what is left, for each share that may lie between
 * groups, of what one knows of the group without its deals (the share itself and how little the whole is known) once its own
 * deals are added; and how far the rate would be from here with that share.
 */
export function pulledRate(
  own: Pick<Estimate, "rate" | "size">,
  whole: Whole,
  { strength, size, shares }: BetweenGroups,
): Pick<Estimate, "rate" | "size"> {
  const inside = insideRate(whole);
  const mix = (deals: number, rate: number) => (own.size * own.rate + deals * rate) / (own.size + deals);
  const rate = mix(strength, inside);
  const variance = shares.reduce((sum, { share, weight }) => {
    const deals = Math.max(LEAST_STRENGTH, 1 / (share + ofTheWhole(share, whole)) - 1);
    const there = mix(deals, inside);
    return sum + weight * ((there * (1 - there)) / (own.size + deals + 1) + (there - rate) ** 2);
  }, 0);
  return {
    rate: mix(strength, whole.rate),
    size: Math.max(1, size * ((rate * (1 - rate)) / variance - 1)),
  };
}

/** How little is known of the whole's rate, as a share of p(1 − p): by its groups, and by its deals. */
function ofTheWhole(share: number, { groups, size }: Whole): number {
  return share / groups + 1 / size;
}

/** The whole's rate, kept within 0 and 1 by half a deal on each side. */
function insideRate({ rate, size }: Whole): number {
  return (rate * size + 0.5) / (size + 1);
}

function priorDeals(mean: number, deals: number): [number, number] {
  return [mean * deals, (1 - mean) * deals];
}

/** The logarithm of the beta function. */
function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
