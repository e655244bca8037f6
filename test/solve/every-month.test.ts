import fc from "fast-check";
import { chosenPlan } from "../../src/plan/goals.js";
import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/calendar/day.js";
import { plainFormat } from "../../src/format/format.js";
import { explain } from "../../src/explain/explain.js";
import { compileDeal } from "../../src/model/deal.js";
import { compileMonthGoals } from "../../src/model/months.js";
import { decodeExact } from "../../src/number/exact-string.js";
import { at, must } from "../../src/number/invariant.js";
import { nearestNumber } from "../../src/number/nearest-number.js";
import { applyChange } from "../../src/plan/change.js";
import { parsePlan } from "../../src/plan/parse.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { bestChangeSection } from "../../src/report/sections/best-change.js";
import { solutionReport } from "../../src/report/solution-report.js";
import { scorecardReport } from "../../src/report/track/scorecard-report.js";
import { toText } from "../../src/report/text/to-text.js";
import type { Solution, Targets } from "../../src/solve/answer.js";
import { levers } from "../../src/sensitivity/levers.js";
import { solve } from "../../src/solve/solve.js";
import { solveOrThrow } from "../../src/solve/solve-or-throw.js";
import { check } from "../../src/track/check.js";
import { replan } from "../../src/track/replan.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { track } from "../../src/track/track.js";
import { plans } from "../generators/plans.js";
import { runs } from "../laws/runs.js";
import { sum } from "../oracle/rational.js";
import { readNumber } from "../oracle/written.js";

const MRR = {
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-Q1", every: "month" },
  deal: { value: 1000 },
  base: { mrr: 200_000 },
  churn: { rate: "2%", per: "month" },
  funnel: [
    { stage: "call", rate: "10%" },
    { stage: "demo", rate: "50%" },
  ],
} as const;

/** How likely is it that fewer than so many of these units are won: Σ C(n, k) p^k (1 − p)^(n − k). */
function binomialBelow(units: number, wins: number, rate: number): number {
  let [chance, term] = [0, (1 - rate) ** units];
  for (let won = 0; won < wins; won += 1) {
    chance += term;
    term *= ((units - won) / (won + 1)) * (rate / (1 - rate));
  }
  return chance;
}

const monthsOf = ({ months }: Targets) => must(months, "months");

