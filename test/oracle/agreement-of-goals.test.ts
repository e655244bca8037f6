import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { goalsPlans } from "../generators/goals.js";
import { runs } from "../laws/runs.js";
import { compareGoals, type PlainGoalsPlan } from "./goals.js";

// Expected numbers: unbounded rationals, each goal worked out by itself.

const agrees = (plan: PlainGoalsPlan): void => {
  expect(compareGoals(plan, (data) => solve(parsePlan(data), { chance: false })).differences).toEqual([]);
};

describe("a plan with several goals is that of the goal that needs most", () => {
  it.each([
    ["without dates", goalsPlans({ period: "undated", stages: 3, depth: 1 }), 2],
    ["of every kind", goalsPlans({ costs: true, available: true, short: true }), 0.5],
    ["with a profile", goalsPlans({ profile: true, period: "dated", units: false, depth: 1 }), 0.25],
  ] as const)("%s", { timeout: 120_000 }, (_, arbitrary, part) => {
    fc.assert(fc.property(arbitrary, agrees), runs(part));
  });
});
