import { FRACTION_BITS, timesFixed, UNIT } from "./fixed-point.js";

/**
 * Which share of a normal distribution lies at or below z standard deviations from its middle?
 *
 * In fixed point, in and out. Exact to more than 20 places for |z| up to 6.5; beyond, where less than 10^-10 is left, it is
 * 0 or 1.
 */
type NormalShare = (z: bigint) => bigint;

/** Anchors lie half a standard deviation apart, from 0 to 6.5, so no z is further than a quarter from one. */
const ANCHORS = 14;
/** What a term of this index adds at a quarter is below 10^-20. */
const TERMS = 18;

interface Anchor {
  readonly share: bigint;
  /** Coefficients of the powers 1, 2, … of the distance from the anchor. */
  readonly coefficients: readonly bigint[];
}

/**
 * Makes the distribution ready for many questions.
 *
 * At each anchor a, the share is 1/2 + density(a) · (a + a³/3 + a⁵/(3·5) + …), and around it the Taylor series of the
 * share, whose coefficients are the density times Hermite polynomials (Abramowitz and Stegun, 26.2.11 and 26.2.33).
 *
 * @param density the density at 0, 1 ÷ √(2π)
 * @param fade e^(−1/8), what a density loses from 0 to half a standard deviation
 */
export function compileNormalShare(density: bigint, fade: bigint): NormalShare {
  const anchors = Array.from({ length: ANCHORS }, (_, index) => {
    // e^(−a²/2) for a = index/2 is e^(−1/8) to the power of index².
    return anchorAt(index, timesFixed(density, powerOf(fade, index * index)));
  });
  return (z) => (z < 0n ? UNIT - shareAbove0(anchors, -z) : shareAbove0(anchors, z));
}

function shareAbove0(anchors: readonly Anchor[], z: bigint): bigint {
  const index = (z * 2n + (UNIT >> 1n)) >> FRACTION_BITS;
  const anchor = anchors[Number(index)];
  if (anchor === undefined) return UNIT;
  const distance = z - ((index * UNIT) >> 1n);
  let series = 0n;
  for (let term = TERMS - 1; term >= 0; term -= 1) {
    series = timesFixed(series + (anchor.coefficients[term] ?? 0n), distance);
  }
  return anchor.share + series;
}

function anchorAt(index: number, density: bigint): Anchor {
  const twice = BigInt(index);
  const coefficients: bigint[] = [];
  let before = 0n;
  let current = UNIT;
  for (let term = 0n; term < BigInt(TERMS); term += 1n) {
    coefficients.push(timesFixed(density, current) / (term + 1n));
    // Hermite's recurrence, divided by the factorial and with alternating signs.
    const next = -(((twice * current) >> 1n) + before) / (term + 1n);
    before = current;
    current = next;
  }
  return { share: (UNIT >> 1n) + timesFixed(density, oddSeries(twice)), coefficients };
}

/** a + a³/3 + a⁵/(3·5) + … for a = twice/2. */
function oddSeries(twice: bigint): bigint {
  let total = 0n;
  let term = (twice * UNIT) >> 1n;
  for (let odd = 3n; term > 0n; odd += 2n) {
    total += term;
    term = (term * twice * twice) / (4n * odd);
  }
  return total;
}

function powerOf(base: bigint, exponent: number): bigint {
  let result = UNIT;
  for (let left = exponent; left > 0; left -= 1) result = timesFixed(result, base);
  return result;
}
