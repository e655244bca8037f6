import { describe, expect, test } from "vitest";
import { compare } from "../../src/sensitivity/compare.js";
import { levers } from "../../src/sensitivity/levers.js";
import { solveFor } from "../../src/sensitivity/solve-for.js";
import { leversReport } from "../../src/report/sensitivity/levers-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { solve } from "../../src/solve/solve.js";

// 15 wins from demos of which half are won: 10,000 of net new MRR and five customers who leave.
const plan = {
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
  deal: { value: 1_000 },
  churn: { customers: 5 },
  funnel: [{ stage: "demo request", rate: "50%" }],
} as const;
const sure = { ...plan, goal: { ...plan.goal, chance: "80%" } } as const;

/** P(N ≥ wins) of so many units, term by term. */
function binomialTail(units: number, wins: number, rate: number): number {
  let [sum, term] = [0, (1 - rate) ** units];
  for (let k = 0; k <= units; k += 1) {
    if (k >= wins) sum += term;
    term *= ((units - k) * rate) / ((k + 1) * (1 - rate));
  }
  return sum;
}

describe("levers say what a step does to the chance", () => {
  test("with the plan's 30 demos held, before and after", () => {
    const { now, levers: list } = levers(plan);
    const rate = list.find(({ kind }) => kind === "rate")?.steps[0];
    expect(now.chance).toBeCloseTo(binomialTail(30, 15, 0.5), 12);
    expect(rate?.then.chance).toBeCloseTo(binomialTail(30, 15, 0.55), 12);
    expect(rate?.change.chance).toBeCloseTo(binomialTail(30, 15, 0.55) - binomialTail(30, 15, 0.5), 12);
    // Half a churned customer more takes one win more.
    const churn = list.find(({ kind }) => kind === "churn")?.steps[0];
    expect(churn?.then.chance).toBeCloseTo(binomialTail(30, 16, 0.5), 12);
  });

  test("where a chance is asked for, of the 34 demos that it takes", () => {
    const { now } = levers(sure);
    expect(now.chance).toBeCloseTo(binomialTail(34, 15, 0.5), 12);
    // 17 expected wins ÷ 50% over January's 22 working days.
    expect(now.unitsPerDay).toBe("17/11");
  });

  test("a rate that was moved is as uncertain as before", () => {
    const sampled = { ...plan, funnel: [{ stage: "demo request", rate: { won: 15, of: 30 } }] } as const;
    const step = levers(sampled).levers.find(({ kind }) => kind === "rate")?.steps[0];
    expect(step?.to).toEqual({ won: "16.5", of: 30 });
    const ranged = {
      ...plan,
      funnel: [{ stage: "demo request", rate: { rate: "50%", low: "40%", high: "60%" } }],
    } as const;
    const moved = levers(ranged).levers.find(({ kind }) => kind === "rate")?.steps[0];
    expect(moved?.to).toEqual({ rate: "0.55", low: "0.44", high: "0.66" });
  });

  test("a plan whose wins are worth nothing yet has no chance", () => {
    expect(levers({ ...plan, deal: { value: 0 } }).now.chance).toBe(0);
  });
});

describe("solveFor finds what a number must be for the chance", () => {
  const given = { total: { "demo request": 30 } };

  test("a rate, to a thousand-millionth", () => {
    const found = solveFor(sure, ["funnel", 0, "rate"], given);
    if (found.status !== "value") throw new Error("some rate is enough");
    const rate = Number(found.value);
    expect(binomialTail(30, 15, rate)).toBeGreaterThanOrEqual(0.8);
    expect(binomialTail(30, 15, rate - 1e-8)).toBeLessThan(0.8);
    expect(found.chance).toBeCloseTo(0.8, 6);
    expect(found.text).toContain("to reach the goal with a chance of 80%");
  });

  // 12 wins or more come with 90% and 13 with 82%, 14 with 71%: so 13 must do, less five of 1,000 each.
  test("the greatest amount, and the least value of a deal", () => {
    expect(binomialTail(30, 13, 0.5)).toBeGreaterThan(0.8);
    expect(binomialTail(30, 14, 0.5)).toBeLessThan(0.8);
    expect(solveFor(sure, ["goal", "amount"], given)).toMatchObject({ limit: "greatest", value: "8000" });
    const value = solveFor(sure, ["deal", "value"], given);
    if (value.status !== "value") throw new Error("some value is enough");
    // Churn stays 5,000: 15,000 ÷ 13.
    expect(Number(value.value)).toBeCloseTo(15_000 / 13, 3);
  });

  test("without a chance it tells the one that the value has", () => {
    expect(solveFor(plan, ["funnel", 0, "rate"], given)).toMatchObject({
      asked: null,
      value: "0.5",
      chance: expect.closeTo(binomialTail(30, 15, 0.5), 12) as number,
    });
  });

  test("none, and any", () => {
    const few = { total: { "demo request": 14 } };
    expect(solveFor(sure, ["funnel", 0, "rate"], few)).toMatchObject({ status: "none", asked: 0.8 });
    const reached = { ...sure, goal: { ...sure.goal, metric: "customers", amount: 0 } } as const;
    expect(solveFor({ goal: reached.goal, funnel: plan.funnel }, ["funnel", 0, "rate"], few).status).toBe(
      "any",
    );
  });
});

test("compare has a row with the chance, as solve tells it", () => {
  const better = { name: "better", changes: [{ path: ["funnel", 0, "rate"], to: "60%" }] };
  const { scenarios } = compare(sure, [better]);
  const asWritten = solve({ ...sure, funnel: [{ stage: "demo request", rate: "60%" }] });
  expect(scenarios.map(({ chance }) => chance)).toEqual([
    solve(sure).targets?.chance?.reached,
    asWritten.targets?.chance?.reached,
  ]);
});

describe("levers say why no chance is told", () => {
  const monthly = {
    goal: { metric: "revenue", amount: 40_000, period: "2026-Q1", every: "month" },
    deal: { value: 2_000 },
    funnel: [
      { stage: "meeting", rate: "40%" },
      { stage: "proposal", rate: "50%" },
    ],
  } as const;

  test("of a goal for each month: a null stood there without a word", () => {
    const answer = levers(monthly);
    expect(answer.now.chance).toBeNull();
    expect(answer.reason?.code).toBe("months-held");
    const said = "No chance is told of held work, because the goal holds for each month.";
    expect(answer.reason?.text).toBe(said);
    const text = toText(leversReport(answer)).replaceAll(/\s+/g, " ");
    expect(text).toContain(said);
  });

  test("of more wins than are worked out, and none where it is told", () => {
    const large = { ...plan, goal: { ...plan.goal, amount: 600_000 } } as const;
    expect(levers(large).reason).toMatchObject({ code: "too-many-wins-held", most: 500 });
    expect(levers(plan).reason).toBeNull();
  });
});
