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
  if (worth === undefined || (worth.length === 1 && only?.cells === 1)) addUnits(sums, count, chance);
  else if (count === 0 || chance <= 0) return;
  else if (worth.length === 1 && only !== undefined && only.cells > 0)
    addAlike(sums, count, chance, only.cells);
  else for (let unit = 0; unit < count; unit += 1) addOne(sums, chance, worth);
}

/** Units that all count for the same: many of them at once, by how many are won. */
function addAlike(sums: Float64Array, count: number, chance: number, cells: number): void {
  const length = Math.ceil(sums.length / cells);
  if (isFew(count, length)) {
    for (let unit = 0; unit < count; unit += 1) addOne(sums, chance, [{ cells, chance: 1 }]);
    return;
  }
  const won = binomialChances(count, chance, length);
  for (let at = sums.length - 1; at >= 0; at -= 1) {
    let sum = 0;
    const most = Math.floor(at / cells);
    for (let wins = 0; wins <= most; wins += 1) sum += won[wins]! * sums[at - wins * cells]!;
    sums[at] = sum;
  }
}

function addOne(sums: Float64Array, chance: number, worth: Lattice): void {
  const rest = 1 - chance;
  for (let at = sums.length - 1; at >= 0; at -= 1) {
    let sum = sums[at]! * rest;
    for (const { cells, chance: likely } of worth)
      if (cells <= at) sum += chance * likely * sums[at - cells]!;
    sums[at] = sum;
  }
}
