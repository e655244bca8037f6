import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { withItem, withMoved, withoutItem } from "../../docs/calculator/state/list-edits.js";
import { valueIn, withValue, type PlanDocument } from "../../docs/calculator/state/plan-document.js";

const PLAN: PlanDocument = {
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [
    { stage: "call", rate: "10%" },
    { stage: "demo", rate: "50%" },
  ],
};

describe("writing into a plan", () => {
  test("changes one place, and leaves the plan that was handed in as it is", () => {
    const before = structuredClone(PLAN);
    const after = withValue(PLAN, ["funnel", 1, "rate"], "25%");
    expect(valueIn(after, ["funnel", 1, "rate"])).toBe("25%");
    expect([PLAN, after["goal"], valueIn(after, ["funnel", 0])]).toEqual([
      before,
      PLAN["goal"],
      valueIn(PLAN, ["funnel", 0]),
    ]);
  });

  test("makes the part that is not there yet, and takes it out again with its last value", () => {
    const written = withValue(PLAN, ["churn", "customers"], 5);
    expect(written["churn"]).toEqual({ customers: 5 });
    expect(withValue(written, ["churn", "customers"], undefined)).toEqual(PLAN);
  });

  test("keeps the order of what stands there", () => {
    expect(Object.keys(withValue(PLAN, ["goal", "metric"], "revenue"))).toEqual(["goal", "funnel"]);
    const goal = withValue(PLAN, ["goal", "metric"], "revenue")["goal"];
    expect(Object.keys(goal as object)).toEqual(["metric", "amount", "period"]);
  });

  test("a name that JavaScript uses for itself is a name", () => {
    const plan = withValue(PLAN, ["teams", "__proto__", "headcount"], 3);
    expect(valueIn(plan, ["teams", "__proto__", "headcount"])).toBe(3);
    expect(({} as Record<string, unknown>)["headcount"]).toBeUndefined();
  });

  test("what is written is what is read, at any place", () => {
    const path = fc.array(fc.oneof(fc.string(), fc.nat({ max: 3 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.string(), path, fc.integer(), (first, rest, value) => {
        expect(valueIn(withValue({}, [first, ...rest], value), [first, ...rest])).toBe(value);
      }),
    );
  });
});

describe("a list", () => {
  const names = (plan: PlanDocument) => (plan["funnel"] as { stage: string }[]).map(({ stage }) => stage);

  test("grows, moves and shrinks", () => {
    const three = withItem(PLAN, ["funnel"], { stage: "proposal", rate: "40%" });
    expect(names(three)).toEqual(["call", "demo", "proposal"]);
    expect(names(withMoved(three, ["funnel"], 2, -1))).toEqual(["call", "proposal", "demo"]);
    expect(names(withoutItem(three, ["funnel"], 0))).toEqual(["demo", "proposal"]);
  });

  test("at its ends nothing moves", () => {
    expect(withMoved(PLAN, ["funnel"], 0, -1)).toBe(PLAN);
    expect(withMoved(PLAN, ["funnel"], 1, 1)).toBe(PLAN);
  });

  test("that is left empty goes, unless it must stay", () => {
    const one = { funnel: [{ stage: "call" }], goal: {} };
    expect(withoutItem(one, ["funnel"], 0)).toEqual({ goal: {} });
    expect(withoutItem(one, ["funnel"], 0, true)).toEqual({ funnel: [], goal: {} });
  });
});