describe("10,000 of net new MRR in each month of a quarter, with 2% churn on 200,000", () => {
  const { wins, exactWins, bridge, stages, lossLimits, goal, ...targets } = solveOrThrow(MRR);
  const months = monthsOf({ wins, exactWins, bridge, stages, lossLimits, goal, ...targets });

  it("has a base that grows by 10,000 a month: 14, 14.2 and 14.4 wins, so 14, 15 and 15", () => {
    // Churn of 2% on 200,000, 210,000 and 220,000: 4,000, 4,200 and 4,400, on top of 10,000 at 1,000 each.
    expect(months.map((month) => month.exactWins)).toEqual(["14", "14.2", "14.4"]);
    expect(months.map((month) => month.wins)).toEqual([14, 15, 15]);
    expect([exactWins, wins]).toEqual(["42.6", 44]);
    expect(bridge).toEqual([
      { item: "goal", amount: "30000", wins: "30" },
      { item: "churn", amount: "12600", wins: "12.6" },
      { item: "whole win", amount: "1400", wins: "1.4" },
    ]);
    expect(lossLimits).toEqual([{ owner: null, item: "churned MRR", atMost: "12600" }]);
    expect(goal).toMatchObject({ amount: "10000", every: "month" });
  });

  it("asks for the sum of the months, and each day for what the hardest one takes", () => {
    // 14 ÷ 5% = 280, 15 ÷ 5% = 300; February has 20 working days, so 15 a day.
    expect(months.map((month) => at(month.stages, 0).total)).toEqual([280, 300, 300]);
    expect(months.map((month) => at(month.stages, 0).perDay)).toEqual([13, 15, 14]);
    expect([stages.call.total, stages.call.perDay]).toEqual([880, 15]);
    const inMonth = (month: string) =>
      stages.call.days.filter(({ on }) => on.startsWith(month)).reduce((all, { count }) => all + count, 0);
    expect(["2026-01", "2026-02", "2026-03"].map(inMonth)).toEqual([280, 300, 300]);
    expect(stages.call.milestones.map(({ on }) => on)).toContain("2026-02-28");
  });

  it("explains a number as the sum of the months, and each month's as one of its own", () => {
    const answer = solve(MRR);
    expect(explain(answer, ["wins"])).toMatchObject({
      text: "44 is what all months ask for together, each by itself: 14 in 2026-01, 15 in 2026-02, 15 in 2026-03.",
      formula: "14 + 15 + 15 = 44",
    });
    const churn = explain(answer, ["months", 2, "bridge", 1, "amount"]);
    expect(churn.formula).toBe("2% × 220,000 running base, added up = 4,400");
    expect(explain(answer, ["months", 1, "wins"]).supports.map(({ path }) => path)).toEqual([
      ["targets", "months", 1, "exactWins"],
      ["targets", "months", 1, "amount"],
      ["targets", "goal", "amount"],
    ]);
  });

  it("says so in the report and among its assumptions, and how sure all three months are", () => {
    const answer = solve(MRR);
    const text = toText(solutionReport(answer));
    expect(text).toContain("10,000 of net new MRR in each month from 1 January to 31 March 2026");
    expect(text).toMatch(/2026-02 +300 +30 +15/);
    expect(answer.assumptions.map(({ code }) => code)).toContain("months-by-themselves");
    // By hand: 280, 300 and 300 calls of which each wins with 5%; every month needs its own wins, so the chances multiply.
    const enough = [
      [280, 14],
      [300, 15],
      [300, 15],
    ].map(([calls = 0, wins = 0]) => 1 - binomialBelow(calls, wins, 0.05));
    expect(answer.targets?.chance?.reached).toBeCloseTo(
      enough.reduce((all, one) => all * one, 1),
      9,
    );
    expect(text).toMatch(/1[0-9]% sure that every month reaches its own goal, if/);
  });

  it("is less sure with rates from a sample, and surer with a buffer", () => {
    const reached = (more: object) => solve({ ...MRR, ...more }).targets?.chance;
    const buffered = reached({ buffer: "20%" });
    expect(buffered?.without).toBeCloseTo(reached({})?.reached ?? NaN, 12);
    expect(buffered?.reached).toBeGreaterThan((buffered?.without ?? 1) + 0.3);
    // One draw for all months: what is bad for one is bad for all, so that all are reached more often than by luck alone.
    const funnel = [
      { stage: "call", rate: { won: 20, of: 200 } },
      { stage: "demo", rate: "50%" },
    ];
    expect(reached({ funnel })?.reached).toBeGreaterThan((reached({})?.reached ?? 1) + 0.05);
  });

  it("counts a win in the month in which it is won, whichever month its work was for", () => {
    // With a lag some of January's calls are won in February, on top of February's own.
    const lag = { median: 5, p90: 15 };
    const plan = {
      ...MRR,
      workFrom: "2025-12-01",
      funnel: [{ stage: "demo", rate: "50%", lag }],
    } as PlanInput;
    const answer = solve(plan);
    expect(answer.targets?.chance?.reached).toBeGreaterThan(0.3);
    expect(answer.targets?.chance?.error).toBeLessThan(1e-6);
  });
});

describe("a goal for each month that comes too early", () => {
  const late = {
    goal: { metric: "customers", amount: 10, period: "2026-Q1", every: "month" },
    funnel: [{ stage: "call", rate: "10%", lag: 45 }],
  } as const;

  it("has no time for January and names it: 45 days before its end is 17 December", () => {
    const answer = solve(late);
    const reasons = answer.status === "infeasible" ? answer.reasons : [];
    expect(reasons).toMatchObject([
      {
        code: "no-time",
        path: ["workFrom"],
        lastDay: "2025-12-17",
        month: { start: "2026-01-01", end: "2026-01-31" },
      },
    ]);
    expect(answer.status === "infeasible" && answer.nearest).toEqual({ amount: "0", wins: 0 });
  });

  it("has time for all where work may begin in November", () => {
    const { stages, wins } = solveOrThrow({ ...late, workFrom: "2025-11-17" });
    expect([wins, stages.call.total, stages.call.window?.startBy]).toEqual([30, 300, "2026-02-13"]);
  });
});

