import { describe, expect, it } from "vitest";
import { safeParsePlan } from "../../../src/plan/parse.js";
import type { GoalPlan } from "../../../src/plan/plan.js";
import type { RateInput } from "../../../src/plan/rate.js";
import { parseExact } from "../../../src/number/exact-string.js";
import { add, equal, type Ratio, ZERO } from "../../../src/number/ratio.js";
import { explain } from "../../../src/explain/explain.js";
import { compile } from "../../../src/solve/compile.js";
import { solve } from "../../../src/solve/solve.js";

const readme: GoalPlan = {
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
  deal: { value: 1_000 },
  churn: { customers: 5 },
  funnel: [{ stage: "demo request", rate: "50%" }],
};

function asking(chance: `${number}%`, plan: GoalPlan = readme): GoalPlan {
  return { ...plan, goal: { ...plan.goal, chance } };
}

function targets(plan: GoalPlan) {
  const answer = solve(plan);
  if (answer.targets === null) throw new Error("the plan has no targets");
  return answer.targets;
}

function demos(plan: GoalPlan): number {
  return targets(plan).path[0]?.total ?? NaN;
}

// Binomial sums in Python: binom.sf(14, 30, 0.5) = 0.5722322, binom.sf(14, 33, 0.5) = 0.7565749, binom.sf(14, 34, 0.5) = 0.8042358.
describe("the first worked example", () => {
  it("is 57% sure as it is planned", () => {
    const { chance } = targets(readme);
    expect(chance?.reached).toBeCloseTo(0.5722322, 7);
    expect(chance).toMatchObject({ asked: null, reason: null, from: { luck: 1, rates: 0, losses: 0 } });
    expect(chance?.without).toBe(chance?.reached);
  });

  it("takes 34 demo requests for 80%, and the bridge says the margin of 2 expected wins", () => {
    const { chance, path, bridge, wins } = targets(asking("80%"));
    expect(path.map(({ total }) => total)).toEqual([34, 17]);
    expect(chance?.reached).toBeCloseTo(0.8042358, 7);
    expect(chance?.without).toBeCloseTo(0.5722322, 7);
    expect(bridge.at(-1)).toEqual({ item: "chance", amount: "2000", wins: "2" });
    const sum = bridge.reduce<Ratio>((all, item) => add(all, parseExact(item.wins) ?? ZERO), ZERO);
    expect(equal(sum, { num: wins, den: 1 })).toBe(true);
  });

  // binom.sf(14, 29, 0.5) is 1/2 exactly, by symmetry: 29 suffice, with half a win less than expected.
  it("asks for fewer than expected at 50%, decided in exact fractions", () => {
    const { path, bridge, chance } = targets(asking("50%"));
    expect(path[0]?.total).toBe(29);
    expect(bridge.at(-1)).toMatchObject({ item: "chance", wins: "-0.5" });
    expect(chance?.reached).toBeGreaterThanOrEqual(0.5);
  });

  // Σ binom.pmf(c, 250, 0.02)·binom.sf(9 + c, n, 0.5), summed in Python, is 0.7936 for n = 35 and 0.8271 for 36.
  it("takes 36 where what churns is a rate of 250 customers, and so uncertain", () => {
    const plan: GoalPlan = {
      ...readme,
      base: { customers: 250, mrr: 250_000 },
      churn: { rate: "2%", per: "period" },
    };
    expect(demos(plan)).toBe(30);
    expect(demos(asking("80%", plan))).toBe(36);
    expect(targets(plan).chance?.from?.losses).toBeCloseTo(4.9 / (7.5 + 4.9), 12);
  });
});

// Σ poisson.pmf(c, 5)·binom.sf(9 + c, n, 0.5) is 0.7929 for n = 35 and 0.8263 for 36, summed in Python.
describe("losses of which only the mean is known", () => {
  const plan: GoalPlan = { ...readme, churn: { customers: { expected: 5 } } };

  it("plan as a limit does, and take 36 for 80%", () => {
    expect(demos(plan)).toBe(30);
    expect(demos(asking("80%", plan))).toBe(36);
    expect(targets(asking("80%", plan)).chance?.reached).toBeCloseTo(0.8263, 4);
    expect(targets(plan).chance?.from?.losses).toBeCloseTo(5 / 12.5, 12);
  });

  it("are explained, and refused where they are no number", () => {
    expect(explain(solve(plan), ["lossLimits", 0, "atMost"]).text).toMatch(/^About 5 customers may churn/);
    const reading = safeParsePlan({ ...readme, churn: { customers: { expected: -5 } } });
    expect(reading.error?.issues.map(({ code }) => code)).toEqual(["number.negative"]);
  });
});

describe("what is uncertain takes more work", () => {
  const of = (rate: RateInput, more: Partial<GoalPlan> = {}): number =>
    demos(asking("80%", { ...readme, funnel: [{ stage: "demo request", rate }], ...more }));

  it("the larger the sample, the less; without end it is the known rate", () => {
    const sampled = [30, 300, 3000, 3_000_000].map((size) => of({ won: size / 2, of: size }));
    expect(sampled).toEqual([...sampled].sort((a, b) => b - a));
    expect(sampled[0]).toBeGreaterThan(34);
    expect(sampled.at(-1)).toBe(34);
  });

  it("a range is a sample, and a range without width is the rate", () => {
    expect(of({ rate: "50%", low: "50%", high: "50%" })).toBe(34);
    expect(of({ rate: "50%", low: "35%", high: "65%" })).toBeGreaterThan(34);
  });

  it("a spread of 0 is none, a larger one takes more, months differ from each other", () => {
    const quarter: GoalPlan = { ...readme, goal: { ...readme.goal, period: "2026-Q1" } };
    expect(of("50%", { spread: "0%" })).toBe(34);
    expect(of("50%", { spread: "25%" })).toBeGreaterThan(34);
    const monthly = demos(asking("80%", { ...quarter, spread: { month: "25%" } }));
    expect(monthly).toBeLessThan(demos(asking("80%", { ...quarter, spread: "25%" })));
    expect(monthly).toBeGreaterThan(34);
  });
});

