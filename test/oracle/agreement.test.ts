import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { earningPlans, plans, plansAtTheLimit } from "../generators/plans.js";
import { runs } from "../laws/runs.js";
import { compare } from "./compare.js";
import type { PlainPlan } from "./plain-plan.js";

// Expected numbers: unbounded rationals.

const agrees = (plan: PlainPlan): void => {
  // The oracle tells no chance, which would take most of the time.
  expect(compare(plan, (data) => solve(parsePlan(data), { chance: false })).differences).toEqual([]);
};

describe("every number is the one that unbounded rational arithmetic gives", () => {
  it.each([
    ["of plans with a profile", plans({ profile: true, period: "dated", units: false, depth: 1 }), 1],
    [
      "of plans with a goal for each month",
      plans({ every: true, period: "dated", units: false, depth: 1, available: true, costs: true }),
      0.4,
    ],
    ["of plans of every kind", plans({ costs: true }), 0.5],
    ["of plans for a profit", plans({ costs: true, metrics: ["profit"] }), 0.2],
    [
      "of plans that units enter in the middle, and come back in",
      plans({ entries: true, returns: true }),
      0.4,
    ],
    [
      "of plans for a profit, which units enter in the middle and come back in",
      plans({ entries: true, returns: true, costs: true, metrics: ["profit"], period: "undated" }),
      0.4,
    ],
    ["of plans for what is earned", earningPlans({ stages: 3, depth: 1, costs: true }), 0.25],
    [
      "of such plans with a profile",
      earningPlans({ profile: true, units: false, stages: 3, depth: 1 }),
      0.15,
    ],
    [
      "of plans with quotas, budgets, renewals on days and fiscal years",
      plans({ named: true, dues: true, quotas: true, costs: true, budgets: true, stages: 3, depth: 1 }),
      0.4,
    ],
    ["of plans without dates", plans({ period: "undated" }), 3],
    [
      "of plans on lists that end, with rates of 0",
      plans({ zeroRates: true, available: true, short: true }),
      0.5,
    ],
    ["of plans with goals past 2^53", plans({ size: "huge", period: "undated" }), 2],
    ["of plans whose counts are about 2^53", plansAtTheLimit(), 10],
  ] as const)("%s", { timeout: 120_000 }, (_, arbitrary, part) => {
    fc.assert(fc.property(arbitrary, agrees), runs(part));
  });
});
