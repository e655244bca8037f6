import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Rational, sum, whole } from "./rational.js";
import { readNumber, readRate } from "./written.js";

// Expected numbers are worked by hand.

const ratios = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([above, below]) => new Rational(above, below));

describe("Rational", () => {
  it("is in lowest terms, with the sign above", () => {
    expect(new Rational(6n, -4n)).toEqual(new Rational(-3n, 2n));
  });

  it("adds thirds and sixths without an error", () => {
    expect(sum([new Rational(1n, 3n), new Rational(1n, 6n), new Rational(1n, 2n)])).toEqual(whole(1));
  });

  it("rounds towards below and above on both sides of 0", () => {
    expect([new Rational(7n, 2n), new Rational(-7n, 2n)].map((ratio) => ratio.floor())).toEqual([3n, -4n]);
    expect([new Rational(7n, 2n), new Rational(-7n, 2n)].map((ratio) => ratio.ceiling())).toEqual([4n, -3n]);
    expect([whole(3).ceiling(), whole(-3).floor()]).toEqual([3n, -3n]);
  });

  it("writes whole numbers and decimals that end as decimals, all others as ratios", () => {
    const texts = [whole(15), new Rational(2469n, 2n), new Rational(200n, 3n), new Rational(-1n, 40n)];
    expect(texts.map(String)).toEqual(["15", "1234.5", "200/3", "-0.025"]);
  });

  it("reads back what it writes", () => {
    fc.assert(fc.property(ratios, (ratio) => readNumber(String(ratio)).equals(ratio)));
  });

  it("undoes what it does: (a + b) − b and (a · b) ÷ b are a", () => {
    const property = fc.property(ratios, ratios, (one, other) => {
      expect(one.plus(other).minus(other)).toEqual(one);
      if (!other.isZero()) expect(one.times(other).over(other)).toEqual(one);
    });
    fc.assert(property);
  });
});

describe("written numbers", () => {
  it("a number means its shortest decimal", () => {
    expect(readNumber(0.35)).toEqual(new Rational(7n, 20n));
    expect(readNumber(1e-7)).toEqual(new Rational(1n, 10_000_000n));
    expect(readNumber(1e21)).toEqual(whole(10n ** 21n));
  });

  it.each([
    ["40%", "0.4"],
    ["12.5%", "0.125"],
    ["2/5", "0.4"],
    ["1/3", "1/3"],
    [{ won: 48, of: 120 }, "0.4"],
    [{ rate: "30%", low: "20%", high: "40%" }, "0.3"],
    [{ now: "20%", change: "+20%" }, "0.24"],
    [{ now: "20%", change: "-50%" }, "0.1"],
    [{ now: "20%", change: "+4 points" }, "0.24"],
    [{ now: "20%", change: "+20 points" }, "0.4"],
  ] as const)("%j is %s", (written, expected) => {
    expect(String(readRate(written))).toBe(expected);
  });
});
