/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import { exponential } from "./exponential.js";
import { withOneMore, type Lattice } from "./lattice.js";

/**
 * How likely is each amount, in cells, where the number of wins is uncertain and each has a value of its own?
 *
 * Σ P(N = k)·(values added k times), for any distribution of N. (Panjer's recursion takes fewer steps for one binomial, but
 * subtracts there; a goal's wins are no single binomial anyway.)
 *
 * @param wins chances of 0, 1, 2, … wins
 * @param length entries to keep: for 0 to length − 1 cells; what is missing from 1 lies beyond
 */
export function amountChances(wins: ArrayLike<number>, lattice: Lattice, length: number): Float64Array {
  const total = new Float64Array(length);
  let sums: Float64Array = new Float64Array(length);
  sums[0] = 1;
  for (let k = 0; k < wins.length; k += 1) {
    if (k > 0) sums = withOneMore(sums, lattice);
    for (let at = 0; at < length; at += 1) total[at] = total[at]! + wins[k]! * sums[at]!;
  }
  return total;
}

/**
 * The same where the number of wins is Poisson-distributed: Panjer's recursion.
 *
 * g(0) = e^(−expected·(1 − f(0))), g(s) = expected ÷ s · Σ j·f(j)·g(s − j); all terms are positive.
 *
 * @param expected the mean number of wins, from 0 (included) to 700
 *
 * Source: H. Panjer, Recursive Evaluation of a Family of Compound Distributions (1981).
 */
export function amountChancesOfPoisson(expected: number, lattice: Lattice, length: number): Float64Array {
  const chances = new Float64Array(length);
  const nothing = lattice.find(({ cells }) => cells === 0)?.chance ?? 0;
  chances[0] = exponential(-expected * (1 - nothing));
  for (let at = 1; at < length; at += 1) {
    let sum = 0;
    for (const { cells, chance } of lattice) if (cells <= at) sum += cells * chance * chances[at - cells]!;
    chances[at] = (expected * sum) / at;
  }
  return chances;
}
