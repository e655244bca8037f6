import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atLeast, binomialChance, BINOMIAL_ERROR } from "../../src/chance/binomial.js";
import { atLeastExactly, reachesExactly } from "../../src/chance/exactly.js";
import { leastUnits } from "./least-units.js";
import { ratio } from "../../src/number/ratio.js";
import { fixtures } from "./fixtures.js";

describe("binomial chances", () => {
  test("are within their stated error of mpmath", () => {
    for (const [units, wins, rate, chance, tail] of fixtures["binomial (mp)"]) {
      const told = `${wins} of ${units} at ${rate}`;
      if (chance > 1e-20)
        expect(Math.abs(binomialChance({ units, wins, rate }) / chance - 1), told).toBeLessThan(
          BINOMIAL_ERROR,
        );
      expect(Math.abs(atLeast({ units, wins, rate }) - tail), told).toBeLessThan(BINOMIAL_ERROR);
    }
  });

  test("at the ends: no units, sure units, units that are never won", () => {
    expect(atLeast({ units: 0, wins: 0, rate: 0.5 })).toBe(1);
    expect(atLeast({ units: 0, wins: 1, rate: 0.5 })).toBe(0);
    expect(atLeast({ units: 3, wins: 3, rate: 1 })).toBe(1);
    expect(atLeast({ units: 3, wins: 1, rate: 0 })).toBe(0);
    expect(binomialChance({ units: 3, wins: 0, rate: 0 })).toBe(1);
    expect(binomialChance({ units: 3, wins: 4, rate: 0.5 })).toBe(0);
  });

  test("the README's plan: 30 demos bring 15 wins at 50% with 57.2%", () => {
    // Worked by hand: (1 + C(30, 15) ÷ 2^30) ÷ 2.
    expect(atLeast({ units: 30, wins: 15, rate: 0.5 })).toBeCloseTo((1 + 155117520 / 2 ** 30) / 2, 13);
  });
});

/** 2k − 1 units at 50% bring k wins with exactly 50%, since k wins or more are as likely as k losses or more. */
const exactHalf = (wins: number) => (count: number) =>
  reachesExactly([{ count, chance: ratio(1, 2) }], wins, ratio(1, 2));

describe("leastUnits", () => {
  test("agrees with scipy's quantile of the negative binomial", () => {
    for (const [wins, rate, asked, units] of fixtures["least units (scipy.stats.nbinom.ppf)"]) {
      // At these ties scipy's own rounding decides: it says 80 for 40 wins, and 1 for 1.
      if (rate === 0.5 && asked === 0.5) continue;
      expect(leastUnits({ wins, rate, asked }), `${wins} at ${rate}, ${asked}`).toBe(units);
    }
  });

  test("ties: 50% asked at a rate of 50% takes 2k − 1 units for k wins", () => {
    for (const wins of [1, 2, 3, 7, 15, 40, 120])
      expect(leastUnits({ wins, rate: 0.5, asked: 0.5, settle: exactHalf(wins) })).toBe(2 * wins - 1);
  });

  test("the README's plan: 34 demos for 80%", () => {
    expect(leastUnits({ wins: 15, rate: 0.5, asked: 0.8 })).toBe(34);
  });

  test("is least: it reaches what is asked, one unit less does not", () => {
    const questions = fc.record({
      wins: fc.integer({ min: 1, max: 600 }),
      rate: fc.oneof(
        fc.double({ min: 1e-7, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      ),
      asked: fc.oneof(
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        fc.double({ min: 0.3, max: 0.99, noNaN: true }),
      ),
    });
    fc.assert(
      fc.property(questions, ({ wins, rate, asked }) => {
        const units = leastUnits({ wins, rate, asked });
        expect(atLeast({ units, wins, rate })).toBeGreaterThanOrEqual(asked - BINOMIAL_ERROR / 10);
        expect(atLeast({ units: units - 1, wins, rate })).toBeLessThan(asked + 2 * BINOMIAL_ERROR);
      }),
    );
  });

  test("a tie is settled exactly, or the next unit is taken", () => {
    // One unit at 50% brings one win with exactly 50%: in doubles that is not above what is asked by more than rounding.
    expect(leastUnits({ wins: 1, rate: 0.5, asked: 0.5 })).toBe(2);
    expect(leastUnits({ wins: 1, rate: 0.5, asked: 0.5, settle: exactHalf(1) })).toBe(1);
  });

  test("what needs no units, what no number of units reaches, what cannot be asked", () => {
    expect(leastUnits({ wins: 0, rate: 0.5, asked: 0.8 })).toBe(0);
    expect(leastUnits({ wins: 4, rate: 1, asked: 0.8 })).toBe(4);
    expect(leastUnits({ wins: 4, rate: 0, asked: 0.8 })).toBe(Infinity);
    expect(leastUnits({ wins: 4, rate: 1e-20, asked: 0.8 })).toBe(Infinity);
    expect(() => leastUnits({ wins: 1, rate: 0.5, asked: 1 })).toThrow(RangeError);
  });
});

describe("atLeastExactly", () => {
  test("by hand: two units at ½ bring at least one win with ¾", () => {
    expect(atLeastExactly([{ count: 2, chance: ratio(1, 2) }], 1)).toEqual(ratio(3, 4));
  });

  test("3 wins at 50% asked for 80% reach 85.5%: 219 of 256", () => {
    const units = leastUnits({ wins: 3, rate: 0.5, asked: 0.8 });
    expect(atLeastExactly([{ count: units, chance: ratio(1, 2) }], 3)).toEqual(ratio(219, 256));
  });
});
