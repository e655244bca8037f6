/** Halvings of the search; each costs one look at everybody. */
const HALVINGS = 24;
/** Doubles err by less than this part of a number. */
const MARGIN = 1e-9;

/**
 * What everybody gets for sure when so many units are dealt, by weight ÷ (2 · units so far + 1), greatest first: all
 * units whose quotient lies above a bound that no more than so many exceed. Counted on in place; the few units that are
 * left are for the exact deal. The bound is searched among doubles and kept clear of their errors, so that no unit is given
 * out here that the exact deal would give to another.
 *
 * @returns how many units are left to deal
 */
export function assignCertainUnits(units: number, weights: readonly number[], assigned: number[]): number {
  const bound = leastBound(units, weights, assigned) * (1 + MARGIN);
  if (!Number.isFinite(bound) || bound <= 0) return units;
  let left = units;
  weights.forEach((weight, index) => {
    const has = assigned[index] ?? 0;
    const more = unitsAbove(bound, weight, has);
    assigned[index] = has + more;
    left -= more;
  });
  return left;
}

/** A bound that at most so many quotients lie above, near the least one. */
function leastBound(units: number, weights: readonly number[], assigned: readonly number[]): number {
  let low = 0;
  let high = weights.reduce((most, weight) => Math.max(most, weight), 0);
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    let above = 0;
    for (let index = 0; index < weights.length; index += 1)
      above += unitsAbove(middle, weights[index] ?? 0, assigned[index] ?? 0);
    if (above <= units) high = middle;
    else low = middle;
  }
  return high;
}

/** How many more units of one have a quotient above the bound: those with 2 · units + 1 below weight ÷ bound. */
function unitsAbove(bound: number, weight: number, has: number): number {
  return Math.max(0, Math.ceil((weight / bound - 1) / 2) - has);
}
