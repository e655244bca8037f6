import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestNumber } from "../../src/number/nearest-number.js";
import { add, multiply, ONE, ratio, subtract, ZERO, type Ratio } from "../../src/number/ratio.js";
import { lowerTail } from "../../src/number/poisson-binomial.js";

/** Every outcome of every case, one by one, in exact ratios. */
function enumerated(chances: readonly Ratio[], most: number): Ratio {
  let total: Ratio = ZERO;
  for (let outcome = 0; outcome < 2 ** chances.length; outcome += 1) {
    const came = chances.map((_, index) => Math.floor(outcome / 2 ** index) % 2 === 1);
    if (came.filter(Boolean).length > most) continue;
    const each = chances.map((chance, index) => (came[index] === true ? chance : subtract(ONE, chance)));
    total = add(total, each.reduce(multiply, ONE));
  }
  return total;
}

describe("lowerTail", () => {
  test("is the sum over all outcomes, enumerated one by one in exact ratios", () => {
    const chance = fc
      .tuple(fc.nat(12), fc.integer({ min: 12, max: 20 }))
      .map(([num, den]) => ratio(num, den));
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 9 }), fc.nat(9), (chances, most) => {
        const cases = chances.map((each) => ({ count: 1, chance: nearestNumber(each) }));
        expect(lowerTail(cases, most)).toBeCloseTo(nearestNumber(enumerated(chances, most)), 13);
      }),
    );
  });

  // scipy sums up a Fourier transform, which is right to about 10⁻¹⁵ of the whole.
  test("is what scipy.stats.poisson_binom computes, to 12 places", () => {
    const file = new URL("fixtures/poisson-binomial.csv", import.meta.url);
    const rows = readFileSync(file, "utf8").trim().split("\n").slice(2);
    expect(rows.length).toBe(36);
    for (const row of rows) {
      const [chances = "", most = "", tail = ""] = row.split(",");
      const cases = chances.split(" ").map((chance) => ({ count: 1, chance: Number(chance) }));
      expect(lowerTail(cases, Number(most))).toBeCloseTo(Number(tail), 12);
    }
  });

  test("equal chances are the binomial distribution (by hand: 1 of 4 at one half or fewer is 5/16)", () => {
    expect(lowerTail([{ count: 4, chance: 0.5 }], 1)).toBe(5 / 16);
    expect(lowerTail([{ count: 4, chance: 0.5 }], -1)).toBe(0);
    expect(lowerTail([{ count: 4, chance: 0.5 }], 4)).toBe(1);
    expect(lowerTail([], 0)).toBe(1);
  });

  test("far tails do not turn to nothing before their time, and too much work is refused", () => {
    // The sum over 0 to 900 of C(2000, k) ÷ 2^2000, in whole numbers.
    let [term, sum] = [1n, 0n];
    for (let k = 0n; k <= 900n; k += 1n) {
      sum += term;
      term = (term * (2000n - k)) / (k + 1n);
    }
    const exact = nearestNumber(ratio(sum, 2n ** 2000n));
    const found = lowerTail([{ count: 2000, chance: 0.5 }], 900) ?? 0;
    expect(Math.abs(found / exact - 1)).toBeLessThan(1e-11);
    expect(lowerTail([{ count: 1_000_000, chance: 0.5 }], 499_000)).toBeUndefined();
  });
});
