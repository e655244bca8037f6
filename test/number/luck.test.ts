import { describe, expect, test } from "vitest";
import { seenLowerTail } from "../../src/number/beta-binomial.js";
import { belowLuck } from "../../src/number/holm.js";
import { seededRandom } from "../oracle/journey-simulator.js";

/** P(at most `most` of `count`) of the beta-binomial distribution, by its urn: every draw puts one more of its kind back. */
function urn(count: number, most: number, a: number, b: number): number {
  let chances = [1];
  for (let drawn = 0; drawn < count; drawn += 1) {
    const next = new Array<number>(drawn + 2).fill(0);
    chances.forEach((chance, won) => {
      const up = (a + won) / (a + b + drawn);
      next[won] = (next[won] ?? 0) + chance * (1 - up);
      next[won + 1] = (next[won + 1] ?? 0) + chance * up;
    });
    chances = next;
  }
  return chances.slice(0, most + 1).reduce((sum, chance) => sum + chance, 0);
}

describe("the lower tail at a rate that is known from a sample", () => {
  test.each([
    [32, 13, 60, 120],
    [10, 0, 5, 20],
    [50, 20, 900, 2000],
    [5, 2, 1, 1],
    [30, 3, 0, 12],
  ])("is the beta-binomial one: at most %i, %i of %i from %i", (count, most, won, of) => {
    const tail = seenLowerTail([{ count, chance: 1 }], most, { won, of });
    expect(tail).toBeCloseTo(urn(count, most, won + 0.5, of - won + 0.5), 3);
  });

  test("never says more than 1, and the less the sample knows the more it allows", () => {
    const at = (of: number) => seenLowerTail([{ count: 40, chance: 1 }], 10, { won: of * 0.4, of }) ?? 1;
    expect([10, 100, 1000, 100_000].map(at)).toEqual(
      [...[10, 100, 1000, 100_000].map(at)].sort((a, b) => b - a),
    );
    expect(seenLowerTail([{ count: 4, chance: 1 }], 4, { won: 4, of: 4 })).toBe(1);
  });
});

describe("Holm's correction", () => {
  test("holds the smallest against a third, the next against a half (by hand)", () => {
    expect(belowLuck([0.03, 0.01, 0.03], 0.05)).toEqual([false, true, false]);
    expect(belowLuck([0.01, 0.02, 0.04], 0.05)).toEqual([true, true, true]);
    expect(belowLuck([0.2, null, 0.001], 0.05)).toEqual([false, false, true]);
    // The limit itself is still luck.
    expect(belowLuck([0.05], 0.05)).toEqual([false]);
  });

  // Twelve comparisons of people who are all alike: at 5% each, half of all teams would see somebody called short.
  test("calls somebody short who is not in at most one of twenty alike teams", () => {
    const random = seededRandom(8);
    const binomial = (count: number, rate: number) =>
      Array.from({ length: count }, () => random()).filter((each) => each < rate).length;
    let [wrong, teams] = [0, 0];
    for (; teams < 150; teams += 1) {
      const tails = [60, 50, 40].flatMap((count) => {
        const people = [0, 1, 2, 3].map(() => binomial(count, 0.4));
        return people.map((own, index) => {
          const won = people.reduce((sum, each, other) => (other === index ? sum : sum + each), 0);
          return seenLowerTail([{ count, chance: 1 }], own, { won, of: 3 * count }) ?? null;
        });
      });
      if (belowLuck(tails, 0.05).includes(true)) wrong += 1;
    }
    expect(wrong / teams).toBeLessThanOrEqual(0.05);
  });
});
