import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { plans, plansAtTheLimit } from "../generators/plans.js";
import { compare } from "./compare.js";
import type { PlainPlan } from "./plain-plan.js";

// Expected numbers: unbounded rationals.

const agrees = (plan: PlainPlan): void => {
  expect(compare(plan, (data) => solve(parsePlan(data))).differences).toEqual([]);
};

describe("every number is the one that unbounded rational arithmetic gives", () => {
  it.each([
    ["of plans of every kind", plans(), 600],
    ["of plans without dates", plans({ period: "undated" }), 1500],
    ["of plans on lists that end, with rates of 0", plans({ zeroRates: true, available: true }), 300],
    ["of plans with goals past 2^53", plans({ size: "huge", period: "undated" }), 600],
    ["of plans whose counts are about 2^53", plansAtTheLimit(), 600],
  ] as const)("%s", { timeout: 120_000 }, (_, arbitrary, numRuns) => {
    fc.assert(fc.property(arbitrary, agrees), { numRuns });
  });
});
