import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atLeast } from "../../src/chance/binomial.js";
import { winsError, winsFrom, type Group } from "../../src/chance/wins.js";
import { add, multiply, ONE, ratio, subtract, ZERO, type Ratio } from "../../src/number/ratio.js";
import { fixtures } from "./fixtures.js";

const tail = (groups: readonly Group[], wins: number): number =>
  1 - winsFrom(groups, wins).reduce((sum, chance) => sum + chance, 0);

const groupLists = fc.array(
  fc.record({ count: fc.integer({ min: 0, max: 400 }), chance: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { maxLength: 8 },
);

/** Every outcome of every unit, one after the other, as exact fractions: at most 12 units. */
function enumerated(chances: readonly Ratio[], wins: number): number {
  let total = ZERO;
  for (let outcome = 0; outcome < 2 ** chances.length; outcome += 1) {
    let won = 0;
    let likely = ONE;
    chances.forEach((chance, unit) => {
      const wins = (outcome >> unit) & 1;
      won += wins;
      likely = multiply(likely, wins === 1 ? chance : subtract(ONE, chance));
    });
    if (won >= wins) total = add(total, likely);
  }
  return Number(total.num) / Number(total.den);
}

describe("winsFrom", () => {
  test("equals the enumeration of every outcome in fractions, to 1e-13", () => {
    const sixteenths = fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(sixteenths, fc.integer({ min: 1, max: 10 }), (parts, wins) => {
        const groups = parts.map((part) => ({ count: 1, chance: part / 16 }));
        const chances = parts.map((part) => ratio(part, 16));
        expect(Math.abs(tail(groups, wins) - enumerated(chances, wins))).toBeLessThan(1e-13);
      }),
      { numRuns: 60 },
    );
  });

  test("equals the enumeration of 12 units", () => {
    const tenths = [1, 2, 2, 3, 5, 5, 7, 9, 4, 6, 8, 1];
    const groups = tenths.map((part) => ({ count: 1, chance: part / 10 }));
    const chances = tenths.map((part) => ratio(part, 10));
    for (let wins = 1; wins <= 12; wins += 1)
      expect(Math.abs(tail(groups, wins) - enumerated(chances, wins)), `${wins}`).toBeLessThan(1e-14);
  });

  test("agrees with scipy's poisson_binom to 1e-12", () => {
    for (const [groups, wins, chance] of fixtures["poisson_binom (scipy.stats.poisson_binom.sf)"]) {
      const told = groups.map(([count, each]) => ({ count, chance: each }));
      expect(Math.abs(tail(told, wins) - chance)).toBeLessThan(1e-12);
    }
  });

  test("one group is binomial, however large", () => {
    for (const count of [3, 40, 5000, 2_000_000]) {
      const chance = 20 / (count + 20);
      expect(tail([{ count, chance }], 18)).toBeCloseTo(
        atLeast({ units: count, wins: 18, rate: chance }),
        12,
      );
    }
  });

  test("splitting a group, or another order, changes nothing beyond its stated error", () => {
    fc.assert(
      fc.property(
        groupLists,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 400 }),
        (groups, length, cut) => {
          const split = groups.flatMap(({ count, chance }) => [
            { count: Math.min(cut, count), chance },
            { count: count - Math.min(cut, count), chance },
          ]);
          const whole = winsFrom(groups, length);
          const parts = winsFrom(split.reverse(), length);
          const error = winsError(groups, length) + winsError(split, length);
          whole.forEach((chance, wins) => {
            expect(Math.abs((parts[wins] ?? NaN) - chance)).toBeLessThanOrEqual(error * chance + 1e-18);
          });
        },
      ),
    );
  });

  test("one unit more, or a better one, never makes the goal less likely", () => {
    fc.assert(
      fc.property(
        groupLists,
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (groups, wins, chance) => {
          const more = tail([...groups, { count: 1, chance }], wins);
          const better = tail([...groups, { count: 1, chance: (1 + chance) / 2 }], wins);
          expect(more).toBeGreaterThanOrEqual(tail(groups, wins) - 1e-11);
          expect(better).toBeGreaterThanOrEqual(more - 1e-11);
        },
      ),
    );
  });

  test("nothing is won for sure without units; sure units are", () => {
    expect([...winsFrom([], 2)]).toEqual([1, 0]);
    expect([...winsFrom([{ count: 2, chance: 1 }], 4)]).toEqual([0, 0, 1, 0]);
    expect([...winsFrom([{ count: 200, chance: 1 }], 4)]).toEqual([0, 0, 0, 0]);
    expect(winsFrom([{ count: 2, chance: 1 }], 0)).toHaveLength(0);
  });
});
