import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { centralRange, placeIn, quantile } from "../../src/chance/ranges.js";
import { winsFrom } from "../../src/chance/wins.js";

const held = (chances: Float64Array, range: { low: number; high: number }): number =>
  chances.slice(range.low, range.high + 1).reduce((sum, chance) => sum + chance, 0);

describe("ranges", () => {
  test("the 80% range of 10 units at 20% is 0 to 4, which holds 96.7% (binomial table)", () => {
    const chances = winsFrom([{ count: 10, chance: 0.2 }], 11);
    const range = centralRange(chances);
    expect(range).toEqual({ low: 0, high: 4 });
    expect(held(chances, { low: 0, high: 4 })).toBeCloseTo(0.9672065, 7);
  });

  test("it holds at least its share, and leaves at most half the rest on either side", () => {
    const groups = fc.record({
      count: fc.integer({ min: 1, max: 80 }),
      chance: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    });
    fc.assert(
      fc.property(groups, fc.double({ min: 0.1, max: 0.99, noNaN: true }), (group, share) => {
        const chances = winsFrom([group], group.count + 1);
        const range = centralRange(chances, share);
        if (range === undefined) throw new Error("the list is complete");
        expect(held(chances, range)).toBeGreaterThanOrEqual(share - 1e-9);
        expect(held(chances, { low: 0, high: range.low - 1 })).toBeLessThanOrEqual((1 - share) / 2 + 1e-9);
      }),
    );
  });

  test("a list that ends before is said to", () => {
    expect(quantile([0.25, 0.25], 0.9)).toBeUndefined();
    expect(centralRange([0.5, 0.2])).toBeUndefined();
    expect(quantile([0.25, 0.5, 0.25], 0.5)).toBe(1);
  });

  test("placeIn: by randomised PIT an 80% range of 10 units at 20% holds exactly 80%", () => {
    const chances = winsFrom([{ count: 10, chance: 0.2 }], 11);
    // The part of each outcome's tosses that falls between 10% and 90%, weighted with how likely the outcome is.
    let inside = 0;
    chances.forEach((chance, seen) => {
      const [from, to] = [placeIn(chances, seen, 0), placeIn(chances, seen, 1)];
      expect(to - from).toBeCloseTo(chance, 14);
      inside += Math.max(0, Math.min(0.9, to) - Math.max(0.1, from));
    });
    expect(inside).toBeCloseTo(0.8, 12);
  });
});
