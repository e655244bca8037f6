import { isExactWhole } from "./whole.js";

/**
 * How many whole units does each part get, so that they add up and follow the weights?
 *
 * Units are assigned one at a time, each to the part with the greatest weight ÷ (2 · assigned + 1), the earlier one where two
 * are equal (the method of Sainte-Laguë, also Webster's). One unit more never takes one away from anybody, and parts with
 * equal weights differ by one at most.
 *
 * Long deals start from a share that each part is proved to reach, so that the cost depends on how many parts there are
 * and not on how many units: about `weights.length`² comparisons.
 *
 * @param units whole units to deal, from 0 (included) to 2^53 − 1
 * @param weights safe integers from 0 (included), in order; a part of weight 0 gets nothing
 * @returns one whole number for each weight; they add up to `units`
 * @throws RangeError when units or a weight is no such whole number, and when there are units but no weight above 0
 *
 * @example
 * ```ts
 * apportion(10, [2, 1, 1]); // => [5, 3, 2]
 * apportion(0, []); // => []
 * ```
 */
export function apportion(units: number, weights: readonly number[]): number[] {
  requireCount("units", units);
  for (const weight of weights) requireCount("weights", weight);
  const assigned = weights.map(() => 0);
  if (units === 0) return assigned;
  if (!weights.some((weight) => weight > 0)) {
    throw new RangeError(
      `apportion requires a weight above 0 for ${units} units; got [${weights.join(", ")}]`,
    );
  }
  let left = units;
  // Stryker disable next-line all: few units need no head start, and dealing them all one by one gives the same
  if (units > weights.length) {
    const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
    weights.forEach((weight, index) => {
      const share = sureShare(units, weight, total, weights.length);
      assigned[index] = share;
      left -= share;
    });
  }
  for (; left > 0; left -= 1) {
    const next = nextAssignee(weights, assigned);
    assigned[next] = (assigned[next] ?? 0) + 1;
  }
  return assigned;
}

/**
 * Whose turn is it in a deal that goes on over time?
 *
 * The index with the greatest weight ÷ (2 · assigned + 1), the earliest of equal ones: the rule of `apportion` for one unit,
 * with weights that may grow between two units. A part of weight 0 is passed over, so whoever cannot take a unit today
 * is handed in with weight 0.
 *
 * @param weights safe integers from 0 (included), such as everyone's capacity so far
 * @param assigned how many units each has so far; safe integers from 0 (included), one for each weight
 * @returns −1 when no weight is above 0
 *
 * @example
 * ```ts
 * nextAssignee([10, 10, 5], [1, 0, 0]); // => 1
 * ```
 */
export function nextAssignee(weights: readonly number[], assigned: readonly number[]): number {
  let best = -1;
  let bestWeight = 0;
  let bestAssigned = 0;
  weights.forEach((weight, index) => {
    const has = assigned[index] ?? 0;
    if (weight > 0 && (best < 0 || isAhead(weight, has, bestWeight, bestAssigned))) {
      best = index;
      bestWeight = weight;
      bestAssigned = has;
    }
  });
  return best;
}

/** Up to here 2 · assigned + 1 is an exact double. */
const GREATEST_EXACT_SEATS = 2 ** 52 - 1;

/** Is weight ÷ (2 · has + 1) greater than otherWeight ÷ (2 · otherHas + 1)? */
function isAhead(weight: number, has: number, otherWeight: number, otherHas: number): boolean {
  // Stryker disable all: doubles are the quick way to what the last line says exactly
  if (has <= GREATEST_EXACT_SEATS && otherHas <= GREATEST_EXACT_SEATS) {
    const mine = weight * (2 * otherHas + 1);
    const others = otherWeight * (2 * has + 1);
    // Rounding to doubles keeps order: rounded products that differ are in the order of the exact ones.
    if (mine !== others) return mine > others;
    if (isExactWhole(mine)) return false;
  }
  // Stryker restore all
  return BigInt(weight) * (2n * BigInt(otherHas) + 1n) > BigInt(otherWeight) * (2n * BigInt(has) + 1n);
}

/**
 * Units that a part is sure to get: ⌊bound⌋ + 1, where bound = (weight · (2 · units − count) − total) ÷ (2 · total); none
 * where that is below 0.
 *
 * Why: let q be the last quotient that wins a unit. Whoever has a units won the last of them at weight ÷ (2a − 1) ≥ q, so
 * a ≤ weight ÷ 2q + 1/2, and added up units ≤ total ÷ 2q + count/2. Nobody's next quotient exceeds q, so
 * a ≥ weight ÷ 2q − 1/2, which with the line before is at least the bound. It is never the bound itself: a part that has
 * exactly weight ÷ 2q − 1/2 leaves the sum one unit below its own limit. All together fall short by at most `count`.
 */
function sureShare(units: number, weight: number, total: bigint, count: number): number {
  const num = BigInt(weight) * (2n * BigInt(units) - BigInt(count)) - total;
  return num < 0n ? 0 : Number(num / (2n * total)) + 1;
}

function requireCount(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new RangeError(`apportion requires ${name} that are whole numbers from 0; got ${value}`);
}
