import { scaleLinear } from "d3-scale";
import type { ExactString } from "../../number/exact-string.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { compare, divide, isZero, subtract } from "../../number/ratio.js";
import { parseQuantity } from "../../schema/quantity.js";

/** From an exact value to a place on the sheet. */
export type ExactScale = (value: ExactString) => number;

/** Places values between two ends of the sheet; all in the middle where the ends of the domain are the same. */
export function exactScale(
  [low, high]: readonly [ExactString, ExactString],
  range: readonly [number, number],
): ExactScale {
  const [from, to] = [parseQuantity(low), parseQuantity(high)];
  const span = subtract(to, from);
  const place = scaleLinear([0, 1], [...range]);
  return (value) => {
    if (isZero(span)) return place(0.5);
    // Here exact becomes floating: a share of the sheet, which any size of numbers has.
    return place(nearestNumber(divide(subtract(parseQuantity(value), from), span)));
  };
}

/** The smallest and the largest of some values; "0" twice where there are none. */
export function extentOf(values: readonly ExactString[]): readonly [ExactString, ExactString] {
  const sorted = [...values].sort((one, other) => compare(parseQuantity(one), parseQuantity(other)));
  return [sorted[0] ?? "0", sorted.at(-1) ?? "0"];
}
