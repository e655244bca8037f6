import { add, compare, divide, ratio, type Ratio } from "./ratio.js";

/** The middle of a list, halfway between the two middle ones where there are two; 0 for an empty list. */
export function median(values: readonly Ratio[]): Ratio {
  const sorted = [...values].sort(compare);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? ratio(0);
  return sorted.length % 2 === 1 ? upper : divide(add(sorted[middle - 1] ?? upper, upper), ratio(2));
}
