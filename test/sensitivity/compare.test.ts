import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { compare } from "../../src/sensitivity/compare.js";
import { plans } from "../generators/plans.js";

const plan = {
  goal: { metric: "customers", amount: 10, period: { workingDays: 20 } },
  funnel: [{ stage: "demo", rate: "25%" }],
} as const;

describe("compare", () => {
  test("the plan as written comes first, with the figures that solve gives", () => {
    fc.assert(
      fc.property(plans({ lags: true, depth: 0, stages: 2 }), (plain) => {
        const read = parsePlan(plain);
        const [first] = compare(read, []).scenarios;
        const { targets, status } = solve(read);
        expect(first).toMatchObject({ name: "as planned", status, wins: targets?.wins ?? null });
        for (const { stage, total } of targets?.path ?? []) expect(first?.stages[stage]?.total).toBe(total);
      }),
      { numRuns: 30 },
    );
  });

  test("changes of one scenario are made together, and leave the others alone", () => {
    const { scenarios } = compare(plan, [
      { name: "better", changes: [{ path: ["funnel", 0, "rate"], to: "50%" }] },
      {
        name: "better and more",
        changes: [
          { path: ["funnel", 0, "rate"], to: "50%" },
          { path: ["goal", "amount"], to: 20 },
        ],
      },
      { name: "hopeless", changes: [{ path: ["funnel", 0, "rate"], to: 0 }] },
    ]);
    expect(scenarios.map(({ stages }) => stages["demo"]?.total)).toEqual([40, 20, 40, undefined]);
    expect(scenarios.map(({ status }) => status)).toEqual(["feasible", "feasible", "feasible", "infeasible"]);
    expect(scenarios[3]?.reasons[0]?.code).toBe("zero-rate");
  });

  test("every issue of every scenario comes at once, with the scenario's place", () => {
    const wrong = [
      { name: "one", changes: [{ path: ["funnel", 0, "rate"], to: 25 }] },
      { name: "two", changes: [{ path: ["funnel", 3, "rate"], to: "25%" }] },
    ];
    let issues: unknown[] = [];
    try {
      compare(plan, wrong);
    } catch (error) {
      issues = (error as { issues: { path: unknown }[] }).issues.map(({ path }) => path);
    }
    expect(issues).toEqual([
      ["scenarios", 0, "funnel", 0, "rate"],
      ["scenarios", 1, "changes"],
    ]);
  });
});
