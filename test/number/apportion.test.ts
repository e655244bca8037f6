import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { apportion, nextAssignee } from "../../src/number/apportion.js";
import { Rational } from "../oracle/rational.js";

const weightLists = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.maxSafeNat()), { minLength: 1, maxLength: 9 })
  .filter((weights) => weights.some((weight) => weight > 0));

/** One unit at a time, by the words of the rule, in unbounded rationals. */
function dealtOneByOne(units: number, weights: readonly number[]): number[] {
  const assigned = weights.map(() => 0);
  for (let dealt = 0; dealt < units; dealt += 1) {
    const quotients = weights.map(
      (weight, index) => new Rational(BigInt(weight), BigInt(2 * (assigned[index] ?? 0) + 1)),
    );
    const best = quotients.reduce((a, b) => (b.compare(a) > 0 ? b : a));
    const turn = quotients.indexOf(best);
    assigned[turn] = (assigned[turn] ?? 0) + 1;
  }
  return assigned;
}

describe("apportion", () => {
  it("gives what dealing one unit at a time gives", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), weightLists, (units, weights) => {
        expect(apportion(units, weights)).toEqual(dealtOneByOne(units, weights));
      }),
      { numRuns: 500 },
    );
  });

  it("preserves the total, up to 2^53 − 1", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), weightLists, (units, weights) => {
        const parts = apportion(units, weights);
        expect(parts.reduce((total, part) => total + BigInt(part), 0n)).toBe(BigInt(units));
        expect(parts.every((part, index) => part >= 0 && (part === 0 || (weights[index] ?? 0) > 0))).toBe(
          true,
        );
      }),
    );
  });

  it("ends where nobody's last unit has a smaller quotient than anybody's next one, also for long deals", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), weightLists, (units, weights) => {
        const parts = apportion(units, weights).map(BigInt);
        const last = parts
          .map((part, index) => ({ index, of: quotient(weights[index], part - 1n) }))
          .filter(({ index }) => parts[index] !== 0n);
        const next = parts.map((part, index) => ({ index, of: quotient(weights[index], part) }));
        for (const won of last) {
          for (const lost of next.filter(({ index }) => index !== won.index)) {
            const order = won.of.compare(lost.of);
            expect(order > 0 || (order === 0 && won.index < lost.index)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never takes a unit away when one more is dealt", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), weightLists, (units, weights) => {
        const before = apportion(units, weights);
        const after = apportion(units + 1, weights);
        expect(after.every((part, index) => part >= (before[index] ?? 0))).toBe(true);
      }),
    );
  });

  it("gives parts of equal weight numbers that differ by one at most, the earlier ones more", () => {
    expect(apportion(11, [5, 5, 5, 5])).toEqual([3, 3, 3, 2]);
    expect(apportion(10, [2, 1, 1])).toEqual([5, 3, 2]);
  });

  it("takes a million units among a hundred parts without a million steps", () => {
    const weights = Array.from({ length: 100 }, (_, index) => index + 1);
    // 5,050 parts of 100: whoever has weight w gets w · 1,000,000,007 ÷ 5,050 to within a unit. One by one this takes hours.
    const parts = apportion(1_000_000_007, weights);
    expect(parts.every((part, index) => Math.abs(part - ((index + 1) * 1_000_000_007) / 5050) <= 1)).toBe(
      true,
    );
  });

  it("deals nothing among nobody, and refuses units that nobody can take", () => {
    expect(apportion(0, [])).toEqual([]);
    expect(apportion(0, [0, 0])).toEqual([0, 0]);
    expect(() => apportion(3, [0, 0])).toThrow("apportion requires a weight above 0 for 3 units; got [0, 0]");
    expect(() => apportion(1.5, [1])).toThrow(
      "apportion requires units that are whole numbers from 0; got 1.5",
    );
    expect(() => apportion(1, [-1])).toThrow(
      "apportion requires weights that are whole numbers from 0; got -1",
    );
  });
});

describe("nextAssignee", () => {
  it("passes over whoever has no weight", () => {
    expect(nextAssignee([0, 3, 5], [0, 0, 1])).toBe(1);
    expect(nextAssignee([0, 0], [0, 0])).toBe(-1);
    expect(nextAssignee([], [])).toBe(-1);
  });

  it("keeps people with equal capacity on every day within one unit of each other, at every date", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }),
        (people, units) => {
          const assigned = new Array<number>(people).fill(0);
          units.forEach((count, day) => {
            const capacities = assigned.map(() => (day + 1) * 8);
            for (let dealt = 0; dealt < count; dealt += 1) {
              const turn = nextAssignee(capacities, assigned);
              assigned[turn] = (assigned[turn] ?? 0) + 1;
            }
            expect(Math.max(...assigned) - Math.min(...assigned)).toBeLessThanOrEqual(1);
          });
        },
      ),
    );
  });
});

function quotient(weight: number | undefined, assigned: bigint): Rational {
  return new Rational(BigInt(weight ?? 0), 2n * assigned + 1n);
}
