import { describe, expect, it } from "vitest";
import { chanceMeter } from "../../src/chance/chance-meter.js";
import type { ChanceModel } from "../../src/chance/chance-model.js";
import { gammaBelow } from "../../src/chance/gamma.js";
import { winsNeeded } from "../../src/chance/wins-needed.js";

const model = (rate: number, spread: number, wins: number): ChanceModel => ({
  stages: [{ next: null, rate: { known: rate }, open: [], landing: [1] }],
  shared: [],
  spread,
  notEnough: winsNeeded(wins),
});

/**
 * All of n units must be won: E min(1, rate · factor)^n with a Gamma of mean 1 as the factor. x^n times its density is that of a
 * Gamma whose shape is larger by n, times (shape)(shape + 1)…(shape + n − 1) ÷ shape^n.
 */
function allWon(rate: number, spread: number, units: number): number {
  const shape = 1 / spread ** 2;
  let moment = 1;
  for (let unit = 0; unit < units; unit += 1) moment *= (rate * (shape + unit)) / shape;
  return moment * gammaBelow(shape + units, shape / rate) + 1 - gammaBelow(shape, shape / rate);
}

describe("where the factor of a period lifts a chance to 1", () => {
  it("the error that is told holds what the kink does", () => {
    const wrong: unknown[] = [];
    let kinks = 0;
    // Of a dozen units or fewer the chance is exact, and what is told below the tolerance is of places.
    for (const units of [13, 16, 24, 40])
      for (let percent = 30; percent <= 99; percent += 12)
        for (const spread of [0.05, 0.3])
          for (const tolerance of [1e-2, 3e-3, 1e-3]) {
            const { chance, error } = chanceMeter(model(percent / 100, spread, units), tolerance).sure([
              [units],
            ]);
            const off = Math.abs(chance - allWon(percent / 100, spread, units));
            if (off > 1e-6) kinks += 1;
            if (off > error) wrong.push({ units, percent, spread, tolerance, off, error });
          }
    expect(wrong).toEqual([]);
    expect(kinks).toBeGreaterThan(10);
  });

  // By the gain over two places, which does not measure the kink, 0.0017 was told of 20 units on 20 days.
  it("is told by how much the slope changes, so that many small kinks are little", () => {
    const days = Array.from({ length: 20 }, (_, day) => 1 - 0.02 * day);
    const stages = [{ next: null, rate: { known: 0.7 }, open: [], landing: days }];
    const { error } = chanceMeter({ stages, shared: [], spread: 0.3, notEnough: winsNeeded(12) }, 1e-4).sure([
      days.map(() => 1),
    ]);
    expect(error).toBeLessThan(2e-4);
  });

  it("is not told where hardly any place lies so high", () => {
    expect(chanceMeter(model(0.25, 0.2, 10)).sure([[48]]).error).toBeLessThan(1e-6);
  });
});
