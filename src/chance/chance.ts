/** A chance and the most by which it may be wrong. */
export interface Chance {
  readonly chance: number;
  readonly error: number;
}

/** A sum of chances that rounding may have moved out of its range: from 0 to 1 (both included). */
export function toChance(sum: number): number {
  return Math.min(1, Math.max(0, sum));
}
