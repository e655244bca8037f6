import { describe, expect, it } from "vitest";
import { quantile } from "../../../src/chance/ranges.js";
import { sweep } from "../../../src/chance/sweep.js";
import { winsOf } from "../../../src/chance/evaluate.js";
import { placeIn } from "../../../src/chance/ranges.js";
import { periodSpread } from "../../../src/history/learning/period-spread.js";
import { seededRandom } from "../../oracle/journey-simulator.js";

describe("the spread between months", () => {
  it("is the usual one where nothing is known, and what is seen where much is", () => {
    // Half a normal density with a standard deviation of 30%: the root of the mean square is 30%.
    expect(periodSpread([])).toBeCloseTo(0.3, 3);
    expect(periodSpread([{ won: 5, expected: 0, variance: 0 }])).toBeCloseTo(0.3, 3);
    // 60 months of 1,000 wins, half of them 20% above and half 20% below: luck is 3%.
    const told = Array.from({ length: 60 }, (_, month) => ({
      won: month % 2 === 0 ? 1200 : 800,
      expected: 1000,
      variance: 900,
    }));
    expect(periodSpread(told)).toBeCloseTo(0.2, 1);
    expect(periodSpread(told.map((month) => ({ ...month, won: 1000 })))).toBeLessThan(0.02);
  });

  it("makes 80% ranges of the next month hold in about 80% of simulated histories of 24 months, whatever the truth", () => {
    const random = seededRandom(20);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const units = 160;
    const rate = 0.25;
    const known = new Map<number, Float64Array>();
    const winsAt = (spread: number, share: number): Float64Array => {
      const key = Math.round(spread * 50) * 1000 + Math.round(share * 500);
      const found = known.get(key);
      if (found !== undefined) return found;
      const open = [{ count: units, landing: 1, converted: 0, lost: 0 }];
      const stages = [{ next: null, rate: { known: Math.round(share * 500) / 500 }, open, landing: [] }];
      const notEnough = new Array<number>(units + 1).fill(1);
      const model = { stages, shared: [], spread: Math.round(spread * 50) / 50, notEnough };
      const made = winsOf(sweep(model, { rate: 6, chance: 12, spread: 16 }), []);
      known.set(key, made);
      return made;
    };
    for (const truth of [0, 0.1, 0.25, 0.5]) {
      let held = 0;
      const histories = 600;
      for (let history = 0; history < histories; history += 1) {
        const variance = Math.log(1 + truth * truth);
        const months = Array.from({ length: 25 }, () => {
          const factor = Math.exp(Math.sqrt(variance) * normal() - variance / 2);
          return Array.from({ length: units }, () => random() < rate * factor).filter(Boolean).length;
        });
        const next = months.pop() ?? 0;
        const share = months.reduce((sum, won) => sum + won, 0) / months.length / units;
        const told = months.map((won) => ({
          won,
          expected: share * units,
          variance: share * (1 - share) * units,
        }));
        const place = placeIn(winsAt(periodSpread(told) * Math.sqrt(1 + 1 / 24), share), next, random());
        if (place >= 0.1 && place <= 0.9) held += 1;
      }
      // ± 4 points, and 2.5 standard errors of 600 histories.
      expect(held / histories).toBeGreaterThan(0.76 - 0.041);
      expect(held / histories).toBeLessThan(0.84 + 0.041);
    }
    expect(quantile(winsAt(0, rate), 0.5)).toBe(40);
  });
});
