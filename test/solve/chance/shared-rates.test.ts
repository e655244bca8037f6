import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../../src/explain/explain.js";
import { parsePlan } from "../../../src/plan/parse.js";
import type { GoalPlan } from "../../../src/plan/plan.js";
import type { RateInput } from "../../../src/plan/rate.js";
import { listStages } from "../../../src/plan/stage-list.js";
import { levers } from "../../../src/sensitivity/levers.js";
import { solveFor } from "../../../src/sensitivity/solve-for.js";
import { compile } from "../../../src/solve/compile.js";
import { solve } from "../../../src/solve/solve.js";
import { solveOrThrow } from "../../../src/solve/solve-or-throw.js";
import { plans } from "../../generators/plans.js";
import { runs } from "../../laws/runs.js";

function twice(rate: RateInput, goal: Partial<GoalPlan["goal"]> = {}): GoalPlan {
  return {
    goal: { metric: "customers", amount: 6, period: "2026-01", ...goal },
    funnel: [
      { stage: "first call", rate },
      { stage: "second call", sameAs: "first call" },
    ],
  };
}

function written(rate: RateInput, other: RateInput, goal: Partial<GoalPlan["goal"]> = {}): GoalPlan {
  const { goal: all } = twice(rate, goal);
  return {
    goal: all,
    funnel: [
      { stage: "first call", rate },
      { stage: "second call", rate: other },
    ],
  };
}

describe("a rate that two stages have", () => {
  it("plans as if it were written twice", () => {
    const [shared, apart] = [twice("50%"), written("50%", "50%")].map((plan) => ({
      ...solve(plan),
      plan: null,
    }));
    expect(shared).toEqual(apart);
  });

  it("is the law for every plan: sameAs and the same rate again have the same targets", () => {
    const law = fc.property(plans({ lags: true }), fc.nat(), fc.nat(), (plain, one, other) => {
      const plan = parsePlan(plain);
      const stages = listStages(plan);
      const [owner, follower] = [stages[one % stages.length], stages[other % stages.length]];
      if (owner === undefined || follower === undefined || owner === follower) return;
      const replaced = (by: object): GoalPlan =>
        JSON.parse(JSON.stringify(plan), function (this: unknown, _key, value: unknown) {
          const isFollower =
            typeof value === "object" &&
            value !== null &&
            (value as { readonly stage?: unknown }).stage === follower.stage.stage &&
            "rate" in value;
          return isFollower ? { ...value, rate: undefined, ...by } : value;
        }) as GoalPlan;
      const shared = solve(replaced({ sameAs: owner.stage.stage }), { chance: false });
      const apart = solve(replaced({ rate: owner.stage.rate }), { chance: false });
      expect(shared.status).toBe(apart.status);
      expect(shared.targets).toEqual(apart.targets);
    });
    fc.assert(law, runs(0.2));
  });

  it("moves both with the one: in what-ifs, levers, and what it must be", () => {
    const change = { path: ["funnel", 0, "rate"], to: "60%" };
    const totals = compile(twice("50%")).volumes([change])?.totals;
    // 6 ÷ 0.36 = 16.7 and 6 ÷ 0.6.
    expect(totals).toEqual([17, 10]);
    expect(
      compile(twice("50%"))
        .solve([change])
        .targets?.path.map(({ total }) => total),
    ).toEqual([17, 10, 6]);
    const moved = levers(twice("50%")).levers.filter(({ kind }) => kind === "rate");
    expect(moved.map(({ path }) => path)).toEqual([["funnel", 0, "rate"]]);
    // A tenth more is 55% twice: 6 ÷ 0.3025 over 22 working days.
    expect(moved[0]?.steps[0]?.then.unitsPerDay).toBe("1200/1331");
    // 24 calls in 22 days must bring 6: the rate, used twice, must be ½.
    const found = solveFor(twice("40%"), ["funnel", 0, "rate"], { perDay: { "first call": "12/11" } });
    expect(found.status === "value" && Number(found.value)).toBeCloseTo(0.5, 9);
  });

  it("is said where it comes from", () => {
    const answer = solve(twice({ won: 9, of: 20 }));
    const { text, inputs } = explain(answer, ["targets", "stages", "second call", "rate"]);
    expect(text).toBe(
      '45% of the units that enter "second call" are won, the same as of "first call": 9 of 20 did.',
    );
    expect(inputs.map(({ path }) => path)).toEqual([["plan", "funnel", 0, "rate"]]);
  });

  // ∫ P(Bin(n, p²) ≥ 6) · Beta(9.5, 11.5) dp, by the midpoint rule over 20,000 places.
  it("is drawn once for all: the chance is the integral over one rate", () => {
    const answer = solveOrThrow(twice({ won: 9, of: 20 }));
    const units = answer.path[0]?.total ?? NaN;
    let [sum, all] = [0, 0];
    for (let place = 0.5; place < 20_000; place += 1) {
      const p = place / 20_000;
      const weight = p ** 8.5 * (1 - p) ** 10.5;
      const q = p * p;
      let [term, below] = [(1 - q) ** units, 0];
      for (let k = 0; k < 6; k += 1) {
        below += term;
        term *= ((units - k) / (k + 1)) * (q / (1 - q));
      }
      all += weight;
      sum += weight * (1 - below);
    }
    expect(answer.chance?.reached).toBeCloseTo(sum / all, 6);
  });

  it("makes a plan less sure than two rates that happen to be alike, and takes more work at 80%", () => {
    const sample = { won: 9, of: 20 };
    const calls = (plan: GoalPlan): number => solveOrThrow(plan).path[0]?.total ?? NaN;
    const asked = { chance: "80%" } as const;
    expect(calls(twice(sample, asked))).toBeGreaterThan(calls(written(sample, sample, asked)));
    expect(solveOrThrow(twice(sample)).chance?.from?.rates).toBeGreaterThan(
      solveOrThrow(written(sample, sample)).chance?.from?.rates ?? NaN,
    );
  });

  it("is named once where it is taken as known", () => {
    const [known] = solve(twice("50%", { chance: "80%" })).assumptions.filter(
      ({ code }) => code === "rates-known",
    );
    expect(known?.text).toBe(
      'The rate of "first call" is taken as known for sure, because no sample ({ won, of }) or range is given.',
    );
  });
});
