/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import { binomialChance, BINOMIAL_ERROR } from "./binomial.js";

/** Units that come in with the same chance each: open work, or the new work of one day. */
export interface Group {
  /** A whole number from 0 (included). */
  readonly count: number;
  /** The chance that one of them is won in time, from 0 to 1 (both included). */
  readonly chance: number;
}

/** Entries below it are left alone: they cost time and change no answer (all of them together are below 1e-16). */
const NOTHING = 1e-22;

/** How far one + − × ÷ may be from the truth, relative to the result. */
const ROUNDING = 1.2e-16;

/**
 * How likely are 0, 1, 2, … wins from groups of independent units, each with a chance that is known?
 *
 * The Poisson-binomial distribution, group by group; only the first `length` entries, so what is beyond costs nothing. All
 * terms are positive, and those below 1e-22 are left out: the error of each entry, relative to it where it is above 1e-12,
 * is at most `winsError`.
 *
 * @param groups in any order; none gives 0 wins for sure
 * @param length a whole number from 1: the entries kept, for 0 to length − 1 wins
 * @returns one entry a number of wins; what is missing from 1 is the chance of `length` wins or more
 *
 * @example
 * ```ts
 * [...winsFrom([{ count: 2, chance: 0.5 }], 2)]; // => [0.25, 0.5]
 * ```
 */
export function winsFrom(groups: readonly Group[], length: number): Float64Array {
  const wins = noWin(length);
  for (const { count, chance } of groups) addUnits(wins, count, chance);
  return wins;
}

/** No win for sure. */
export function noWin(length: number): Float64Array {
  const wins = new Float64Array(length);
  if (length > 0) wins[0] = 1;
  return wins;
}

/**
 * The most by which an entry of `winsFrom` may be wrong, relative to it.
 *
 * Three roundings for each unit that is added alone; for a group that is added at once its binomial chances and a sum.
 */
export function winsError(groups: readonly Group[], length: number): number {
  let error = 0;
  for (const { count } of groups)
    error += isFew(count, length) ? 3 * count * ROUNDING : BINOMIAL_ERROR + 6 * length * ROUNDING;
  return error;
}

/**
 * Adds `count` units that are won with this chance each, in place.
 *
 * @param wins the chances of 0, 1, … wins so far; may also be any mixture of such lists, since the step is linear
 */
export function addUnits(wins: Float64Array, count: number, chance: number): void {
  if (count === 0 || chance <= 0) return;
  let [from, to] = span(wins);
  if (from > to) return;
  if (!isFew(count, wins.length)) {
    multiplyInto(wins, binomialChances(count, chance, wins.length));
    return;
  }
  const rest = 1 - chance;
  for (let unit = 0; unit < count && from <= to; unit += 1) {
    if (to < wins.length - 1) to += 1;
    for (let at = to; at > from; at -= 1) wins[at] = wins[at]! * rest + wins[at - 1]! * chance;
    wins[from] = wins[from]! * rest;
    if (Math.abs(wins[from]!) < NOTHING) from += 1;
  }
}

/** The wins of two independent sources together, in place of the first; both lists have one length. */
export function multiplyInto(wins: Float64Array, more: Float64Array): void {
  const [from, to] = span(wins);
  const [moreFrom, moreTo] = span(more);
  for (let at = wins.length - 1; at >= 0; at -= 1) {
    let sum = 0;
    const last = Math.min(to, at - moreFrom);
    for (let left = Math.max(from, at - moreTo); left <= last; left += 1)
      sum += wins[left]! * more[at - left]!;
    wins[at] = sum;
  }
}

/** The first and the last entry that are something; of none the last lies before the first. */
function span(wins: Float64Array): [from: number, to: number] {
  let from = 0;
  let to = wins.length - 1;
  while (from <= to && Math.abs(wins[from]!) < NOTHING) from += 1;
  while (to > from && Math.abs(wins[to]!) < NOTHING) to -= 1;
  return [from, to];
}

/** The chances of 0 to length − 1 wins of one group: from the most likely of them outward by the ratio of neighbours. */
export function binomialChances(units: number, rate: number, length: number): Float64Array {
  const chances = new Float64Array(length);
  const peak = Math.min(Math.floor((units + 1) * rate), units, length - 1);
  const odds = rate / (1 - rate);
  chances[peak] = binomialChance({ units, wins: peak, rate });
  for (let at = peak; at > 0 && chances[at]! > NOTHING; at -= 1)
    chances[at - 1] = (chances[at]! * at) / ((units - at + 1) * odds);
  const last = Math.min(units, length - 1);
  for (let at = peak; at < last && chances[at]! > NOTHING; at += 1)
    chances[at + 1] = (chances[at]! * (units - at) * odds) / (at + 1);
  return chances;
}

/** Is adding them one by one quicker than all at once? */
export function isFew(count: number, length: number): boolean {
  return count <= 64 && 4 * count <= length + 16;
}
