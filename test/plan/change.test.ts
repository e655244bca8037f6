import { describe, expect, it } from "vitest";
import { applyChange, valueAt } from "../../src/plan/change.js";
import { definePlan } from "../../src/plan/define-plan.js";
import { PlanError } from "../../src/schema/plan-error.js";

const plan = definePlan({
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "50%" }],
  buffer: "10%",
});

describe("applyChange", () => {
  it("makes the plan that differs in one place, and leaves the old one as it was", () => {
    const changed = applyChange(plan, { path: ["funnel", 0, "rate"], to: "60%" });
    expect(changed.funnel).toEqual([{ stage: "demo", rate: "60%" }]);
    expect(plan.funnel).toEqual([{ stage: "demo", rate: "50%" }]);
    expect(valueAt(changed, ["funnel", 0, "rate"])).toBe("60%");
  });

  it("adds a part that was not there, and undefined takes one out", () => {
    expect(applyChange(plan, { path: ["deal", "value"], to: 9 }).deal).toEqual({ value: 9 });
    expect("buffer" in applyChange(plan, { path: ["buffer"], to: undefined })).toBe(false);
  });

  it("a change to what makes no sense is a PlanError, a path through nothing a RangeError", () => {
    expect(() => applyChange(plan, { path: ["buffer"], to: 25 })).toThrow(PlanError);
    expect(() => applyChange(plan, { path: ["funnel", 3, "rate"], to: 0.5 })).toThrow(
      /^applyChange requires a path into the plan; got/,
    );
    expect(() => applyChange(plan, { path: ["__proto__", "x"], to: 1 })).toThrow(RangeError);
    expect(valueAt(plan, ["funnel", 0, "constructor"])).toBeUndefined();
  });
});
