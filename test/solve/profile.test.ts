import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDateRange } from "../../src/calendar/date-range.js";
import { formatDay } from "../../src/calendar/day.js";
import { explain } from "../../src/explain/explain.js";
import { must } from "../../src/number/invariant.js";
import { parsePlan } from "../../src/plan/parse.js";
import { solutionReport } from "../../src/report/solution-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { targetRows } from "../../src/rows/target-rows.js";
import type { Target } from "../../src/schedule/target.js";
import { solve } from "../../src/solve/solve.js";
import { solveOrThrow } from "../../src/solve/solve-or-throw.js";
import { replan } from "../../src/track/replan.js";
import type { PlainPlan } from "../oracle/plain-plan.js";
import type { Solution } from "../../src/solve/answer.js";
import { plans } from "../generators/plans.js";
import { runs } from "../laws/runs.js";
import { whole, ZERO } from "../oracle/rational.js";
import { readNumber } from "../oracle/written.js";

const QUARTERS = { "2026-Q1": "17%", "2026-Q2": "23%", "2026-Q3": "30%", "2026-Q4": "30%" } as const;
const MACHINES = {
  goal: { metric: "units", unit: "machines", amount: 1000, period: "2026", profile: QUARTERS },
  funnel: [{ stage: "visit", rate: "25%" }],
} as const;

/** The wins at the end of a path. */
const winOf = (path: readonly Target[] = []): Target => must(path.at(-1), "the win of a path");

/** How far a stage must have come by the last milestone up to a day. */
const by = ({ milestones }: Target, day: string): number =>
  milestones.filter(({ on }) => on <= day).at(-1)?.total ?? 0;

const ENDS = ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"];

describe("a profile of 17, 23, 30 and 30% of 1,000", () => {
  const { stages, path } = solveOrThrow(MACHINES);
  const [visits, wins] = [stages.visit, winOf(path)];

  it("is a share of the target and not of the effort: 170, 230, 300 and 300, from 680, 920, 1,200 and 1,200 visits", () => {
    expect(ENDS.map((end) => by(wins, end))).toEqual([170, 400, 700, 1000]);
    expect(ENDS.map((end) => by(visits, end))).toEqual([680, 1600, 2800, 4000]);
    expect([visits.total, wins.total]).toEqual([4000, 1000]);
    const rows = targetRows(solve(MACHINES), { by: "month" }).filter(({ stage }) => stage === "visit");
    // 680 ÷ 3 = 226 2/3 in each month of the first quarter, and so on.
    expect(rows.map(({ target }) => target)).toEqual([
      227, 227, 226, 307, 307, 306, 400, 400, 400, 400, 400, 400,
    ]);
  });

  it("has a milestone at the end of each part, also within a week", () => {
    // 31 March, 30 June and 30 September 2026 are no Fridays.
    for (const end of ENDS) expect(wins.milestones.map(({ on }) => on)).toContain(end);
    expect(toText(solutionReport(solve(MACHINES)))).toMatch(/Tue 30 Jun +1,600 +400/);
  });

  it("has a day's number that suffices for every part", () => {
    // As many as the level 4,000 ÷ 261 = 15.3 would do by each end; 40% by the end of March take 1,600 ÷ 64 = 25.
    expect(visits.perDay).toBe(16);
    const early = { "2026-Q1": "40%", "2026-Q2": "20%", "2026-Q3": "20%", "2026-Q4": "20%" } as const;
    const answer = solve({ ...MACHINES, goal: { ...MACHINES.goal, profile: early } });
    expect(answer.targets?.stages.visit.perDay).toBe(25);
    const { text, formula } = explain(answer, ["stages", "visit", "perDay"]);
    expect(text).toContain("as the profile wants its part by the end of each part");
    expect(formula).toBe("4,000 ÷ 160 full days' worth = 25");
  });

  it("asks in the rest of the period for what was due by each end, less what is won", () => {
    const { plan, changes, solution } = replan(MACHINES, {
      asOf: "2026-05-15",
      entered: { visit: 900 },
      won: 230,
    });
    expect(changes.map(({ reason }) => reason.code)).toContain("profile-left");
    // 400 − 230 = 170 of 770 by June, then 300 and 300.
    expect(plan.goal?.profile).toEqual({
      "2026-05-16/2026-06-30": "17/77",
      "2026-Q3": "30/77",
      "2026-Q4": "30/77",
    });
    const win = winOf(solution.targets?.path);
    expect(ENDS.slice(1).map((end) => by(win, end))).toEqual([170, 470, 770]);
    const late = replan(MACHINES, { asOf: "2026-10-15", won: 650 });
    expect(late.plan.goal?.profile).toBeUndefined();
    // More than 17 and 23% are won by May: the second part asks for nothing, the third for 700 − 500 of 500.
    const ahead = replan(MACHINES, { asOf: "2026-05-15", won: 500 });
    expect(ahead.plan.goal?.profile).toEqual({
      "2026-05-16/2026-06-30": "0",
      "2026-Q3": "0.4",
      "2026-Q4": "0.6",
    });
  });
});

