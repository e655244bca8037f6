import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanInput } from "../../src/plan/plan.js";
import { solutionReport } from "../../src/report/solution-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { widthOf } from "../../src/format/width.js";
import { solve } from "../../src/solve/solve.js";
import { plans } from "../generators/plans.js";

const threeTeams: PlanInput = {
  name: "Three teams",
  currency: "USD",
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
  deal: { value: 1_000, owner: "sales" },
  churn: { customers: 5, owner: "success" },
  funnel: [{ stage: "demo request", rate: "50%", owner: "marketing" }],
};

// Origin of the figures: worked by hand, as in the first story; the days are those of January 2026.
const EXPECTED = `Three teams
===========

Goal
  10,000 USD of net new MRR from 1 to 31 January 2026 (22 working days).
  It can be reached: go for 15 wins.
  57% sure, if the work is done as planned and the rates are right.

From the goal to the wins
  Step            Amount (USD)  Wins
  goal                  10,000    10
  churn                  5,000     5
  wins to go for                  15

What must enter, by stage
  Stage         Owner      Rate  Total  A week  A day
  demo request  marketing   50%     30       7      2
  win           sales               15       4      1
`;

describe("a report as text", () => {
  it("of the first story reads from the goal to the day", () => {
    expect(toText(solutionReport(solve(threeTeams))).slice(0, EXPECTED.length)).toBe(EXPECTED);
  });

  it("says of a plan that cannot be met why, how far it goes, and what would help", () => {
    const [stage] = threeTeams.funnel;
    const short = {
      ...threeTeams,
      funnel: [{ ...stage, stage: "demo request", rate: "50%", available: 20 }],
    };
    const text = toText(solutionReport(solve(short as PlanInput)));
    expect(text).toContain("It cannot be reached as the plan stands.");
    expect(text).toContain('- "demo request" needs 30 units, and only 20 are available: 10 short.');
    expect(text).toContain("As things stand, 5,000 USD of net new MRR can be reached, with 10 wins.");
    expect(text).toContain("- Find 10 more units");
  });

  it("fits 80 cells in every line with names that wrap, and says the same without colour as with it", () => {
    fc.assert(
      fc.property(plans({ stages: 3, depth: 1 }), (plan) => {
        const report = solutionReport(solve(plan as unknown as PlanInput));
        const text = toText(report);
        for (const line of text.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(80);
        const coloured = toText(report, { colour: true });
        // eslint-disable-next-line no-control-regex -- colours are control characters
        expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it("never cuts a number, however narrow", () => {
    const text = toText(
      solutionReport(solve({ ...threeTeams, goal: { ...threeTeams.goal, amount: 1e12 } })),
      {
        width: 40,
      },
    );
    expect(text).toContain("2,000,000,010");
  });
});
