import { floor } from "../number/ceiling.js";
import { add, compare, isNegative, multiply, ratio, subtract, sum, type Ratio } from "../number/ratio.js";
import { at } from "../number/invariant.js";

const HALF = ratio(1, 2);

/**
 * Parts rounded so that they add up to their rounded total: each is rounded down to so many decimals, and what is then missing
 * goes to those that lost most by it, the earlier ones first.
 *
 * @returns one number for each part, in order, a multiple of 10^−places; they add up to the total rounded half up
 *
 * @example
 * ```ts
 * partsTo([ratio(1, 3), ratio(1, 3), ratio(1, 3)], 2); // => [ratio(34, 100), ratio(33, 100), ratio(33, 100)]
 * ```
 */
export function partsTo(parts: readonly Ratio[], places: number): Ratio[] {
  const scale = ratio(10n ** BigInt(places));
  const scaled = parts.map((part) => multiply(part, scale));
  const floors = scaled.map((part) => ({ num: floor(part), den: 1 }));
  const total = nearestWhole(sum(scaled));
  const missing = subtract(total, sum(floors));
  const order = scaled
    .map((part, index) => ({ index, lost: subtract(part, at(floors, index)) }))
    .sort((one, other) => compare(other.lost, one.lost) || one.index - other.index);
  const up = new Set(order.slice(0, Number(missing.num)).map(({ index }) => index));
  return floors.map((whole, index) =>
    multiply(up.has(index) ? add(whole, ratio(1)) : whole, ratio(1, scale.num)),
  );
}

/** Half goes away from 0, as it does wherever a total stands alone. */
function nearestWhole(value: Ratio): Ratio {
  const size = isNegative(value) ? multiply(value, ratio(-1)) : value;
  const rounded: Ratio = { num: floor(add(size, HALF)), den: 1 };
  return isNegative(value) ? multiply(rounded, ratio(-1)) : rounded;
}
