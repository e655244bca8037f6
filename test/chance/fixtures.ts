import { readFileSync } from "node:fs";

/** Expected values by scipy and mpmath; `fixtures/make.py` made them and says how. */
export const fixtures = JSON.parse(
  readFileSync(new URL("fixtures/chance.json", import.meta.url), "utf8"),
) as {
  "logarithm (mp)": [x: number, value: number][];
  "exponential (mp)": [x: number, value: number][];
  "binomial (mp)": [units: number, wins: number, rate: number, chance: number, atLeast: number][];
  "least units (scipy.stats.nbinom.ppf)": [wins: number, rate: number, asked: number, units: number][];
  "betabinom (scipy.stats.betabinom.sf)": [
    units: number,
    wins: number,
    won: number,
    of: number,
    chance: number,
  ][];
  "poisson_binom (scipy.stats.poisson_binom.sf)": [
    groups: [number, number][],
    wins: number,
    chance: number,
  ][];
  "products of Betas (mp, by moments)": [
    betas: [number, number][],
    units: number,
    wins: number,
    chance: number,
  ][];
  "gamma below (mp)": [shape: number, x: number, chance: number][];
  "gamma spread (mp)": [units: number, wins: number, rate: number, spread: number, chance: number][];
  "compound Poisson of 1, 2, 5 (numpy.convolve, scipy.stats.poisson)": [
    mean: number,
    amount: number,
    chance: number,
  ][];
  "poisson (scipy.stats.poisson.pmf)": [mean: number, chances: number[]][];
};
