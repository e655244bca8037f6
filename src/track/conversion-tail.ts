import type { CompiledStage } from "../model/compile.js";
import { seenLowerTail } from "../number/beta-binomial.js";
import { floor } from "../number/ceiling.js";
import { nearestNumber } from "../number/nearest-number.js";
import { lowerTail, type Cases } from "../number/poisson-binomial.js";
import { divide, isZero, ONE, type Ratio } from "../number/ratio.js";
import { sampleOf } from "../plan/rate-sample.js";

/** Units that entered a stage together, and the chance of each to have gone on by now. */
export interface ExactCases {
  readonly count: Ratio;
  readonly chance: Ratio;
}

/**
 * How likely would so few units, or fewer, have gone on if the stage's rate were right?
 *
 * The lower tail of the sum of their own chances; a rate that is known from a sample is uncertain as that sample leaves it.
 *
 * @returns null where the units are not whole, or there are too many
 */
export function conversionTail(
  { rated, rate }: CompiledStage,
  cases: readonly ExactCases[],
  wentOn: Ratio,
): number | null {
  if (!cases.every(({ count }) => count.den === 1 && typeof count.num === "number")) return null;
  const most = Number(floor(wentOn));
  const sample = sampleOf(rated.written);
  const floating = (each: Ratio): Cases[] =>
    cases.map(({ count, chance }) => ({
      count: Number(count.num),
      chance: nearestNumber(divide(chance, each)),
    }));
  const tail =
    sample === undefined || isZero(rate)
      ? lowerTail(floating(ONE), most)
      : seenLowerTail(floating(rate), most, sample);
  return tail ?? null;
}