describe("bad input", () => {
  const codes = (plan: GoalPlan): string[] => {
    const reading = safeParsePlan(plan);
    return (reading.error?.issues ?? []).map(({ code }) => code);
  };

  it("a chance of 0% or 100% is refused, and so is a buffer beside it", () => {
    expect(codes(asking("0%"))).toEqual(["chance.range"]);
    expect(codes(asking("100%"))).toEqual(["chance.range"]);
    expect(codes({ ...asking("80%"), buffer: "10%" })).toEqual(["chance.buffer"]);
  });

  it("a spread of months needs months", () => {
    const plan: GoalPlan = { ...readme, goal: { ...readme.goal, period: { workingDays: 20 } } };
    expect(codes({ ...plan, spread: { month: "20%" } })).toEqual(["spread.month"]);
    expect(codes({ ...plan, spread: "-5%" })).toEqual(["spread.invalid"]);
  });
});

describe("where it cannot be reached", () => {
  // 32 requests are to be had: binom.sf(14, 32, 0.5) = 0.7017 for 15 wins, binom.sf(13, 32, 0.5) = 0.8115 for 14.
  const plan: GoalPlan = asking("80%", {
    ...readme,
    funnel: [{ stage: "demo request", rate: "50%", available: 32 }],
  });

  it("the nearest goal has the chance asked for, and all that can be done says what the goal has", () => {
    const answer = solve(plan);
    if (answer.status === "feasible") throw new Error("32 are not enough");
    expect(answer.reasons.map(({ code }) => code)).toEqual(["available"]);
    expect(answer.nearest).toMatchObject({ amount: "9000", wins: 14 });
    expect(answer.nearest?.chance).toBeCloseTo(0.7017, 4);
    expect(answer.fixes.map(({ text }) => text)).toContain("Settle for a chance of 70% instead of 80%.");
    const settled = answer.fixes.find(({ path }) => path[1] === "chance");
    expect(compile(plan).solve([{ path: ["goal", "chance"], to: settled?.to }]).status).toBe("feasible");
  });

  it("knowing the rate better is a way out where it is", () => {
    const sampled = asking("80%", {
      ...readme,
      funnel: [{ stage: "demo request", rate: { won: 5, of: 10 }, available: 36 }],
    });
    const answer = solve(sampled);
    if (answer.status === "feasible") throw new Error("36 are not enough for a sample of 10");
    expect(answer.fixes.map(({ text }) => text)).toContain(
      'Know the rate of "demo request" better: seen in 50 units instead of 10, it would take 5 units of work less.',
    );
    // What it says: 41 requests with 5 of 10, 36 with 25 of 50.
    const needed = (rate: RateInput) =>
      demos(asking("80%", { ...readme, funnel: [{ stage: "demo request", rate }] }));
    expect([needed({ won: 5, of: 10 }), needed({ won: 25, of: 50 })]).toEqual([41, 36]);
  });

  it("a rate of 0 stays infeasible as it was, without a chance", () => {
    const never = asking("80%", { ...readme, funnel: [{ stage: "demo request", rate: { won: 0, of: 12 } }] });
    const answer = solve(never);
    expect(answer).toMatchObject({ status: "infeasible", targets: null });
    expect(answer.status === "infeasible" && answer.reasons.map(({ code }) => code)).toEqual(["zero-rate"]);
  });
});

describe("where no chance is told without being asked", () => {
  const calls = (amount: number, rate: RateInput): GoalPlan => ({
    goal: { metric: "customers", amount, period: { workingDays: 20 } },
    funnel: [{ stage: "call", rate }],
  });

  // Half of it lies above the middle, and half of the middle, 1 ÷ √(2000π) · (1 − 1/16000), on top: 0.5063075.
  it("goals of many wins are told where only luck is uncertain", () => {
    expect(targets(calls(2_000, "50%")).chance?.reached).toBeCloseTo(0.5063075, 6);
  });

  // They used to have a reason as text, in other words than forecasts.
  it("the reason has a code, its figure and a sentence", () => {
    expect(targets(calls(501, { won: 50, of: 100 })).chance).toMatchObject({
      reached: null,
      reason: {
        code: "too-many-wins",
        most: 500,
        text: "No chance is told, because the goal takes more than 500 wins; ask for one with goal.chance.",
      },
    });
    const nothing: GoalPlan = {
      goal: { metric: "revenue", amount: 0, period: "2026-01" },
      deal: { value: 0 },
      funnel: [{ stage: "call", rate: "50%" }],
    };
    expect(targets(nothing).chance?.reason).toMatchObject({ code: "no-value" });
  });
});

it("compile gives the same totals as solve", () => {
  expect(compile(asking("80%")).volumes()?.totals).toEqual([34]);
  expect(compile(readme).volumes([{ path: ["goal", "chance"], to: "90%" }])?.totals).toEqual([37]);
});

it("is left out where it is not wanted", () => {
  expect(solve(readme, { chance: false }).targets?.chance).toBeNull();
});