describe("a list that is shorter than the months need together", () => {
  it("leaves the greatest amount that each month can have", () => {
    const plan = {
      goal: { metric: "customers", amount: 10, period: "2026-Q1", every: "month" },
      funnel: [{ stage: "call", rate: "10%", available: 250 }],
    } as const;
    const answer = solve(plan);
    // 8 customers a month take 240 calls, 9 take 270.
    expect(answer.status === "infeasible" && answer.nearest).toEqual({ amount: "8", wins: 24 });
    const fixes = answer.status === "infeasible" ? answer.fixes : [];
    expect(fixes.map(({ code, to }) => [code, to])).toContainEqual(["longer-list", 300]);
    for (const { path, to } of fixes) expect(solve(applyChange(plan, { path, to })).status).toBe("feasible");
  });
});

describe("an amount of more cents than whole numbers are told apart", () => {
  it("still has a nearest goal", () => {
    // It threw "count.too-large": 10¹⁴ are 10¹⁶ cents, more than 2⁵³. By hand: 8 wins of 10¹³ a month take 240 calls.
    const plan = {
      goal: { metric: "revenue", amount: 1e14, period: "2026-Q1", every: "month" },
      currency: "USD",
      deal: { value: 1e13 },
      funnel: [{ stage: "call", rate: "10%", available: 250 }],
    } as const;
    const answer = solve(plan, { fixes: false });
    expect(answer.status === "infeasible" && answer.nearest).toEqual({ amount: "80000000000000", wins: 24 });
  });
});

describe("a goal for each month under way", () => {
  const snapshot = { asOf: "2026-01-23", won: 12, entered: { call: 250 } } as const;

  it("is tracked by its total", () => {
    expect(track(MRR, snapshot).outcome.goal).toBe("30000");
  });

  // 44 wins in all, but 20 in January and 5 in February, where 14 and 14.2 are due.
  const uneven = {
    asOf: "2026-03-13",
    won: [
      ...Array.from({ length: 20 }, () => ({ on: "2026-01-20" })),
      ...Array.from({ length: 5 }, () => ({ on: "2026-02-20" })),
      ...Array.from({ length: 19 }, () => ({ on: "2026-03-10" })),
    ],
    entered: { call: 880 },
  };

  it("names a month that is missed, though the sum of all is reached", () => {
    const { status, outcome, verdict } = track(MRR, uneven);
    // The wins so far bring 44,000 less 12,600 of churn, what is open more; the goals are 30,000 together.
    expect(nearestNumber(decodeExact(outcome.projected))).toBeGreaterThan(31_400);
    expect(status).toBe("out of reach");
    expect(verdict).toMatchObject({
      kind: "month missed",
      months: [{ start: "2026-02-01", end: "2026-02-28", brought: "5000", takes: "14200" }],
      text: "The month from 1 to 28 February 2026 missed its goal: its wins brought 5,000 of the 14,200 that it takes.",
    });
    const codes = verdict.statements.map(({ code }) => code);
    expect(codes.slice(0, 3)).toEqual(["months-missed", "months-together", "outlook"]);
    expect(codes).not.toContain("reached-on");
    const { failures } = check(MRR, { snapshot: uneven });
    expect(failures.map(({ code }) => code)).toContain("attainment");
    expect(toText(scorecardReport(scorecard(MRR, uneven)))).toContain("28 February 2026 missed its goal");
  });

  it("does not tell which months reached it where the wins have no days", () => {
    const codes = track(MRR, { ...snapshot, asOf: "2026-02-06" }).verdict.statements.map(({ code }) => code);
    expect(codes[0]).toBe("months-unknown");
    // No month is over on 23 January.
    expect(track(MRR, snapshot).verdict.statements[0]).toEqual({
      ...{ code: "months-together", over: false },
      text: "The figures are of all months together: they do not tell whether each month ahead reaches its goal.",
    });
  });

  it("is told no chance beside its levers either, which would be that of the sum", () => {
    expect(levers(MRR).now.chance).toBeNull();
  });

  it("is planned for the rest as one goal with a share for each month", () => {
    const { plan, changes, solution } = replan(MRR, snapshot);
    expect(changes.map(({ reason }) => reason.code)).toContain("months-together");
    // 44 wins less 12: 14 − 12 = 2 by the end of January, then 15 and 15.
    expect(plan.goal?.every).toBeUndefined();
    expect(plan.goal?.profile).toEqual({
      "2026-01-24/2026-01-31": "0.0625",
      "2026-02": "0.46875",
      "2026-03": "0.46875",
    });
    expect(solution.status).toBe("feasible");
  });

  it("is planned for the last month alone, where no other is left", () => {
    // It said that the months that are left are planned as one.
    const { plan, changes } = replan(MRR, { asOf: "2026-03-10", won: 40 });
    const codes = changes.map(({ reason }) => reason.code);
    expect(codes).toContain("last-month");
    expect(codes).not.toContain("months-together");
    expect([plan.goal?.every, plan.goal?.profile]).toEqual([undefined, undefined]);
  });

  it("is offered no fixes where a month missed its goal: none brings it back", () => {
    // Four calls a month are to be had: the rest is out of reach too, and fixes for it were offered.
    const short = { ...MRR, funnel: [{ stage: "call", rate: "5%", available: 4 }] } as const;
    const missed = track(short, uneven);
    const planned = replan(short, uneven);
    expect(missed.verdict.kind).toBe("month missed");
    expect(planned.fixes.length).toBeGreaterThan(0);
    expect(bestChangeSection(null, planned, missed, chosenPlan(solve(short)), plainFormat).blocks).toEqual(
      [],
    );
    const together = {
      ...missed,
      verdict: { ...missed.verdict, kind: "on track" as const, course: "as planned" as const },
    };
    expect(
      bestChangeSection(null, planned, together as typeof missed, chosenPlan(solve(short)), plainFormat)
        .blocks,
    ).not.toEqual([]);
  });
});

