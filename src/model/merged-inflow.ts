import { divide, isZero, multiply, ratio, sum, type Ratio } from "../number/ratio.js";
import { greatestCommonDivisorOfBig, leastCommonMultiple, type Whole } from "../number/whole.js";
import { unitsEach, type Inflow } from "./inflow.js";
import { at } from "../number/invariant.js";

/**
 * Many inflows as one that says the same, day by day and in all. Whatever is done to each day then costs once, and not
 * once for each: a hundred open deals move on together.
 */
export function mergedInflows(inflows: readonly Inflow[]): readonly Inflow[] {
  const some = inflows.filter(({ amount }) => !isZero(amount));
  if (some.length <= 1) return some;
  const amount = sum(some.map((inflow) => inflow.amount));
  const late = divide(sum(some.map((inflow) => multiply(inflow.amount, inflow.late))), amount);
  const timed = some.filter(({ series, whole }) => series !== undefined && whole !== 0);
  if (timed.length === 0) return [{ amount, late, series: undefined, whole: 1 }];
  return [{ amount, late, whole: 1, series: seriesOf(timed, amount) }];
}

/** Each day's units ÷ all units, over one common scale. */
function seriesOf(inflows: readonly Inflow[], amount: Ratio) {
  const parts = inflows.map(unitsEach);
  const common = BigInt(parts.reduce<Whole>((all, { den }) => leastCommonMultiple(all, den), 1));
  const size = Math.max(...inflows.map(({ series }) => series?.values.length ?? 0));
  const values = new Array<bigint>(size).fill(0n);
  inflows.forEach(({ series }, index) => {
    const { num, den } = at(parts, index);
    const factor = BigInt(num) * (common / BigInt(den));
    series?.values.forEach((value, day) => {
      if (value !== 0 && value !== 0n) values[day] = (values[day] ?? 0n) + BigInt(value) * factor;
    });
  });
  const { num, den } = multiply(ratio(common), amount);
  return inLowestTerms(
    values.map((value) => value * BigInt(den)),
    BigInt(num),
  );
}

/** Divides out what all have in common, so that numbers do not grow from stage to stage for nothing. */
function inLowestTerms(values: readonly bigint[], scale: bigint) {
  let common = scale;
  for (const value of values) {
    if (common === 1n) break;
    if (value !== 0n) common = greatestCommonDivisorOfBig(common, value);
  }
  const lowest = common === 1n ? values : values.map((value) => value / common);
  return { kind: "bigint", values: lowest, scale: scale / common } as const;
}
