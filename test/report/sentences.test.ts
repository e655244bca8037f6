import { describe, expect, it } from "vitest";

import { forecast } from "../../src/forecast/forecast.js";
import type { PlanInput } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import { toText } from "../../src/report/text/to-text.js";
import { forecastReport } from "../../src/report/forecast/forecast-report.js";
import { planReport } from "../../src/report/plan-report.js";
import { trackReport } from "../../src/report/track/track-report.js";
import { solve } from "../../src/solve/solve.js";
import { replan } from "../../src/track/replan.js";
import { track } from "../../src/track/track.js";
import { levers } from "../../src/sensitivity/levers.js";

// By hand: 10 customers at 25% are 40 demos in the 22 working days of January 2026, 12 of which have passed by the 16th.
const plan: PlanInput = {
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "25%" }],
};

function textOf(given: PlanInput, snapshot: Snapshot): string {
  const told = { snapshot, track: track(given, snapshot), forecast: forecast(given, snapshot) };
  const progress = { ...told, replan: replan(given, snapshot) };
  return [
    planReport({ answer: solve(given), levers: levers(given), progress }),
    trackReport(progress.track),
    forecastReport(progress.forecast),
  ]
    .map((report) => toText(report, { width: 200 }))
    .join("\n");
}

describe("sentences of a report", () => {
  it("say one win in the singular", () => {
    // They used to read "1 wins now" and "1 are won already". Of customers the statement of today says how many.
    const text = textOf(plan, { asOf: "2026-01-16", entered: { demo: 3 }, won: 1 });
    expect(text).toContain("1 now, of 5.5 planned by now.");
    expect(text).toContain("Of these wins, 1 is won already, 0 come from work under way");
    const single: PlanInput = { ...plan, goal: { ...plan.goal, amount: 1 } };
    expect(textOf(single, { asOf: "2026-01-31", won: 2 })).toContain("2 now, of 1 planned by now.");
  });

  it("begin with a figure as it is, never with a word for its rounding", () => {
    // "about 0.33 of revenue from …" used to begin the goal, "about -128,532.26 now; …" the outcome.
    const third: PlanInput = {
      ...plan,
      goal: { metric: "revenue", amount: "1/3", period: "2026-01" },
      deal: { value: "1/7" },
    };
    const text = textOf(third, { asOf: "2026-01-16", won: 1 });
    expect(text).toContain("1/3 of revenue from 1 to 31 January 2026");
    expect(text).toContain("0.14 now,");
  });

  it("ask nothing of days after the end", () => {
    // A plan that was missed used to open with a large 0: "To do each working day from 2026-02-01 on: 0 demo".
    expect(textOf(plan, { asOf: "2026-01-29", won: 1 })).toContain("What to do from Fri 30 Jan");
    for (const asOf of ["2026-01-31", "2026-03-02"])
      expect(textOf(plan, { asOf, won: 1 })).not.toContain("What to do");
  });

  it("write a rounded change with its sign alone, above 0 as below, and say once that figures are rounded", () => {
    // They used to read "+~0.57" beside "~-0.17".
    const churning: PlanInput = {
      ...plan,
      goal: { ...plan.goal, metric: "net-new-customers" },
      churn: { customers: 7 },
    };
    const text = textOf(churning, { asOf: "2026-01-16" });
    expect(text).toMatch(/ \+\d/);
    expect(text).toMatch(/ −\d/);
    expect(text).not.toMatch(/~|about /);
    // Once in each of the three reports.
    expect(text.match(/Rounded; exact with --exact\./g)).toHaveLength(3);
  });
});
