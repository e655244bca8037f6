import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  add,
  compare,
  divide,
  equal,
  isNegative,
  isPositive,
  isZero,
  larger,
  multiply,
  negate,
  ONE,
  power,
  ratio,
  smaller,
  subtract,
  sum,
  ZERO,
} from "../../src/number/ratio.js";
import { sum as oracleSum } from "../oracle/rational.js";
import { expectedParts, numbers, wholes } from "./given.js";

describe("ratio arithmetic", () => {
  it("is what unbounded rationals give, in lowest terms, as numbers while both parts fit 2^53 − 1", () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(a.ours).toStrictEqual(expectedParts(a.oracle));
        expect(add(a.ours, b.ours)).toStrictEqual(expectedParts(a.oracle.plus(b.oracle)));
        expect(subtract(a.ours, b.ours)).toStrictEqual(expectedParts(a.oracle.minus(b.oracle)));
        expect(multiply(a.ours, b.ours)).toStrictEqual(expectedParts(a.oracle.times(b.oracle)));
        expect(negate(a.ours)).toStrictEqual(expectedParts(a.oracle.negated()));
        if (!b.oracle.isZero()) {
          expect(divide(a.ours, b.ours)).toStrictEqual(expectedParts(a.oracle.over(b.oracle)));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("orders numbers as unbounded rationals do, also where doubles cannot tell them apart", () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const order = a.oracle.compare(b.oracle);
        expect(compare(a.ours, b.ours)).toBe(order);
        expect(equal(a.ours, b.ours)).toBe(order === 0);
        expect(larger(a.ours, b.ours)).toBe(order < 0 ? b.ours : a.ours);
        expect(smaller(a.ours, b.ours)).toBe(order > 0 ? b.ours : a.ours);
      }),
      { numRuns: 2000 },
    );
    // Worked by hand: n/(n+1) grows with n, by 10^-31 here.
    const near = [ratio(2 ** 52, 2 ** 52 + 1), ratio(2 ** 52 + 1, 2 ** 52 + 2)] as const;
    expect(compare(near[0], near[1])).toBe(-1);
  });

  it("knows the sign of every number", () => {
    fc.assert(
      fc.property(numbers, ({ ours, oracle }) => {
        const sign = oracle.compare(oracle.minus(oracle));
        expect([isNegative(ours), isZero(ours), isPositive(ours)]).toEqual([sign < 0, sign === 0, sign > 0]);
      }),
    );
  });

  it("adds up lists, the empty one to 0", () => {
    expect(sum([])).toStrictEqual(ZERO);
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 40 }), (list) => {
        expect(sum(list.map(({ ours }) => ours))).toStrictEqual(
          expectedParts(oracleSum(list.map(({ oracle }) => oracle))),
        );
      }),
    );
  });

  it("raises to a power by repeated multiplication", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 12 }), ({ ours }, exponent) => {
        let product = ONE;
        for (let count = 0; count < exponent; count += 1) product = multiply(product, ours);
        expect(power(ours, exponent)).toStrictEqual(product);
      }),
    );
    expect(power(ZERO, 0)).toStrictEqual(ONE);
    expect(power(ratio(2, 3), 3)).toStrictEqual({ num: 8, den: 27 });
  });

  it("has one zero: never −0", () => {
    for (const zero of [
      ratio(-0),
      negate(ZERO),
      multiply(ratio(-3), ZERO),
      subtract(ONE, ONE),
      divide(ZERO, ratio(-2)),
    ]) {
      expect(Object.is(zero.num, 0)).toBe(true);
    }
  });
});

describe("ratio", () => {
  it("puts the sign on top", () => {
    fc.assert(
      fc.property(
        wholes,
        wholes.filter((den) => den !== 0n),
        (num, den) => {
          expect(ratio(num, den)).toStrictEqual(ratio(-num, -den));
          expect(isPositive(ratio(ratio(num, den).den))).toBe(true);
        },
      ),
    );
    expect(ratio(6, -4)).toStrictEqual({ num: -3, den: 2 });
  });

  it("refuses what is not exact, and division by nothing", () => {
    expect(() => ratio(0.5)).toThrow("ratio requires whole numbers, as bigint beyond 2^53 − 1; got 0.5");
    expect(() => ratio(2 ** 53)).toThrow(RangeError);
    expect(() => ratio(1, 0)).toThrow("ratio requires a denominator other than 0; got 1/0");
    expect(() => ratio(1n, 0n)).toThrow(RangeError);
    expect(() => divide(ONE, ZERO)).toThrow("divide requires a divisor other than 0; got 0");
    expect(() => power(ONE, -1)).toThrow("power requires a whole exponent from 0; got -1");
  });
});
