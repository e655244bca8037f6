import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountShort } from "../../src/chance/amount-short.js";
import { amountChances, amountChancesOfPoisson } from "../../src/chance/compound.js";
import { enough } from "../../src/chance/evaluate.js";
import { onLattice, type WeightedValue } from "../../src/chance/lattice.js";
import { lossChances } from "../../src/chance/losses.js";
import { afterLosses, winsNeeded } from "../../src/chance/wins-needed.js";
import { winsFrom } from "../../src/chance/wins.js";
import { fixtures } from "./fixtures.js";

const once = (amount: number) => [{ amount, chance: 1 }];
const value = (one: number, weight = 1): WeightedValue => ({ value: one, weight });

/** P(the values of so many wins together stay below the amount), over every combination of values. */
function enumerated(values: readonly WeightedValue[], wins: number, amount: number): number {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  if (wins === 0) return amount > 0 ? 1 : 0;
  return values.reduce(
    (sum, one) => sum + (one.weight / total) * enumerated(values, wins - 1, amount - one.value),
    0,
  );
}

const lists = fc.array(
  fc.record({ value: fc.integer({ min: 1, max: 900 }), weight: fc.integer({ min: 1, max: 5 }) }),
  { minLength: 1, maxLength: 3 },
);

describe("amountShort", () => {
  test("values that are all alike need amount ÷ value wins, rounded up", () => {
    expect(amountShort([value(1000)], once(10_000)).notEnough).toEqual(winsNeeded(10));
    expect(amountShort([value(1000)], once(10_001)).notEnough).toEqual(winsNeeded(11));
    expect(amountShort([value(0.1)], once(0.3)).high.length).toBeGreaterThanOrEqual(3);
  });

  test("whole values: equals the enumeration of every combination", () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 3000 }), (values, amount) => {
        const { notEnough, low, high } = amountShort(values, once(amount));
        for (let wins = 0; wins < 7; wins += 1)
          expect(notEnough[wins] ?? 0).toBeCloseTo(enumerated(values, wins, amount), 12);
        expect([low, high]).toEqual([notEnough, notEnough]);
      }),
      { numRuns: 30 },
    );
  });

  test("other values and two amounts: the bounds hold the truth, and the estimate", () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 500, max: 3000 }), (values, amount) => {
        const broken = values.map((one) => ({ ...one, value: one.value + 1 / Math.PI }));
        const asked = [
          { amount, chance: 0.5 },
          { amount: amount * 0.3717, chance: 0.5 },
        ];
        const { notEnough, low, high } = amountShort(broken, asked, { cells: 30 });
        for (let wins = 0; wins < 6; wins += 1) {
          const truth = asked.reduce(
            (sum, one) => sum + one.chance * enumerated(broken, wins, one.amount),
            0,
          );
          expect(low[wins] ?? 0).toBeLessThanOrEqual(truth + 1e-12);
          expect(high[wins] ?? 0).toBeGreaterThanOrEqual(truth - 1e-12);
          expect(notEnough[wins] ?? 0).toBeLessThanOrEqual((high[wins] ?? 0) + 1e-12);
          expect(notEnough[wins] ?? 0).toBeGreaterThanOrEqual((low[wins] ?? 0) - 1e-12);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("an amount inside a cell: a win worth 11.1 does not make 11.15, and the upper bound says so", () => {
    const asked = [
      { amount: 30, chance: 0.5 },
      { amount: 11.15, chance: 0.5 },
    ];
    expect(amountShort([value(11.1)], asked, { cells: 30 }).high[1]).toBe(1);
  });

  test("1,000 cells: for a goal of about 20 deals the estimate is within 8e-4 of 20,000 cells", () => {
    const values = [317.3, 741.9, 1204.4, 980.2, 455.1, 2210.7, 1533.6].map((one) => value(one));
    const chance = (cells: number) => {
      const { notEnough } = amountShort(values, once(21_000), { cells });
      return enough(winsFrom([{ count: 50, chance: 0.45 }], notEnough.length), notEnough);
    };
    expect(Math.abs(chance(1000) - chance(20_000))).toBeLessThan(8e-4);
  });

  test("mean and standard deviation: one exponential value (sd = mean) stays below the mean with 1 − 1/e", () => {
    const { notEnough } = amountShort({ mean: 500, sd: 500 }, once(500));
    expect(notEnough[0]).toBe(1);
    expect(notEnough[1]).toBeCloseTo(1 - Math.exp(-1), 13);
    // Two: 1 − 2/e, by hand.
    expect(notEnough[2]).toBeCloseTo(1 - 2 * Math.exp(-1), 13);
    expect(amountShort({ mean: 500, sd: 0 }, once(1001)).notEnough).toEqual([1, 1, 1]);
  });

  test("several amounts are weighted; of 0 or less nothing is missing", () => {
    const { notEnough } = amountShort(
      [value(10)],
      [
        { amount: 0, chance: 0.25 },
        { amount: 10, chance: 0.5 },
        { amount: 20, chance: 0.25 },
      ],
    );
    expect(notEnough).toEqual([0.75, 0.25]);
    expect(amountShort([value(10)], once(0)).notEnough).toEqual([]);
  });

  test("values that are nothing never reach an amount", () => {
    expect(() => amountShort([value(0)], once(5))).toThrow(RangeError);
    expect(() => amountShort({ mean: 0, sd: 1 }, once(5))).toThrow(RangeError);
  });
});

