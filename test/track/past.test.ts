import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forecast } from "../../src/forecast/forecast.js";
import type { PlanInput } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import { planReport } from "../../src/report/plan-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { replanReport } from "../../src/report/track/replan-report.js";
import { scorecardReport } from "../../src/report/track/scorecard-report.js";
import { trackReport } from "../../src/report/track/track-report.js";
import { solve } from "../../src/solve/solve.js";
import { formatDay } from "../../src/calendar/day.js";
import { check } from "../../src/track/check.js";
import { compileDatedPlan } from "../../src/track/dated.js";
import { replan } from "../../src/track/replan.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { track } from "../../src/track/track.js";
import { levers } from "../../src/sensitivity/levers.js";
import { plans } from "../generators/plans.js";
import { followed } from "./followed.js";
import { staffed } from "./staffed.js";
import { runs } from "../laws/runs.js";

const drawn = fc.tuple(
  plans({ period: "dated", lags: true, open: true, stages: 2, depth: 1, activities: false }),
  fc.array(fc.nat(1000), { minLength: 7, maxLength: 19 }),
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 2 }),
  fc.boolean(),
);

/** Asks every verb; whatever is thrown is a failure. */
function everyVerb(plan: PlanInput, snapshot: Snapshot): void {
  const tracked = track(plan, snapshot);
  const outlook = forecast(plan, snapshot);
  toText(trackReport(tracked));
  toText(replanReport(replan(plan, snapshot)));
  toText(scorecardReport(scorecard(plan, snapshot)));
  const progress = { snapshot, track: tracked, forecast: outlook };
  planReport({ answer: solve(plan), levers: levers(plan), progress });
  expect(check(plan, { snapshot, today: snapshot.asOf }).valid).toBe(true);
}

describe("what is past changes nothing", () => {
  test("every verb works through any day of a plan that solved at its start, on its last day and after it", () => {
    let tried = 0;
    fc.assert(
      fc.property(drawn, ([plain, draws, shares, silent]) => {
        const plan = staffed(plain as unknown as PlanInput, draws);
        if (solve(plan).status !== "feasible") return;
        tried += 1;
        const { period, workFrom } = compileDatedPlan(plan);
        const first = workFrom ?? period.first;
        const within = shares.map((share) => first + Math.floor(share * (period.last - first)));
        for (const asOf of [first - 3, ...within, period.last, period.last + 40])
          everyVerb(plan, silent ? { asOf: formatDay(asOf) } : followed(plan, asOf));
      }),
      runs(0.08),
    );
    expect(tried).toBeGreaterThan(3);
  });

  // Leave of 6 to 10 July stopped track, replan, scorecard, report and check as of 31 July.
  test("every verb works on every single day of a quarter with a leave, a hire, a task and a holiday in it", () => {
    const plan = {
      goal: { metric: "customers", amount: 10, period: "2026-Q3" },
      funnel: [{ stage: "demo", rate: "25%", lag: 7, owner: "sales", minutes: 60 }],
      calendar: { holidays: ["2026-08-17/2026-08-21"] },
      teams: {
        sales: {
          people: [
            { name: "Kim", absences: ["2026-07-06/2026-07-10"] },
            { name: "Lou", starts: "2026-08-03" },
          ],
          minutesPerDay: 300,
        },
      },
      tasks: [{ name: "training", owner: "sales", minutes: 600, due: "2026-07-31" }],
    } as const;
    expect(solve(plan).status).toBe("feasible");
    const { period } = compileDatedPlan(plan);
    for (let day = period.first; day <= period.last; day += 1) everyVerb(plan, followed(plan, day));
  });
});
