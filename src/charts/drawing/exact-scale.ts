import { nearestNumber } from "../../number/nearest-number.js";
import { compare, divide, isZero, subtract, type Ratio } from "../../number/ratio.js";
import { linearScale } from "./linear-scale.js";

/** From an exact value to a place on the sheet. */
export type ExactScale = (value: Ratio) => number;

/** The smallest and the largest of some values. */
export type Extent = readonly [low: Ratio, high: Ratio];

/** Places values between two ends of the sheet; all in the middle where the ends of the domain are the same. */
export function exactScale([low, high]: Extent, range: readonly [number, number]): ExactScale {
  const span = subtract(high, low);
  const place = linearScale([0, 1], range);
  return (value) => {
    if (isZero(span)) return place(0.5);
    // Here exact becomes floating: a share of the sheet, which any size of numbers has.
    return place(nearestNumber(divide(subtract(value, low), span)));
  };
}

/** The smallest and the largest of some values, the first of which there must be. */
export function extentOf(first: Ratio, ...others: readonly Ratio[]): Extent {
  let [low, high] = [first, first];
  for (const value of others) {
    if (compare(value, low) < 0) low = value;
    if (compare(value, high) > 0) high = value;
  }
  return [low, high];
}
