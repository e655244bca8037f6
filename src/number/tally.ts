import { add, type Ratio } from "./ratio.js";

/** Adds to the count of a key; a key that is new begins at 0. */
export function tally<Key, Count extends number>(counts: Map<Key, Count>, key: Key, count: Count): void {
  counts.set(key, ((counts.get(key) ?? 0) + count) as Count);
}

/** Adds to the exact sum of a key; a key that is new begins at 0. */
export function tallyExact<Key>(sums: Map<Key, Ratio>, key: Key, more: Ratio): void {
  const before = sums.get(key);
  sums.set(key, before === undefined ? more : add(before, more));
}
