import { ceiling, floor } from "../number/ceiling.js";
import { median } from "../number/median.js";
import { add, compare, divide, multiply, ratio, sum, type Ratio } from "../number/ratio.js";

/** The number of weeks that a baseline looks at. */
export const BASELINE_WEEKS = 8;
/** The number of weeks in a row of a personal best. */
export const BEST_WEEKS = 4;

const TWO = ratio(2);
const A_TENTH_MORE = ratio(11, 10);

/** The current performance: the median of the last eight weeks, which one odd week does not move. */
export function computeBaseline(weeks: readonly Ratio[]): Ratio {
  return median(weeks.slice(-BASELINE_WEEKS));
}

/** The personal best: the greatest average of four weeks in a row, the first of equal ones; undefined for fewer weeks. */
export function computeBest(
  weeks: readonly Ratio[],
): { readonly average: Ratio; readonly from: number } | undefined {
  let best: { readonly average: Ratio; readonly from: number } | undefined;
  for (let from = 0; from + BEST_WEEKS <= weeks.length; from += 1) {
    const average = divide(sum(weeks.slice(from, from + BEST_WEEKS)), ratio(BEST_WEEKS));
    if (best === undefined || compare(average, best.average) > 0) best = { average, from };
  }
  return best;
}

/**
 * The next step: a whole number beyond the baseline and within reach. Below the personal best it is halfway there, rounded
 * up: less than what was done before for four weeks in a row. At or beyond it, a tenth more than the baseline, rounded up.
 * Always at least one more than the whole baseline; 0 where nothing was ever done.
 */
export function nextStep(baseline: Ratio, best: Ratio): number {
  if (baseline.num === 0 && best.num === 0) return 0;
  const aim =
    compare(baseline, best) < 0 ? divide(add(baseline, best), TWO) : multiply(baseline, A_TENTH_MORE);
  return Math.max(Number(ceiling(aim)), Number(floor(baseline)) + 1);
}
