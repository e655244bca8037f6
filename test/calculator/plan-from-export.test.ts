import { safeParsePlan } from "reverse-funnel";
import { describe, expect, test } from "vitest";

import { planFromExport } from "../../docs/calculator/files/learned.js";
import { emptyPlan, isUnwritten, startPlan } from "../../docs/calculator/state/start-plan.js";

/** Twelve deals go from demo to offer after five days, and end ten days later; three of them are won. */
const DEALS = [
  "deal,stage,on",
  ...Array.from({ length: 12 }, (_, index) => {
    const month = String(1 + Math.floor(index / 6)).padStart(2, "0");
    const end = index < 3 ? "won" : "lost";
    return [`demo,2026-${month}-05`, `offer,2026-${month}-10`, `${end},2026-${month}-20`]
      .map((rest) => `${index},${rest}`)
      .join("\n");
  }),
  "",
].join("\n");

describe("a plan from an export", () => {
  test("has its stages in the order of the deals, its rates, and the wins of thirteen weeks", () => {
    const { document } = planFromExport("deals.csv", { texts: [DEALS], meant: {} }, "2026-03-02");
    expect(safeParsePlan(document).success).toBe(true);
    expect(document).toMatchObject({
      goal: { metric: "customers", amount: 3, period: "2026-Q2" },
      funnel: [{ stage: "demo" }, { stage: "offer" }],
    });
  });

  test.each([
    ["nothing", ""],
    ["no stage", "name,city\nAda,London\n"],
  ])("is none where the file has %s, and says which file", (_, text) => {
    const { problem } = planFromExport("odd.csv", { texts: [text], meant: {} }, "2026-03-02");
    expect(problem).toMatch(/^odd\.csv .*nothing to make a plan from\.$/);
  });
});

describe("a plan that nobody has written", () => {
  test("is one without an amount and without a stage", () => {
    expect(isUnwritten(emptyPlan("2026-03-02"))).toBe(true);
    expect(isUnwritten({})).toBe(true);
    expect(isUnwritten(startPlan("2026-03-02"))).toBe(false);
    expect(isUnwritten({ goal: { metric: "customers" }, funnel: [{ stage: "demo", rate: "" }] })).toBe(false);
  });
});
