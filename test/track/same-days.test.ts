import { describe, expect, it } from "vitest";

import type { PlanInput } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import { sameDays } from "../../src/track/same-days.js";

const plan: PlanInput = {
  currency: "USD",
  goal: { metric: "revenue", amount: 1000, period: "2026-01" },
  deal: { value: 100 },
  funnel: [
    { stage: "call", rate: "10%" },
    { stage: "demo", rate: "25%" },
  ],
};
const now: Snapshot = {
  asOf: "2026-01-16",
  entered: {
    call: [
      { on: "2026-01-05", count: 30 },
      { on: "2026-01-15", count: 12 },
    ],
    demo: 6,
  },
  won: [
    { on: "2026-01-09", value: 100 },
    { on: "2026-01-14", value: 140 },
  ],
};

describe("this period beside the same days of an earlier one", () => {
  it("counts as many days from the earlier period's first day on, and no later ones", () => {
    const earlier: Snapshot = {
      asOf: "2025-03-31",
      entered: {
        call: [
          { on: "2025-01-02", count: 28 },
          { on: "2025-01-16", count: 7 },
          { on: "2025-01-17", count: 99 },
        ],
        // A number without days is of all days up to the 31 March.
        demo: 40,
      },
      won: [
        { on: "2025-01-10", value: 80 },
        { on: "2025-02-10", value: 500 },
      ],
    };
    expect(sameDays(plan, now, earlier)).toEqual({
      now: { from: "2026-01-01", to: "2026-01-16" },
      before: { from: "2025-01-01", to: "2025-01-16" },
      // By hand: 28 + 7 calls, then 30 + 12; one win of 80, then two of 240.
      rows: [
        { what: "call", before: "35", now: "42", ratio: "1.2" },
        { what: "demo", before: null, now: "6", ratio: null },
        { what: "win", before: "1", now: "2", ratio: "2" },
        { what: "value", before: "80", now: "240", ratio: "3" },
      ],
    });
  });

  it("takes another first day, and numbers without days that end on its last one", () => {
    // By hand: 16 days from 1 December on end on the 16th.
    const earlier: Snapshot = { asOf: "2025-12-16", entered: { demo: 4, "old stage": 9 }, won: 1 };
    const { before, rows } = sameDays(plan, now, earlier, "2025-12-01");
    expect(before).toEqual({ from: "2025-12-01", to: "2025-12-16" });
    expect(rows.find(({ what }) => what === "demo")).toEqual({
      what: "demo",
      before: "4",
      now: "6",
      ratio: "1.5",
    });
    expect(rows.find(({ what }) => what === "win")?.before).toBe("1");
  });

  it("says no ratio to nothing, and refuses a day that is none", () => {
    const { rows } = sameDays(plan, now, { asOf: "2025-01-16", entered: { demo: 0 } });
    expect(rows.find(({ what }) => what === "demo")).toMatchObject({ before: "0", ratio: null });
    expect(() => sameDays(plan, now, { asOf: "2025-01-16" }, "soon")).toThrow(RangeError);
  });
});
