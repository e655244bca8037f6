import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceMeter } from "../../src/chance/chance-meter.js";
import type { ChanceModel, ChanceRate } from "../../src/chance/chance-model.js";
import { fromSample } from "../../src/chance/evidence.js";
import { reachesExactly } from "../../src/chance/exactly.js";
import { leastUnits } from "./least-units.js";
import { leastWork, type LeastWorkQuestion } from "../../src/chance/least-work.js";
import { lossChances } from "../../src/chance/losses.js";
import { afterLosses, winsNeeded } from "../../src/chance/wins-needed.js";
import { ratio } from "../../src/number/ratio.js";

const one = (rate: ChanceRate, notEnough: readonly number[], spread = 0): ChanceModel => ({
  stages: [{ next: null, rate, open: [], landing: [1] }],
  shared: [],
  spread,
  notEnough,
});

function least(model: ChanceModel, asked: number, more: Partial<LeastWorkQuestion> = {}) {
  return leastWork({ meter: chanceMeter(model), asked, workOf: (n) => [[n]], most: 1_000_000, ...more });
}

describe("leastWork: the figures that the mathematics was measured with", () => {
  test("15 wins at 50%: 34 units for 80%", () => {
    const found = least(one({ known: 0.5 }, winsNeeded(15)), 0.8);
    expect(found.amount).toBe(34);
    expect(found.reached.chance).toBeCloseTo(0.8042358, 7);
  });

  test("10 wins more than customers lost, 5 expected: 36 units, random losses of a rate too", () => {
    for (const losses of [{ expected: 5 }, { of: 100, rate: 0.05 }]) {
      const notEnough = afterLosses(lossChances(losses), (lost) => 10 + lost);
      expect(least(one({ known: 0.5 }, notEnough), 0.8).amount).toBe(36);
    }
  });

  test("12 wins at about 10%: 239 units after 1 of 10, 163 after 10 of 100, 147 after 500 of 5,000", () => {
    const units = (
      [
        [1, 10],
        [10, 100],
        [500, 5000],
      ] as const
    ).map(([won, of]) => least(one(fromSample({ won, of }), winsNeeded(12)), 0.8).amount);
    expect(units).toEqual([239, 163, 147]);
  });

  test("at 50% a small sample asks for less: 102 units after 1 of 10, since its mean is 13.6%", () => {
    expect(least(one(fromSample({ won: 1, of: 10 }), winsNeeded(12)), 0.5).amount).toBe(102);
  });

  test("3 wins at 50%, asked for 80%, reach 85.5%", () => {
    expect(least(one({ known: 0.5 }, winsNeeded(3)), 0.8).reached.chance).toBeCloseTo(219 / 256, 13);
  });
});

describe("leastWork: laws", () => {
  test("with one known rate it is leastUnits, from any guess", () => {
    const question = fc.record({
      wins: fc.integer({ min: 1, max: 50 }),
      rate: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      asked: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      guess: fc.integer({ min: 0, max: 3000 }),
    });
    fc.assert(
      fc.property(question, ({ wins, rate, asked, guess }) => {
        expect(least(one({ known: rate }, winsNeeded(wins)), asked, { guess }).amount).toBe(
          leastUnits({ wins, rate, asked }),
        );
      }),
    );
  });

  test("it is certified: what it finds reaches what is asked by more than the error, one unit less does not", () => {
    const question = fc.record({
      won: fc.integer({ min: 1, max: 40 }),
      lost: fc.integer({ min: 1, max: 40 }),
      wins: fc.integer({ min: 1, max: 25 }),
      asked: fc.constantFrom(0.5, 0.8, 0.9),
    });
    fc.assert(
      fc.property(question, ({ won, lost, wins, asked }) => {
        const found = least(one(fromSample({ won, of: won + lost }), winsNeeded(wins)), asked);
        if (found.amount === null || found.oneLess === null) throw new Error("must be found, and above 0");
        expect(found.reached.chance - found.reached.error).toBeGreaterThanOrEqual(asked);
        expect(found.oneLess.chance - found.oneLess.error).toBeLessThan(asked);
      }),
      { numRuns: 40 },
    );
  });

  test("more history of the same rate never takes more units for 80% and more", () => {
    for (const asked of [0.8, 0.9, 0.95])
      for (const wins of [4, 12]) {
        const units = [1, 2, 5, 20, 100].map(
          (times) =>
            least(one(fromSample({ won: times, of: 5 * times }), winsNeeded(wins)), asked).amount ?? NaN,
        );
        expect(units, `${asked} ${wins}`).toEqual([...units].sort((a, b) => b - a));
      }
  });

  test("spread asks for more, and none is a spread of 0", () => {
    const units = [0, 0.1, 0.3].map(
      (spread) => least(one({ known: 0.1 }, winsNeeded(12), spread), 0.8).amount ?? NaN,
    );
    expect(units[0]).toBe(leastUnits({ wins: 12, rate: 0.1, asked: 0.8 }));
    expect(units[1]).toBeGreaterThan(units[0] ?? NaN);
    expect(units[2]).toBeGreaterThan(units[1] ?? NaN);
  });

  test("a tie that rounding hides: settled exactly, else the next unit", () => {
    const settle = (count: number) => reachesExactly([{ count, chance: ratio(1, 2) }], 5, ratio(1, 2));
    expect(least(one({ known: 0.5 }, winsNeeded(5)), 0.5).amount).toBe(10);
    expect(least(one({ known: 0.5 }, winsNeeded(5)), 0.5, { settle }).amount).toBe(9);
  });

  test("what needs no work, and what all work does not reach", () => {
    expect(least(one({ known: 0.5 }, []), 0.8)).toMatchObject({ amount: 0, oneLess: null });
    const out = least(one({ known: 0.5 }, winsNeeded(15)), 0.8, { most: 30 });
    expect(out.amount).toBeNull();
    expect(out.reached.chance).toBeCloseTo(0.5722322, 7);
    expect(least(one({ known: 0 }, winsNeeded(1)), 0.8, { most: 500 }).amount).toBeNull();
    expect(() => least(one({ known: 0.5 }, winsNeeded(1)), 1)).toThrow(RangeError);
  });

  test("where one unit more shifts another to a worse day, the smaller amount is found", () => {
    // Day 1 lands before the period with 50%: even amounts put more on it. P(19) ≥ 80% > P(20) is such a step.
    const model: ChanceModel = {
      stages: [{ next: null, rate: { known: 0.9 }, open: [], landing: [0.35, 1] }],
      shared: [],
      spread: 0,
      notEnough: winsNeeded(8),
    };
    const workOf = (n: number) => [n % 2 === 0 ? [n / 2 + 1, n / 2 - 1] : [(n - 1) / 2, (n + 1) / 2]];
    const meter = chanceMeter(model);
    const chances = Array.from({ length: 40 }, (_, n) => (n < 2 ? 0 : meter.sure(workOf(n)).chance));
    const falls = chances.findIndex((chance, n) => n > 8 && chance > (chances[n + 1] ?? 1) && chance > 0.5);
    expect(falls).toBeGreaterThan(8);
    const asked = ((chances[falls] ?? NaN) + (chances[falls + 1] ?? NaN)) / 2;
    const first = chances.findIndex((chance) => chance >= asked);
    for (const guess of [8, falls - 1, falls, falls + 1, falls + 2, 39])
      expect(leastWork({ meter, asked, workOf: (n) => workOf(Math.max(2, n)), most: 39, guess }).amount).toBe(
        first,
      );
  });
});
