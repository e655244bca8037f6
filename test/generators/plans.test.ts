import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeParsePlan } from "../../src/plan/parse.js";
import { plans, plansAtTheLimit } from "./plans.js";
import type { PlanKnobs } from "./plans.js";

const everyPlanIsValid = (knobs: PlanKnobs): void => {
  const property = fc.property(plans(knobs), (plan) => {
    const parsed = safeParsePlan(plan);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
  fc.assert(property);
};

describe("generated plans are valid", () => {
  it.each([
    {},
    { size: "huge" },
    { lags: true, open: true },
    { zeroRates: true, available: true },
    { named: true, dues: true, quotas: true, costs: true, budgets: true },
    { depth: 0, activities: false, flows: false, buffer: false, period: "undated", rounding: "least" },
  ] as const)("%j", everyPlanIsValid);

  it("at the limit of counts too", () => {
    fc.assert(fc.property(plansAtTheLimit(), (plan) => safeParsePlan(plan).success));
  });
});
