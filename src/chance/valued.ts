/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import type { Lattice } from "./lattice.js";
import { addUnits, binomialChances, isFew } from "./wins.js";

/**
 * Adds units that are won with this chance each and count for a number of cells, in place.
 *
 * P(s) becomes (1 − chance)·P(s) + chance·Σ P(worth = j)·P(s − j), once for each unit; all terms are positive.
 *
 * @param sums the chances of 0, 1, … cells so far; what is beyond its end is left out
 * @param worth how many cells one of them counts for, and how likely; one cell unless given
 *
 * @example
 * ```ts
 * const sums = Float64Array.of(1, 0, 0, 0);
 * addValued(sums, 1, 0.5, [{ cells: 3, chance: 1 }]);
 * [...sums]; // => [0.5, 0, 0, 0.5]
 * ```
 */
export function addValued(
  sums: Float64Array,
  count: number,
  chance: number,
  worth: Lattice | undefined,
): void {
  const [only] = worth ?? [];
  if (worth === undefined || only === undefined || (worth.length === 1 && only.cells === 1))
    addUnits(sums, count, chance);
  else if (count > 0 && chance > 0) {
    if (worth.length === 1 && only.cells > 0) addAlike(sums, count, chance, only.cells);
    else addOneByOne(sums, count, chance, worth);
  }
}

/** Units that all count for the same: many of them at once, by how many are won. */
function addAlike(sums: Float64Array, count: number, chance: number, cells: number): void {
  const length = Math.ceil(sums.length / cells);
  const rest = 1 - chance;
  if (isFew(count, length)) {
    let to = lastOf(sums);
    for (let unit = 0; unit < count; unit += 1) {
      to = Math.min(sums.length - 1, to + cells);
      for (let at = to; at >= cells; at -= 1) sums[at] = sums[at]! * rest + sums[at - cells]! * chance;
      for (let at = Math.min(to, cells - 1); at >= 0; at -= 1) sums[at] = sums[at]! * rest;
    }
    return;
  }
  const won = binomialChances(count, chance, length);
  for (let at = sums.length - 1; at >= 0; at -= 1) {
    let sum = 0;
    for (let wins = Math.floor(at / cells); wins >= 0; wins -= 1)
      sum += won[wins]! * sums[at - wins * cells]!;
    sums[at] = sum;
  }
}

function addOneByOne(sums: Float64Array, count: number, chance: number, worth: Lattice): void {
  const cells = Int32Array.from(worth, (each) => each.cells);
  const chances = Float64Array.from(worth, (each) => each.chance * chance);
  const rest = 1 - chance;
  const most = cells.reduce((all, each) => Math.max(all, each), 0);
  let to = lastOf(sums);
  for (let unit = 0; unit < count; unit += 1) {
    to = Math.min(sums.length - 1, to + most);
    for (let at = to; at >= 0; at -= 1) {
      let sum = sums[at]! * rest;
      for (let entry = 0; entry < cells.length; entry += 1)
        if (cells[entry]! <= at) sum += chances[entry]! * sums[at - cells[entry]!]!;
      sums[at] = sum;
    }
  }
}

/** The last entry that is something; −1 of none. */
function lastOf(sums: Float64Array): number {
  let last = sums.length - 1;
  while (last >= 0 && sums[last] === 0) last -= 1;
  return last;
}