describe("a profile of work that takes time", () => {
  const plan = parsePlan({
    goal: {
      metric: "customers",
      amount: 100,
      period: "2026",
      profile: { "2026-H1": "40%", "2026-H2": "60%" },
    },
    workFrom: "2025-10-01",
    funnel: [{ stage: "visit", rate: "25%", lag: 60 }],
  });

  it("moves it as much earlier: with 60 days, what is started from 2 November to 1 May is won in the first half", () => {
    const { stages, path } = solveOrThrow(plan);
    // 40 and 60 wins at 25%: 160 and 240 visits.
    const visits = must(stages["visit"], "the visits");
    const until = (day: string) =>
      visits.days.filter(({ on }) => on <= day).reduce((sum, { count }) => sum + count, 0);
    expect([until("2026-05-01"), visits.total]).toEqual([160, 400]);
    expect(visits.window?.from).toBe("2025-11-03");
    expect([by(winOf(path), "2026-06-30"), by(winOf(path), "2026-12-31")]).toEqual([40, 100]);
  });

  it("cannot be met where nothing can be won by the end of a part", () => {
    // What is started on 1 January is won on 2 March, after the first part.
    const late = solve({
      goal: {
        metric: "customers",
        amount: 10,
        period: "2026-Q1",
        profile: { "2026-01": "20%", "2026-02-01/2026-03-31": "80%" },
      },
      funnel: [{ stage: "visit", rate: "25%", lag: 60 }],
    });
    expect(late.status === "infeasible" && late.reasons.map(({ code }) => code)).toEqual(["no-time"]);
  });

  it("says of whose wins the shares are where others come as they come", () => {
    const codes = (more: object) => solve({ ...plan, ...more }).assumptions.map(({ code }) => code);
    expect(codes({ pipeline: { visit: 3 } })).toContain("profile-of-new-work");
    expect(codes({})).not.toContain("profile-of-new-work");
  });
});

/** A part by whose end hardly anything can be won asks for counts beyond what a number can say, and has no answer. */
function answerTo(plan: PlainPlan): Solution | undefined {
  try {
    return solve(parsePlan(plan));
  } catch (error) {
    expect((error as { code?: string }).code).toBe("count.too-large");
    return undefined;
  }
}

describe("whatever the plan, a profile", () => {
  it("has its shares of the wins by the end of each part, in whole work and in what it is expected to win", () => {
    const drawn = fc
      .constantFrom(false, true)
      .chain((lags) => plans({ profile: true, period: "dated", units: false, lags }));
    const property = fc.property(drawn, (plan) => {
      const answer = answerTo(plan);
      if (answer === undefined || answer.status === "infeasible") return;
      const win = winOf(answer.targets.path);
      let share = ZERO;
      for (const [name, part] of Object.entries(plan.goal.profile ?? {})) {
        share = share.plus(readNumber(part));
        const end = formatDay(parseDateRange(name)?.last ?? 0);
        const due = whole(win.total).times(share).ceiling();
        expect(BigInt(by(win, end))).toBeGreaterThanOrEqual(due);
      }
    });
    fc.assert(property, runs(0.5));
  });
});
