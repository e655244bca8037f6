import { describe, expect, it } from "vitest";

import { plainFormat } from "../../src/format/format.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { trackReport } from "../../src/report/track/track-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { solve } from "../../src/solve/solve.js";
import { againstAgreed } from "../../src/track/against-agreed.js";
import { check } from "../../src/track/check.js";
import { track } from "../../src/track/track.js";
import { sayAgreed } from "../../src/words/agreed.js";

// By hand: 12 of the 22 working days of January 2026 have passed by the 16th; 10 customers come evenly, so 60/11 by then.
const plan: PlanInput = {
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "25%" }],
};
const agreed = { agreedOn: "2026-01-02", ...solve(plan) };
const snapshot = { asOf: "2026-01-16", entered: { demo: 20 }, won: 4 };

describe("the plan of record", () => {
  it("is a yardstick that does not move when the plan does", () => {
    // Rates that were learned on the way used to make 40 demos 20, and the plan look met.
    const learned: PlanInput = {
      ...plan,
      goal: { ...plan.goal, amount: 5 },
      funnel: [{ stage: "demo", rate: "50%" }],
    };
    const against = againstAgreed(learned, snapshot, agreed);
    expect(against).toMatchObject({
      agreedOn: "2026-01-02",
      now: "4",
      agreed: { goal: "10", planned: "60/11", gap: "-16/11" },
      plan: { goal: "5", planned: "30/11", gap: "14/11" },
    });
    expect(against?.differences).toContainEqual({
      figure: "total",
      stage: "demo",
      activity: null,
      was: 40,
      is: 10,
    });
    expect(against?.text).toBe(
      "By what was agreed on Fri 2 Jan (a goal of 10), 5.5 should be there by now, and 4 is: 1.5 short. " +
        "By the plan as it is now (a goal of 5), 2.7 should be: 1.3 more.",
    );
  });

  it("says so where the plan still asks for the same", () => {
    const against = againstAgreed(plan, snapshot, agreed);
    expect(against?.differences).toEqual([]);
    expect(against && sayAgreed(against, plainFormat)).toMatch(/The plan as it is now asks for the same\.$/);
  });

  it("knows a plan whose stages have changed by its outcome", () => {
    const longer: PlanInput = { ...plan, funnel: [{ stage: "call", rate: "10%" }, ...plan.funnel] };
    const seen = { asOf: "2026-01-16", entered: { call: 100, demo: 20 }, won: 4, pipeline: { call: 3 } };
    expect(againstAgreed(longer, seen, agreed)?.agreed.gap).toBe("-16/11");
  });

  it("is none in a file without a plan, with one without dates, or of another metric", () => {
    const undated = solve({ ...plan, goal: { ...plan.goal, period: { workingDays: 20 } } });
    const other = solve({ ...plan, goal: { ...plan.goal, metric: "net-new-customers" } });
    for (const file of [undefined, null, 3, {}, { targets: agreed.targets }, undated, other])
      expect(againstAgreed(plan, snapshot, file)).toBeUndefined();
  });

  it("stands in the reports of track and of check", () => {
    const less: PlanInput = { ...plan, goal: { ...plan.goal, amount: 8 } };
    const against = againstAgreed(less, snapshot, agreed);
    const text = toText(trackReport(track(less, snapshot), { against }), { width: 200 });
    expect(text).toContain("What was agreed");
    expect(text).toMatch(/the total of "demo" +40 +32/);
    const found = check(less, { snapshot, against: agreed }).cases.find(({ code }) => code === "agreed");
    expect([found?.status, found?.text]).toEqual(["passed", against?.text]);
  });
});