const ALONE = { every: true, period: "dated", units: false, depth: 1, short: true, holidays: false } as const;

describe("laws of a goal for each month", () => {
  /** The plans of the months alone, where work may begin when it may for the whole; none for a period of one month. */
  const months = (plan: unknown) => {
    const parsed = chosenPlan({ plan: parsePlan(plan) });
    const goals = compileMonthGoals(parsed, compileDeal(parsed));
    const [first] = goals;
    if (first === undefined) return [];
    const workFrom = parsed.workFrom ?? formatDay(first.first);
    return goals.map(({ plan: alone }) => ({ ...alone, workFrom }));
  };
  const told = { chance: false, fixes: false } as const;
  const isMet = ({ status }: Solution) => status === "feasible";

  it("its totals are the sums of the months solved alone, and it can be met where each month can", () => {
    const drawn = plans({ ...ALONE, lags: true, open: true }).filter(({ goal }) => goal.every !== undefined);
    const law = fc.property(drawn, (plan) => {
      const alone = months(plan).map((month) => solve(parsePlan(month), told));
      if (alone.length < 2) return;
      const whole = solve(parsePlan(plan), told);
      expect(isMet(whole)).toBe(alone.every(isMet));
      const { targets } = whole;
      if (targets === null || alone.some((month) => month.targets === null)) return;
      const each = alone.map((month) => must(month.targets ?? undefined, "targets"));
      expect(targets.wins).toBe(each.reduce((all, { wins }) => all + wins, 0));
      expect(readNumber(targets.exactWins)).toEqual(sum(each.map((one) => readNumber(one.exactWins))));
      targets.path.forEach(({ total, stage }, index) => {
        expect([stage, total]).toEqual([
          stage,
          each.reduce((all, { path }) => all + at(path, index).total, 0),
        ]);
      });
      targets.activities.forEach(({ total }, index) => {
        expect(total).toBe(each.reduce((all, { activities }) => all + at(activities, index).total, 0));
      });
      for (const { days, total, kind } of targets.path)
        if (kind === "work" && isMet(whole))
          expect(days.reduce((all, { count }) => all + count, 0)).toBe(total);
    });
    fc.assert(law, runs(0.1));
  });

  it("for one month it is the plain plan", () => {
    const plain = { ...MRR, goal: { ...MRR.goal, period: "2026-01", every: undefined } };
    const one = solveOrThrow({ ...MRR, goal: { ...MRR.goal, period: "2026-01" } });
    const { goal, ...rest } = solveOrThrow(plain);
    expect(one).toEqual({ ...rest, goal: { ...goal, every: "month" } });
  });
});
