/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */

/** One value that a win may have, and how often it does. */
export interface WeightedValue {
  /** From 0 (included). */
  readonly value: number;
  /** Above 0; weights need not add up to 1. */
  readonly weight: number;
}

/** How values that lie between two cells are put on them. */
export type Placing = "down" | "up" | "split";

/** Values as numbers of cells: for each, how often. */
export type Lattice = readonly { readonly cells: number; readonly chance: number }[];

/**
 * Values as whole numbers of cells.
 *
 * `down` and `up` round, so that sums are never above and never below the truth: together they are certain bounds.
 * `split` deals a value between its two cells so that its mean stays, which is the better estimate.
 *
 * @param cellsPerUnit cells ÷ amount, handed in as two numbers so that a value that is a whole number of cells stays one
 *
 * @example
 * ```ts
 * onLattice([{ value: 25, weight: 1 }], { cells: 10, amount: 100 }, "split"); // => [{ cells: 2, chance: 0.5 }, { cells: 3, chance: 0.5 }]
 * ```
 */
export function onLattice(
  values: readonly WeightedValue[],
  { cells, amount }: { readonly cells: number; readonly amount: number },
  placing: Placing,
): Lattice {
  let total = 0;
  for (const { weight } of values) total += weight;
  const chances = new Map<number, number>();
  const put = (cell: number, chance: number): void => {
    if (chance > 0) chances.set(cell, (chances.get(cell) ?? 0) + chance);
  };
  for (const { value, weight } of values) {
    const place = (value * cells) / amount;
    const floor = Math.floor(place);
    const beyond = place - floor;
    if (placing === "down" || beyond === 0) put(floor, weight / total);
    else if (placing === "up") put(floor + 1, weight / total);
    else {
      put(floor, (weight / total) * (1 - beyond));
      put(floor + 1, (weight / total) * beyond);
    }
  }
  return [...chances].sort(([a], [b]) => a - b).map(([cell, chance]) => ({ cells: cell, chance }));
}

/** The distribution of a sum with one value more: the first entries, as many as `sums` has. */
export function withOneMore(sums: Float64Array, lattice: Lattice): Float64Array {
  const more = new Float64Array(sums.length);
  for (const { cells, chance } of lattice)
    for (let at = cells; at < more.length; at += 1) more[at] = more[at]! + chance * sums[at - cells]!;
  return more;
}
