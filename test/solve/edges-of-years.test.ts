import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/plan/parse.js";
import { PlanError } from "../../src/schema/plan-error.js";
import { solve } from "../../src/solve/solve.js";
import { solveFor } from "../../src/sensitivity/solve-for.js";

// A way out whose date lay outside 1900 to 9999 threw a TypeError, and so did `solveFor` without an activity.

const waysOut = (period: string, funnel: readonly object[]): readonly string[] => {
  const answer = solve(parsePlan({ goal: { metric: "customers", amount: 10, period }, funnel }));
  if (answer.status === "feasible") throw new Error("expected a plan that cannot be reached");
  return answer.fixes.map(({ text }) => text);
};

describe("ways out at the edges of the years that are read", () => {
  it("do not let a period end after 9999", () => {
    // 60 days before 31 December are 1 November; there is no later end.
    expect(waysOut("9999-12", [{ stage: "call", rate: 0.5, lag: 60 }])).toEqual([
      "Lower the goal from 10 to 0.",
      "Start the work by Mon 1 Nov.",
    ]);
  });

  it("do not let work start before 1900", () => {
    // 60 days after 1 February 1900 are 2 April.
    expect(waysOut("1900-02", [{ stage: "call", rate: 0.5, lag: 60 }])).toEqual([
      "Lower the goal from 10 to 0.",
      "Let the period end on Mon 2 Apr or later.",
    ]);
    const long = Array.from({ length: 13 }, (_, index) => ({ stage: `${index}`, rate: 0.9, lag: 3660 }));
    expect(waysOut("2026-02", long)).toEqual(["Lower the goal from 10 to 0."]);
  });
});

it("an activity that is missing is an issue", () => {
  const plan = {
    goal: { metric: "customers", amount: 10, period: { workingDays: 20 } },
    funnel: [{ stage: "call", rate: 0.5 }],
  } as const;
  const ask = () => solveFor(plan, ["funnel", 0, "rate"], undefined as never);
  expect(ask).toThrow(PlanError);
  expect(ask).toThrow("given");
});
