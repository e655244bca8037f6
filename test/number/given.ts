import fc from "fast-check";

import type { Ratio } from "../../src/number/ratio.js";
import { ratio } from "../../src/number/ratio.js";
import { Rational } from "../oracle/rational.js";

/** Whole numbers as they occur (small), around 2^26 and 2^53 where doubles run out, and far beyond. */
const magnitudes = fc.oneof(
  { weight: 4, arbitrary: fc.bigInt(0n, 1000n) },
  { weight: 2, arbitrary: fc.bigInt(2n ** 26n - 50n, 2n ** 27n) },
  { weight: 2, arbitrary: fc.bigInt(2n ** 53n - 50n, 2n ** 53n + 50n) },
  { weight: 1, arbitrary: fc.bigInt(0n, 2n ** 53n) },
  { weight: 1, arbitrary: fc.bigInt(0n, 2n ** 120n) },
);

export const wholes = fc.tuple(magnitudes, fc.boolean()).map(([size, negative]) => (negative ? -size : size));

/** The same number twice: as the library's ratio and as the oracle's rational. */
export interface Twice {
  readonly ours: Ratio;
  readonly oracle: Rational;
}

export const numbers: fc.Arbitrary<Twice> = fc
  .tuple(
    wholes,
    magnitudes.filter((den) => den > 0n),
  )
  .map(([num, den]) => ({ ours: ratio(num, den), oracle: new Rational(num, den) }));

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** What the contract of Ratio asks of the oracle's number: numbers while both parts fit, else bigints. */
export function expectedParts(oracle: Rational): Ratio {
  const { numerator, denominator } = oracle;
  const fits = numerator <= SAFE && numerator >= -SAFE && denominator <= SAFE;
  return fits ? { num: Number(numerator), den: Number(denominator) } : { num: numerator, den: denominator };
}
