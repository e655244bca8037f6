import { describe, expect, it } from "vitest";
import { amountShort } from "../../../src/chance/amount-short.js";
import { nearestNumber } from "../../../src/number/nearest-number.js";
import { ratio } from "../../../src/number/ratio.js";
import type { PlanInput } from "../../../src/plan/plan.js";
import { fewerValues } from "../../../src/solve/chance/win-value.js";
import { solve } from "../../../src/solve/solve.js";
import { solveOrThrow } from "../../../src/solve/solve-or-throw.js";

type DealValue = NonNullable<NonNullable<PlanInput["deal"]>["value"]>;

function earning(amount: number, value: DealValue, goal: Partial<PlanInput["goal"]> = {}): PlanInput {
  return {
    goal: { metric: "revenue", amount, period: "2026-01", ...goal },
    deal: { value },
    funnel: [{ stage: "offer", rate: "50%" }],
  };
}

function reached(plan: PlanInput): number {
  return solveOrThrow(plan).chance?.reached ?? NaN;
}

describe("wins that bring different amounts", () => {
  it("the plan runs on their mean, exactly", () => {
    const known = solve(earning(10_000, 1000));
    for (const value of [{ mean: 1000, sd: 700 }, [500, 1500], [900, "1000", 1100]]) {
      const { targets } = solve(earning(10_000, value));
      expect({ ...targets, chance: null }).toEqual({ ...known.targets, chance: null });
    }
  });

  // By hand. Four offers are won or not like four coins; wins bring 1,000 or 3,000, and 4,000 must come.
  // 2 wins (6 of 16): 1,000 + 1,000 is too little, ¾ is enough; 3 wins (4 of 16): only three times 1,000 is too little, 7/8;
  // 4 wins (1 of 16): always. 6/16 · 3/4 + 4/16 · 7/8 + 1/16 = 9/16.
  it("a list: each value as likely as the others", () => {
    const plan = earning(4000, [1000, 3000]);
    expect(solveOrThrow(plan).path[0]?.total).toBe(4);
    expect(reached(plan)).toBeCloseTo(9 / 16, 12);
    // Variance of the amount: luck 4 · ¼ · 2000² = 4 million, values 2 wins · 1000² = 2 million.
    expect(solveOrThrow(plan).chance?.from).toMatchObject({ luck: 2 / 3, values: 1 / 3 });
  });

  // The same values in a list with each twice, and as a year's: nothing changes.
  it("writing each deal twice, or a year's value under a month's goal, changes no chance", () => {
    expect(reached(earning(4000, [1000, 3000, 3000, 1000]))).toBeCloseTo(9 / 16, 12);
    const yearly: PlanInput = {
      ...earning(4000, [12_000, 36_000], { metric: "new-mrr" }),
      deal: { value: [12_000, 36_000], per: "year" },
    };
    expect(reached(yearly)).toBeCloseTo(9 / 16, 12);
  });

  // A Gamma with mean 1,000 and deviation 500 has shape 4 and scale 250; k wins have shape 4k, and that is at least x with
  // Σ_(j < 4k) e^(−x/250)·(x/250)^j ÷ j! (Erlang). Twenty offers at 50% are planned.
  it("a mean and a standard deviation: a Gamma distribution", () => {
    let [binomial, expected] = [0.5 ** 20, 0];
    for (let wins = 0; wins <= 20; wins += 1) {
      if (wins > 0) binomial *= (21 - wins) / wins;
      let [term, sum] = [Math.exp(-40), 0];
      for (let j = 0; j < 4 * wins; j += 1) {
        sum += term;
        term *= 40 / (j + 1);
      }
      expected += binomial * sum;
    }
    const plan = earning(10_000, { mean: 1000, sd: 500 });
    expect(solveOrThrow(plan).path[0]?.total).toBe(20);
    expect(reached(plan)).toBeCloseTo(expected, 10);
  });

  // k wins of 500 or 1,500 bring 500·k + 1,000·j with j of them the larger: P = Σ Bin(n, ½; k) · P(Bin(k, ½) ≥ (10,000 − 500·k) ÷ 1,000).
  it("the work printed is the least: one offer less does not have the chance asked for", () => {
    const choose = (n: number, k: number): number =>
      Array.from({ length: k }, (_, at) => (n - at) / (at + 1)).reduce((all, each) => all * each, 1);
    const sure = (offers: number): number => {
      let chance = 0;
      for (let wins = 0; wins <= offers; wins += 1)
        for (let larger = Math.max(0, Math.ceil((10_000 - 500 * wins) / 1000)); larger <= wins; larger += 1)
          chance += (choose(offers, wins) / 2 ** offers) * (choose(wins, larger) / 2 ** wins);
      return chance;
    };
    const answer = solveOrThrow(earning(10_000, [500, 1500], { chance: "80%" }));
    const offers = answer.path[0]?.total ?? NaN;
    expect(answer.chance?.reached).toBeCloseTo(sure(offers), 10);
    expect(sure(offers)).toBeGreaterThanOrEqual(0.8);
    expect(sure(offers - 1)).toBeLessThan(0.8);
  });

  it("a standard deviation of 0, and a list of one deal, are the value itself", () => {
    const known = reached(earning(10_000, 1000));
    expect(reached(earning(10_000, { mean: 1000, sd: 0 }))).toBe(known);
    expect(reached(earning(10_000, [1000]))).toBeCloseTo(known, 12);
  });

  it("a small deviation changes little, a larger one more", () => {
    const known = reached(earning(9500, 1000));
    const apart = [1, 100, 300].map((sd) => Math.abs(reached(earning(9500, { mean: 1000, sd })) - known));
    expect(apart[0]).toBeLessThan(1e-3);
    expect(apart).toEqual([...apart].sort((a, b) => a - b));
  });

  it("goals in wins stay as they are", () => {
    const customers = (value: DealValue): PlanInput => earning(10, value, { metric: "customers" });
    const [known, differing] = [1000, [500, 1500]].map((value) => solve(customers(value)).targets?.chance);
    expect(differing).toEqual(known);
    expect(differing?.from?.values).toBe(0);
  });

  it("only an average that says nothing more is taken as what each win brings", () => {
    const says = (value: DealValue): boolean =>
      solve(earning(10_000, value, { chance: "80%" })).assumptions.some(
        ({ code }) => code === "value-certain",
      );
    expect(says(1000)).toBe(true);
    expect(says({ mean: 1000, sd: 0 })).toBe(false);
    expect(says([800, 1200])).toBe(false);
  });

  // Each win brings 1,000 or 3,000, and half of them 1,000 more: 1, 2, 3 or 4 thousand, each as likely.
  it("what is sold on top comes on top of each value", () => {
    const upsells = [{ name: "care", rate: "50%", value: 1000 }] as const;
    const two: PlanInput = { ...earning(5000, 1), deal: { value: [1000, 3000], upsells } };
    expect(reached(two)).toBeCloseTo(reached(earning(5000, [1000, 2000, 3000, 4000])), 12);
  });
});

describe("many values", () => {
  const skewed = Array.from({ length: 200 }, (_, index) => ({
    value: ratio(100 + index * index),
    chance: 1 / 200,
  }));

  // The oracle adds all 200 of them up on a lattice, whose own bounds hold the truth.
  it("a few stand for 200: sums of 9 and more wins are within the bounds of all, widened by 1e-4", () => {
    const few = fewerValues(skewed, 12);
    expect(few.length).toBeLessThanOrEqual(24);
    const weighted = (list: typeof skewed) =>
      list.map(({ value, chance }) => ({ value: nearestNumber(value), weight: chance }));
    const asked = [{ amount: 160_000, chance: 1 }];
    const all = amountShort(weighted(skewed), asked, { cells: 4000 });
    const some = amountShort(weighted([...few]), asked, { cells: 4000 });
    all.notEnough.forEach((chance, wins) => {
      if (wins > 8) expect(Math.abs((some.notEnough[wins] ?? 0) - chance), `${wins}`).toBeLessThan(1e-4);
    });
  });

  it("sums of few wins, and few values, are taken as they are", () => {
    expect(fewerValues(skewed, 8)).toBe(skewed);
    expect(fewerValues(skewed.slice(0, 24), 100)).toHaveLength(24);
  });
});
