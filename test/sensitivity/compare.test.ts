import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { compareReport } from "../../src/report/sensitivity/compare-report.js";
import { compare } from "../../src/sensitivity/compare.js";
import { plans } from "../generators/plans.js";
import { runs } from "../laws/runs.js";

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
      runs(0.15),
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

  test("stands hours and money side by side, before and after one change", () => {
    // 4 demos of 30 minutes a win at 50 an hour are 100: (10,000 + 2,000) ÷ (600 − 100) = 24 wins, 96 demos, 48 hours, 2,400.
    // At 50% a win costs 50: 12,000 ÷ 550 = 21.8, so 22: 44 demos, 22 hours, 1,100; 13,200 − 1,100 − 2,000 = 10,100.
    const profit = {
      goal: { metric: "profit", amount: 10_000, period: { workingDays: 20 } },
      deal: { value: 1000, margin: "60%" },
      fixedCosts: 2000,
      funnel: [{ stage: "demo", rate: "25%", owner: "sales", minutes: 30 }],
      teams: { sales: { headcount: 1, costPerHour: 50 } },
    } as const;
    const answer = compare(profit, [
      { name: "after", changes: [{ path: ["funnel", 0, "rate"], to: "50%" }] },
    ]);
    expect(answer.scenarios).toMatchObject([
      { wins: 24, hours: "48", revenue: "24000", cost: "2400", cac: "100", profit: "10000" },
      { wins: 22, hours: "22", revenue: "22000", cost: "1100", cac: "50", profit: "10100" },
    ]);
    const [block] = compareReport(answer).sections[0]?.blocks ?? [];
    const rows = block?.kind === "table" ? block.rows : [];
    expect(
      rows.filter(([what]) =>
        ["wins", "cost per win", "profit", "hours in all"].some((line) => line === what),
      ),
    ).toEqual([
      ["wins", "24", "22", "−2"],
      ["cost per win", "100", "50", "−50"],
      ["profit", "10,000", "10,100", "+100"],
      ["hours in all", "48", "22", "−26"],
    ]);
  });

  // 57% beside 58% used to differ by "0 points".
  test.each([
    [
      [0.574, 0.578],
      ["57%", "58%", "+0.4 points"],
    ],
    [
      [0.5, 0.4],
      ["50%", "40%", "−10 points"],
    ],
    [
      [0.5, 0.51],
      ["50%", "51%", "+1 point"],
    ],
    [
      [0.5, 0.5001],
      ["50%", "50%", "0 points"],
    ],
  ])("chances of %j are %j", (chances, shown) => {
    const answer = compare(plan, [{ name: "one", changes: [] }]);
    const scenarios = answer.scenarios.map((each, index) => ({ ...each, chance: chances[index] ?? null }));
    const [block] = compareReport({ ...answer, scenarios }).sections[0]?.blocks ?? [];
    expect(block?.kind === "table" && block.rows).toContainEqual(["chance", ...shown]);
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
