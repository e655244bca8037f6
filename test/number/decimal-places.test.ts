import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { decimalPlaces } from "../../src/number/decimal-places.js";

describe("decimalPlaces", () => {
  const exponents = fc.integer({ min: 0, max: 420 });

  it("is the greater exponent of 2 and 5, up to 400", () => {
    fc.assert(
      fc.property(exponents, exponents, (twos, fives) => {
        const den = 2n ** BigInt(twos) * 5n ** BigInt(fives);
        const places = Math.max(twos, fives);
        const expected = places <= 400 ? places : undefined;
        expect(decimalPlaces(den)).toBe(expected);
        if (den < 2n ** 53n) expect(decimalPlaces(Number(den))).toBe(expected);
      }),
    );
  });

  it("is undefined where another prime is left", () => {
    expect([3, 6, 7, 30, 2 ** 53 - 1].map((den) => decimalPlaces(den))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(decimalPlaces(3n * 10n ** 40n)).toBeUndefined();
  });
});
