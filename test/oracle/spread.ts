import { ratio } from "../../src/number/ratio.js";
import { lagFromQuantiles } from "../../src/lag/from-quantiles.js";
import type { Spread } from "./in-time.js";
import { Rational } from "./rational.js";

/**
 * The rows of a {median, p90} as the library tables them: how a distribution is cut into days is an input of the oracle,
 * held to scipy in test/time; what is done with the days is the oracle's own.
 */
export const spreadOfLibrary: Spread = (median, p90) => {
  const table = lagFromQuantiles(ratio(median), ratio(p90));
  if (table === undefined) throw new RangeError(`spread requires a median up to p90; got ${median}, ${p90}`);
  const { first, weights, scale } = table;
  return weights.map((weight, later) => ({
    days: first + later,
    share: new Rational(BigInt(weight), BigInt(scale)),
  }));
};
