import { at } from "../number/invariant.js";
import { add, multiply, ONE, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";

/** One factor of a product: what it is, and what it was planned to be. */
export interface Factor<Key> {
  readonly key: Key;
  readonly actual: Ratio;
  readonly planned: Ratio;
}

/**
 * How much of (product of actual values − product of planned values) is due to each factor, whatever the order in which
 * they are looked at? The Shapley value of the game in which a set of factors is worth the product with these factors as
 * they are and the others as planned (L. S. Shapley, "A value for n-person games", 1953).
 *
 * In words: (actual − planned) times the average, over all orders, of the product of the others. For a product that
 * average needs no orders: Σ over sizes s of s!(n − 1 − s)! ÷ n! times the coefficient of zˢ in Π (planned + actual·z)
 * over the other factors, about n³ multiplications. A factor as planned gets 0 and changes nobody's share but as a
 * multiplier.
 *
 * @returns one value for each factor, in order; they add up to the difference of the products
 *
 * @example
 * ```ts
 * const half = { key: "rate", actual: ratio(1, 4), planned: ratio(1, 2) };
 * productShares([{ key: "calls", actual: ratio(8), planned: ratio(10) }, half]); // => [{ num: -3, den: 4 }, { num: -9, den: 4 }]
 * ```
 */
export function productShares<Key>(factors: readonly Factor<Key>[]): readonly Ratio[] {
  const same = factors.filter(({ actual, planned }) => isSame(actual, planned));
  const moved = factors.filter(({ actual, planned }) => !isSame(actual, planned));
  const constant = same.reduce<Ratio>((product, { actual }) => multiply(product, actual), ONE);
  const weights = orderWeights(moved.length);
  return factors.map((factor) => {
    const { actual, planned } = factor;
    if (isSame(actual, planned)) return ZERO;
    const others = moved.filter((other) => other !== factor);
    const average = coefficients(others).reduce(
      (total, coefficient, size) => add(total, multiply(coefficient, at(weights, size))),
      ZERO,
    );
    return multiply(constant, multiply(subtract(actual, planned), average));
  });
}

function isSame(one: Ratio, other: Ratio): boolean {
  return one.num === other.num && one.den === other.den;
}

/** s!(n − 1 − s)! ÷ n! for s from 0 to n − 1: the share of orders in which exactly a given set of s factors comes first. */
function orderWeights(count: number): Ratio[] {
  const weights: Ratio[] = [];
  for (let size = 0; size < count; size += 1)
    weights.push(size === 0 ? ratio(1, count) : multiply(at(weights, size - 1), ratio(size, count - size)));
  return weights;
}

/** The coefficients of Π (planned + actual · z). */
function coefficients(factors: readonly Factor<unknown>[]): Ratio[] {
  return factors.reduce<Ratio[]>(
    (product, { actual, planned }) =>
      [...product, ZERO].map((coefficient, power) =>
        add(multiply(coefficient, planned), multiply(power === 0 ? ZERO : at(product, power - 1), actual)),
      ),
    [ONE],
  );
}
