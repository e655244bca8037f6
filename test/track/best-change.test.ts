import { describe, expect, it } from "vitest";

import type { PlanInput } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import { bestChange } from "../../src/track/best-change.js";
import { track } from "../../src/track/track.js";

// January 2026 has 22 working days, 12 of which have passed by the 16th: 40 demos for 10 customers at 25%, 22 of them by then.
const plan: PlanInput = {
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "25%", owner: "sales" }],
};
const snapshot: Snapshot = { asOf: "2026-01-16", entered: { demo: 22 }, won: 5 };

describe("the one change that helps most", () => {
  // Origin of the chances: 18 demos are left in the plan's days and 5 wins are missing. P(B(18, 25%) ≥ 5) = 0.48133; a tenth
  // more work is 19 whole demos, 0.53458; a rate of 27.5% is 0.57824. Binomials added up in Python.
  it("is the rate, where a tenth of it lifts the chance more than a tenth more work", () => {
    const found = bestChange(plan, snapshot);
    expect(found).toMatchObject({ kind: "rate", what: 'the rate of "demo"', from: "0.25", to: "0.275" });
    expect(found?.path).toEqual(["funnel", 0, "rate"]);
    expect(found?.chance?.before).toBeCloseTo(0.48133, 4);
    expect(found?.chance?.after).toBeCloseTo(0.57824, 4);
    expect(found?.text).toBe(
      'Raising the rate of "demo" from 25% to 27.5% lifts the chance of the goal from 48% to 58%. It adds no work to the plan.',
    );
  });

  it("is work where the rate is 100%, with the minutes and the money that it takes", () => {
    const sure: PlanInput = {
      ...plan,
      currency: "EUR",
      funnel: [{ stage: "demo", rate: "100%", owner: "sales", minutes: 30, cost: 20 }],
    };
    // By hand: 10 demos, 10 of 22 working days are left: 50/11 of them; a tenth more are 5/11, 150/11 minutes, 100/11 EUR.
    const found = bestChange(sure, { asOf: "2026-01-16", entered: { demo: 4 }, won: 4 });
    expect(found).toMatchObject({ kind: "work", what: "demo", from: "50/11", to: "5" });
    expect(found?.costs).toEqual({ units: "5/11", minutes: "150/11", money: "100/11" });
    expect(found?.amount).toEqual({ before: "94/11", after: "9" });
  });

  it("leaves what was won as it is when its value moves", () => {
    // 5 wins of 100 used to be worth 110 each once the deal value was.
    const money: PlanInput = {
      ...plan,
      goal: { metric: "revenue", amount: 1000, period: "2026-01" },
      deal: { value: 100 },
      funnel: [{ stage: "demo", rate: "100%" }],
    };
    const found = bestChange(money, { asOf: "2026-01-16", entered: { demo: 5 }, won: 5 });
    // By hand: 50/11 wins are still to come, of 110 instead of 100 each: 500 + 500, instead of 500 + 5000/11.
    expect(found?.amount.before).toBe("10500/11");
    expect(found?.amount.after).toBe("1000");
  });

  it("starts from the chance that track tells", () => {
    expect(bestChange(plan, snapshot)?.chance?.before).toBe(track(plan, snapshot).chance?.asPlanned);
  });

  it("is none once the period is over, and where nothing is left to do", () => {
    expect(bestChange(plan, { asOf: "2026-01-31", won: 5 })).toBeNull();
    expect(bestChange(plan, { asOf: "2026-02-09", won: 5 })).toBeNull();
  });
});
