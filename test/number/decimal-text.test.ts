import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseDecimal } from "../../src/number/decimal-text.js";
import { encodeExact, toNumber } from "../../src/number/exact-string.js";
import { ratio } from "../../src/number/ratio.js";
import { Rational } from "../oracle/rational.js";
import { expectedParts } from "./given.js";

describe("readDecimal", () => {
  it("reads digits, a point and an exponent as the number they write", () => {
    const digits = fc.stringMatching(/^\d{1,25}$/);
    fc.assert(
      fc.property(
        digits,
        digits,
        fc.integer({ min: -40, max: 40 }),
        fc.constantFrom("", "-", "+"),
        (whole, part, e, sign) => {
          const unsigned = new Rational(BigInt(whole + part), 10n ** BigInt(part.length));
          const scaled =
            e < 0
              ? unsigned.over(new Rational(10n ** BigInt(-e)))
              : unsigned.times(new Rational(10n ** BigInt(e)));
          const expected = expectedParts(sign === "-" ? scaled.negated() : scaled);
          expect(parseDecimal(`${sign}${whole}.${part}e${e}`)).toStrictEqual(expected);
          if (e === 0) expect(parseDecimal(`${sign}${whole}.${part}`)).toStrictEqual(expected);
        },
      ),
    );
  });

  it("takes a number for its shortest decimal, and toNumber gives it back", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const read = parseDecimal(value);
        expect(read).toStrictEqual(parseDecimal(String(value)));
        expect(toNumber(encodeExact(read ?? ratio(0)))).toBe(value + 0);
      }),
      { numRuns: 1000 },
    );
    expect(parseDecimal(0.35)).toStrictEqual({ num: 7, den: 20 });
    expect(parseDecimal(1e-7)).toStrictEqual({ num: 1, den: 10_000_000 });
    expect(parseDecimal(1e21)).toStrictEqual({ num: 10n ** 21n, den: 1n });
    expect(Object.is(parseDecimal(-0)?.num, 0)).toBe(true);
  });

  it.each([
    "",
    " ",
    ".",
    "-",
    "5.",
    "1,000",
    "1_000",
    "1 000",
    "0x10",
    "1e",
    "e5",
    "NaN",
    "Infinity",
    "½",
    "--1",
    "1e401",
    "1e99999",
    "7\n",
  ])("reads no number in %j", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it("reads no number in NaN, infinities and texts of more than 2,000 characters", () => {
    for (const value of [Number.NaN, Infinity, -Infinity, "9".repeat(2001), "9".repeat(10_000_000)]) {
      expect(parseDecimal(value)).toBeUndefined();
    }
    expect(parseDecimal("9".repeat(2000))).toBeDefined();
  });
});
