import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ceiling, ceilingOfQuotient, floor, isSafeCount } from "../../src/number/ceiling.js";
import { divide, multiply, ratio } from "../../src/number/ratio.js";
import { parseRateText } from "../../src/number/rate-text.js";
import { Rational } from "../oracle/rational.js";
import { numbers } from "./given.js";

describe("ceiling and floor", () => {
  it("are what unbounded rationals give", () => {
    fc.assert(
      fc.property(numbers, ({ ours, oracle }) => {
        expect(BigInt(ceiling(ours))).toBe(oracle.ceiling());
        expect(BigInt(floor(ours))).toBe(oracle.floor());
      }),
      { numRuns: 2000 },
    );
  });

  it("are numbers while they fit, and never −0", () => {
    expect(Object.is(ceiling(ratio(-1, 2)), 0)).toBe(true);
    expect(ceiling(ratio(2n ** 60n + 1n, 2n ** 10n))).toBe(2 ** 50 + 1);
    expect(ceiling(ratio(2n ** 60n))).toBe(2n ** 60n);
  });

  it("do not add a unit where the quotient is whole: 14 deals at 40% · 50% · 35% · 10% are 2,000 calls", () => {
    // Design 4.2, worked by hand: 14 ÷ 0.007 = 2000. Doubles make 2000.0000000000002 of it, and 2,001 calls.
    const rates = ["40%", "50%", "35%", "10%"].map((text) => parseRateText(text) ?? ratio(0));
    const calls = divide(ratio(14), rates.reduce(multiply));
    expect(ceiling(calls)).toBe(2000);
    expect(Math.ceil(14 / (0.1 * 0.35 * 0.5 * 0.4))).toBe(2001);
  });
});

describe("ceilingOfQuotient", () => {
  const counts = fc.oneof(fc.integer({ min: 0, max: 1e6 }), fc.maxSafeNat());
  const rates = fc
    .tuple(fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.maxSafeNat()), counts)
    .map(([num, more]) => [num === 0 ? 1 : num, Math.min(num + more, Number.MAX_SAFE_INTEGER)] as const);

  it("is the exact ceiling of units · den ÷ num, whatever their size", () => {
    fc.assert(
      fc.property(counts, rates, (units, [num, den]) => {
        const exact = new Rational(BigInt(units) * BigInt(den), BigInt(num)).ceiling();
        expect(BigInt(ceilingOfQuotient(units, den, num))).toBe(exact);
      }),
      { numRuns: 5000 },
    );
  });

  it("is exact one unit either side of a whole quotient near 2^53", () => {
    for (const num of [1, 2, 3, 7, 94_906_265, 2 ** 52]) {
      for (const whole of [1, 2, 94_906_267, 2 ** 26].filter((value) => value * num < 2 ** 53 - 1)) {
        expect(ceilingOfQuotient(whole * num, 1, num)).toBe(whole);
        expect(ceilingOfQuotient(whole * num + 1, 1, num)).toBe(whole + 1);
        expect(ceilingOfQuotient(whole * num - 1, 1, num)).toBe(num === 1 ? whole - 1 : whole);
      }
    }
  });

  it("does not believe a product of exactly 2^53, which may be a rounded 2^53 + 1", () => {
    // 3 × 3002399751580331 = 2^53 + 1 (worked by hand; doubles print 9007199254740992, which 4 divides).
    expect(3 * 3_002_399_751_580_331).toBe(2 ** 53);
    expect(ceilingOfQuotient(3, 3_002_399_751_580_331, 4)).toBe(2 ** 51 + 1);
  });

  it("needs 60 for 21 wins at 35%, where doubles say 61", () => {
    expect(ceilingOfQuotient(21, 20, 7)).toBe(60);
    expect(Math.ceil(21 / 0.35)).toBe(61);
  });

  it("refuses a rate of 0 and what is not whole beyond the fast path", () => {
    expect(() => ceilingOfQuotient(1, 1, 0)).toThrow(
      "ceilingOfQuotient requires safe integers and num from 1; got 1 × 1 ÷ 0",
    );
    expect(() => ceilingOfQuotient(Number.NaN, 1, 1)).toThrow(RangeError);
    expect(() => ceilingOfQuotient(2 ** 53, 3, 1)).toThrow(RangeError);
  });
});

describe("isSafeCount", () => {
  it("holds from 0 to 2^53 − 1, both included", () => {
    expect([0, 1, Number.MAX_SAFE_INTEGER].every(isSafeCount)).toBe(true);
    expect([-1, 2n ** 53n, 2 ** 53, 0.5].some(isSafeCount)).toBe(false);
  });
});