describe("losses", () => {
  test("Poisson: scipy; binomial by hand; fixed", () => {
    for (const [mean, chances] of fixtures["poisson (scipy.stats.poisson.pmf)"])
      chances.forEach((chance, lost) => {
        expect(lossChances({ expected: mean })[lost]).toBeCloseTo(chance, 14);
      });
    expect(lossChances({ of: 2, rate: 0.5 })).toEqual([0.25, 0.5, 0.25]);
    expect(lossChances({ of: 3, rate: 1 })).toEqual([0, 0, 0, 1]);
    expect(lossChances({ of: 3, rate: 0 })).toEqual([1]);
    expect(lossChances({ expected: 0 })).toEqual([1]);
    expect(lossChances({ fixed: 2 })).toEqual([0, 0, 1]);
  });

  test("chances add up to 1 and have the mean, for many customers too", () => {
    for (const losses of [{ of: 20_000, rate: 0.013 }, { expected: 260 }]) {
      const chances = lossChances(losses);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
      expect(chances.reduce((sum, chance, lost) => sum + chance * lost, 0)).toBeCloseTo(260, 9);
    }
  });

  test("P(goal) is Σ P(C = c) · P(N ≥ K(c)), by hand for one loss or none", () => {
    const notEnough = afterLosses([0.5, 0.5], (lost) => 1 + lost);
    expect(notEnough).toEqual([1, 0.5]);
    // Two units at ½: P(N ≥ 1) = 3/4, P(N ≥ 2) = 1/4; their mean is 1/2.
    expect(enough(winsFrom([{ count: 2, chance: 0.5 }], 2), notEnough)).toBe(0.5);
  });
});

describe("compound amounts", () => {
  const lattice = onLattice([value(1, 5), value(2, 3), value(5, 2)], { cells: 1, amount: 1 }, "down");

  test("Panjer's recursion and the sum over counts agree with numpy", () => {
    for (const [mean, amount, chance] of fixtures[
      "compound Poisson of 1, 2, 5 (numpy.convolve, scipy.stats.poisson)"
    ]) {
      const beyond = (chances: Float64Array) => 1 - chances.reduce((sum, one) => sum + one, 0);
      expect(beyond(amountChancesOfPoisson(mean, lattice, amount))).toBeCloseTo(chance, 11);
      expect(beyond(amountChances(lossChances({ expected: mean }), lattice, amount))).toBeCloseTo(chance, 11);
    }
  });
});

// The story: 1,117,989.92 × 1,000 ÷ 1,117,989.92 is a hair above 1,000 in doubles, so that a cell beyond the last was read,
// and every chance of the plan was NaN. Four wins bring 934,272 to 953,184, five at least 1,167,840.
test("the largest amount lies in the last cell, whatever rounding makes of it", () => {
  const values = [
    { value: 233_568, weight: 0.92 },
    { value: 238_296, weight: 0.08 },
  ];
  const { notEnough } = amountShort(values, [{ amount: 1_117_989.92, chance: 1 }]);
  expect(notEnough.map((missing) => Math.round(missing * 1e9) / 1e9)).toEqual([1, 1, 1, 1, 1]);
});
