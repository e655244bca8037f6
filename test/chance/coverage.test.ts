import { describe, expect, test } from "vitest";
import { chanceMeter } from "../../src/chance/chance-meter.js";
import type { ChanceModel } from "../../src/chance/chance-model.js";
import { spreadOfMonths, spreadRule } from "../../src/chance/spread-rule.js";
import { winsNeeded } from "../../src/chance/wins-needed.js";
import { multiplyInto, noWin, winsFrom } from "../../src/chance/wins.js";
import { coverageOfKnownRates, coverageOfOneSample } from "./coverage.js";
import { randomFrom, simulatedWins } from "./simulation.js";

describe("80% means 80%", () => {
  test("plans with known rates succeed as often as they tell (20 plans of 500 runs, seed 3)", () => {
    for (const asked of [0.5, 0.8, 0.9]) {
      const { told, succeeded, error } = coverageOfKnownRates(asked, 20, 500, 3);
      expect(told).toBeGreaterThanOrEqual(asked);
      expect(Math.abs(succeeded - told), `${asked}`).toBeLessThan(4 * error);
    }
  });

  test("plans from samples of 30 to 500 succeed never below asked less 1 point, nor 8 above", () => {
    for (const asked of [0.8, 0.9])
      for (const of of [30, 100, 500])
        for (const rate of [0.2, 0.5]) {
          const { succeeded } = coverageOfOneSample(asked, { rate, of, wins: 12 });
          expect(succeeded, `${asked} ${of} ${rate}`).toBeGreaterThan(asked - 0.01);
          expect(succeeded, `${asked} ${of} ${rate}`).toBeLessThan(asked + 0.08);
        }
  });

  test("a tree with uncertain and shared rates, open work and channels, lived through 40,000 times (seed 5)", () => {
    const model: ChanceModel = {
      stages: [
        {
          next: null,
          rate: { won: 6.5, lost: 8.5 },
          open: [{ count: 5, landing: 0.6, converted: 0.3, lost: 0.2 }],
          landing: [],
        },
        {
          next: 0,
          rate: { shared: 0 },
          open: [{ count: 9, landing: 0.5, converted: 0.1, lost: 0.5 }],
          landing: [0.9, 0.5],
        },
        { next: 0, rate: { known: 0.7 }, open: [], landing: [] },
        { next: 2, rate: { shared: 0 }, open: [], landing: [0.8] },
      ],
      shared: [{ won: 5.5, lost: 6.5 }],
      spread: 0,
      notEnough: winsNeeded(10),
    };
    const work = [[], [10, 12], [], [14]];
    const random = randomFrom(5);
    let reached = 0;
    for (let run = 0; run < 40_000; run += 1) if (simulatedWins(model, work, random) >= 10) reached += 1;
    const { chance } = chanceMeter(model).sure(work);
    expect(Math.abs(reached / 40_000 - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / 40_000));
  });

  test("months that spread independently: one factor for the period is within 0.2 points at 25%, 0.6 at 50%", () => {
    // The oracle gives each month its own factor: every month's wins are a mixture, and months are added up.
    const byMonth = (months: readonly number[], rate: number, wins: number, spread: number): number => {
      const total = noWin(wins);
      const rule = spreadRule(spread, 40);
      for (const count of months) {
        const month = new Float64Array(wins);
        rule.places.forEach((factor, at) => {
          winsFrom([{ count, chance: Math.min(1, rate * factor) }], wins).forEach((chance, k) => {
            month[k] = (month[k] ?? NaN) + (rule.weights[at] ?? NaN) * chance;
          });
        });
        multiplyInto(total, month);
      }
      return 1 - total.reduce((sum, chance) => sum + chance, 0);
    };
    for (const [spread, limit] of [
      [0.25, 0.0021],
      [0.5, 0.006],
    ] as const)
      for (const months of [[100, 100, 100], [20, 60, 120], [10, 10, 200], new Array<number>(12).fill(40)])
        for (const rate of [0.1, 0.3]) {
          const units = months.reduce((sum, count) => sum + count, 0);
          const wins = Math.round(0.9 * units * rate);
          const model: ChanceModel = {
            stages: [{ next: null, rate: { known: rate }, open: [], landing: [1] }],
            shared: [],
            spread: spreadOfMonths(spread, months),
            notEnough: winsNeeded(wins),
          };
          const off = Math.abs(
            chanceMeter(model).sure([[units]]).chance - byMonth(months, rate, wins, spread),
          );
          expect(off, `${months.join()} ${rate} ${spread}`).toBeLessThan(limit);
        }
  });
});
