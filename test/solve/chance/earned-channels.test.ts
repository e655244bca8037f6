import { describe, expect, test } from "vitest";
import { solve } from "../../../src/solve/solve.js";
import type { PlanInput } from "../../../src/plan/plan.js";

/** 60 of 68 units come from a fair, whatever the goal; a win of February pays two months, one of March pays one. */
const FAIR: PlanInput = {
  goal: { metric: "revenue-earned", amount: 5000, period: "2026-02-01/2026-03-31" },
  deal: { value: 100 },
  funnel: [
    {
      stage: "demo",
      rate: "50%",
      sources: [
        { channel: "fair", units: 60, funnel: [] },
        { channel: "web", rest: true, funnel: [] },
      ],
    },
  ],
};

describe("how sure earnings are where a channel brings fixed units", () => {
  test("each of these units is won in one month only, that of its day", () => {
    // Level and rounded up, 29 of 60 and 4 of 8 come in February's 20 of 42 days. Of 33 coins that count twice and 35 that count
    // once, the sum is 50 or more: summed in Python over all pairs. It was 50% while the units of each month were taken for one
    // another's.
    const { targets } = solve(FAIR);
    expect(targets?.chance?.reached).toBeCloseTo(0.5612502869064958, 10);
  });

  test("also where no unit can be won in a month", () => {
    // The period's first month is a Saturday; the chance was 0 then.
    const early = { ...FAIR, goal: { ...FAIR.goal, period: "2026-01-31/2026-03-31" } } as PlanInput;
    const { targets } = solve(early);
    expect(targets?.chance?.reached).toBeCloseTo(0.5612502869064958, 10);
  });

  test("also where no unit can be won in the last month", () => {
    // Its only day is a Sunday, which was an internal error. 25 of 60 coins: summed in Python.
    const late = { ...FAIR, goal: { ...FAIR.goal, period: "2026-02-01/2026-03-01" } } as PlanInput;
    expect(solve(late).targets?.chance?.reached).toBeCloseTo(0.9224990479983697, 10);
  });
});
