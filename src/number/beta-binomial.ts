import { lowerTail, type Cases } from "./poisson-binomial.js";
import { at } from "./invariant.js";

/** A rate that was seen: so many of so many. */
export interface SeenRate {
  readonly won: number;
  readonly of: number;
}

/** At so many rates the mean is taken. */
const PARTS = 200;

/**
 * How likely is it that at most so many of these cases come true, if the rate behind them is known from a sample only?
 *
 * Each case comes true with `rate × part`. The rate is not certain: of a sample of `of`, `won` went on, so that it follows
 * the beta distribution with won + ½ and of − won + ½ (Jeffreys); the tail is the mean over it. Where every part is 1 this is
 * the beta-binomial distribution. The mean is taken at 200 places of where the rate lies.
 *
 * Source: Gelman and others, Bayesian Data Analysis, 3rd edition (2013), section 2.4 and 2.8.
 *
 * @param cases `chance` is the part of the rate that applies to each
 * @returns undefined where the cases are too many, as for `lowerTail`
 *
 * @example
 * ```ts
 * seenLowerTail([{ count: 32, chance: 1 }], 13, { won: 60, of: 120 })?.toFixed(2); // => "0.22"
 * ```
 */
export function seenLowerTail(
  cases: readonly Cases[],
  most: number,
  { won, of }: SeenRate,
): number | undefined {
  const [a, b] = [won + 0.5, of - won + 0.5];
  const mean = a / (a + b);
  const spread = Math.sqrt((mean * (1 - mean)) / (a + b + 1));
  const low = Math.max(0, mean - 8 * spread);
  const high = Math.min(1, mean + 8 * spread);
  // At 0 and 1 the density may grow without end: steps become as small there, by 3x² − 2x³, as it becomes large.
  const steps = Array.from({ length: PARTS }, (_, part) => (part + 0.5) / PARTS);
  const rates = steps.map((step) => low + (high - low) * step * step * (3 - 2 * step));
  const densities = rates.map((rate) =>
    times(scaledPower(rate / mean, won), scaledPower((1 - rate) / (1 - mean), of - won)),
  );
  const top = Math.max(...densities.map(({ exponent }) => exponent));
  const weights = densities.map((density, part) => {
    const step = at(steps, part);
    return unscaled(density, top) * step * (1 - step);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let tail = 0;
  for (const [index, rate] of rates.entries()) {
    const own = lowerTail(
      cases.map(({ count, chance }) => ({ count, chance: chance * rate })),
      most,
    );
    if (own === undefined) return undefined;
    tail += (own * at(weights, index)) / total;
  }
  return Math.min(1, tail);
}

/** mantissa · 2^exponent, with a mantissa from ½ to below 1: as large or small as powers of thousands become. */
interface Scaled {
  readonly mantissa: number;
  readonly exponent: number;
}

/** base^(power − ½), by squaring: the same digits on every machine, which logarithms would not be. */
function scaledPower(base: number, power: number): Scaled {
  let square = scaled(base, 0);
  let result = scaled(1 / Math.sqrt(base), 0);
  for (let rest = Math.floor(power); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
}

function times(one: Scaled, other: Scaled): Scaled {
  return scaled(one.mantissa * other.mantissa, one.exponent + other.exponent);
}

function scaled(value: number, exponent: number): Scaled {
  let [mantissa, shift] = [value, exponent];
  for (; mantissa >= 1; shift += 1) mantissa /= 2;
  for (; mantissa > 0 && mantissa < 0.5; shift -= 1) mantissa *= 2;
  return { mantissa, exponent: shift };
}

/** A scaled number over 2^top; 0 where it is too small to matter. */
function unscaled({ mantissa, exponent }: Scaled, top: number): number {
  if (top - exponent > 100) return 0;
  let value = mantissa;
  for (let shift = exponent; shift < top; shift += 1) value /= 2;
  return value;
}
