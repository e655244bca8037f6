import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { decodeExact, encodeExact, parseExact, toNumber } from "../../src/number/exact-string.js";
import { ratio } from "../../src/number/ratio.js";
import { Rational } from "../oracle/rational.js";
import { numbers } from "./given.js";

describe("exact quantities", () => {
  it("are written as the oracle writes them, and read back as the same number", () => {
    fc.assert(
      fc.property(numbers, ({ ours, oracle }) => {
        expect(encodeExact(ours)).toBe(oracle.toString());
        expect(parseExact(encodeExact(ours))).toStrictEqual(ours);
      }),
      { numRuns: 2000 },
    );
  });

  it("are whole numbers, decimals that end, or fractions", () => {
    expect(encodeExact(ratio(15))).toBe("15");
    expect(encodeExact(ratio(2469, 2))).toBe("1234.5");
    expect(encodeExact(ratio(200, 3))).toBe("200/3");
    expect(encodeExact(ratio(-1, 400))).toBe("-0.0025");
    expect(encodeExact(ratio(1n, 2n ** 401n))).toBe(`1/${2n ** 401n}`);
    expect(parseExact(`1/${2n ** 401n}`)).toStrictEqual({ num: 1n, den: 2n ** 401n });
  });

  it("are refused in one grammar when they are none", () => {
    expect(() => toNumber("a lot")).toThrow('toNumber requires an exact quantity; got "a lot"');
    expect(() => toNumber("x".repeat(1000))).toThrow(/^toNumber requires an exact quantity; got "x{79}…"$/);
  });
});

describe("decodeExact", () => {
  it("reads what encodeExact writes, and never makes a number of what is none", () => {
    for (const each of [ratio(15), ratio(-2469, 2), ratio(200, 3)])
      expect(decodeExact(encodeExact(each))).toEqual(each);
    // A fallback used to draw such a text as 0.
    expect(() => decodeExact("a lot")).toThrow('decodeExact requires an exact quantity; got "a lot"');
  });
});

describe("toNumber", () => {
  it("is the nearest double: no other double is nearer, halfway goes to the even one", () => {
    const doubles = fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, minExcluded: true });
    const place = fc.constantFrom<readonly [bigint, bigint]>(
      [0n, 1n],
      [1n, 2n],
      [1n, 3n],
      [2n, 3n],
      [10n ** 30n - 1n, 2n * 10n ** 30n],
    );
    fc.assert(
      fc.property(doubles, place, (low, [num, den]) => {
        const high = nextDouble(low);
        if (high === Infinity) return;
        const [from, to] = [exactOf(low), exactOf(high)];
        const point = from.plus(to.minus(from).times(new Rational(num, den)));
        const halfway = num * 2n === den;
        const nearest = halfway ? evenOf(low, high) : num * 2n < den ? low : high;
        expect(toNumber(`${point.numerator}/${point.denominator}`)).toBe(nearest);
      }),
      { numRuns: 1000 },
    );
  });

  it("overflows to Infinity and underflows to 0 like a double", () => {
    expect(toNumber("1e400")).toBe(Infinity);
    expect(toNumber("-1e400")).toBe(-Infinity);
    expect(toNumber("1e-400")).toBe(0);
    expect(toNumber("5e-324")).toBe(5e-324);
    expect(toNumber("200/3")).toBe(200 / 3);
  });
});

const buffer = new DataView(new ArrayBuffer(8));

function nextDouble(value: number): number {
  buffer.setFloat64(0, value);
  buffer.setBigUint64(0, buffer.getBigUint64(0) + 1n);
  return buffer.getFloat64(0);
}

function evenOf(low: number, high: number): number {
  buffer.setFloat64(0, low);
  return buffer.getBigUint64(0) % 2n === 0n ? low : high;
}

/** A positive double as the exact fraction that its bits say (IEEE 754). */
function exactOf(value: number): Rational {
  buffer.setFloat64(0, value);
  const bits = buffer.getBigUint64(0);
  const exponent = Number(bits >> 52n);
  const fraction = bits & (2n ** 52n - 1n);
  const significand = exponent === 0 ? fraction : fraction + 2n ** 52n;
  const shift = (exponent === 0 ? 1 : exponent) - 1075;
  return shift < 0
    ? new Rational(significand, 2n ** BigInt(-shift))
    : new Rational(significand * 2n ** BigInt(shift));
}
