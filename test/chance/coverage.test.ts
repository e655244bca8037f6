import { describe, expect, test } from "vitest";
import { chanceMeter } from "../../src/chance/chance-meter.js";
import type { ChanceModel } from "../../src/chance/chance-model.js";
import { spreadOfMonths } from "../../src/chance/spread-rule.js";
import { winsNeeded } from "../../src/chance/wins-needed.js";
import { coverageOfKnownRates, coverageOfOneSample } from "./coverage.js";
import { randomFrom, simulatedWins, tossed } from "./simulation.js";

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

  test("months that spread independently: one factor for the period is within a point, also for unequal months", () => {
    // Simulated: each month's own Gamma factor (mean 1, standard deviation 50%: shape 4, a sum of 8 squared normals ÷ 8).
    const months = [20, 60, 120];
    const [rate, wins, runs] = [0.1, 17, 20_000];
    const random = randomFrom(9);
    const normalSquared = () => -2 * Math.log(1 - random()) * Math.cos(2 * Math.PI * random()) ** 2;
    const factor = () => Array.from({ length: 8 }, normalSquared).reduce((sum, one) => sum + one / 8, 0);
    let reached = 0;
    for (let run = 0; run < runs; run += 1) {
      const won = months.reduce((sum, units) => sum + tossed(units, Math.min(1, rate * factor()), random), 0);
      if (won >= wins) reached += 1;
    }
    const model: ChanceModel = {
      stages: [{ next: null, rate: { known: rate }, open: [], landing: [1] }],
      shared: [],
      spread: spreadOfMonths(0.5, months),
      notEnough: winsNeeded(wins),
    };
    expect(Math.abs(chanceMeter(model).sure([[200]]).chance - reached / runs)).toBeLessThan(
      0.01 + 3 * 0.0035,
    );
  });
});
