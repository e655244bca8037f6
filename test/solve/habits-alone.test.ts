import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.js";
import { forecast } from "../../src/forecast/forecast.js";
import { parsePlan } from "../../src/plan/parse.js";
import type { Plan } from "../../src/plan/plan.js";
import { planReport } from "../../src/report/plan-report.js";
import { solutionReport } from "../../src/report/solution-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { targetRows } from "../../src/rows/target-rows.js";
import { toIcs } from "../../src/rows/to-ics.js";
import { levers } from "../../src/sensitivity/levers.js";
import { solve } from "../../src/solve/solve.js";
import { check } from "../../src/track/check.js";
import { replan } from "../../src/track/replan.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { track } from "../../src/track/track.js";

const HABITS = [
  { name: "calls", owner: "sales", atLeast: 25, per: "day" },
  { name: "gauges", owner: "sales", atLeast: 3, per: "week", minutes: 30 },
  { name: "reviews", atLeast: 2, per: "month" },
  { name: "long meetings", atMost: 2, per: "month" },
  { name: "answers", share: "95%", within: "15 minutes" },
];
const plan: Plan = parsePlan({ goal: { metric: "customers", period: "2026-Q1" }, habits: HABITS });
const seen = { asOf: "2026-01-16", activities: { calls: [{ on: "2026-01-13", count: 130 }] } };

describe("habits alone, without a funnel", () => {
  it("are a plan with an empty funnel, which reads as itself again", () => {
    expect(plan.funnel).toEqual([]);
    expect(parsePlan(plan)).toEqual(plan);
  });

  it("ask for no wins, and for nothing but themselves", () => {
    const answer = solve(plan);
    expect(answer.status).toBe("feasible");
    expect(answer.targets).toMatchObject({ wins: 0, chance: null, stages: {}, activities: [] });
    expect(answer.targets?.path.map(({ stage, milestones }) => [stage, milestones])).toEqual([["win", []]]);
    expect(answer.assumptions.map(({ code }) => code)).toContain("no-funnel");
    expect(explain(answer, ["wins"]).supports.at(-1)?.text).toBe(
      "The goal is more customers from 1 January to 31 March 2026.",
    );
  });

  it("are what the reports show, and nothing of wins", () => {
    for (const report of [
      solutionReport(solve(plan)),
      planReport({ answer: solve(plan), levers: levers(plan) }),
    ]) {
      expect(report.sections.map(({ title }) => title)).toEqual(["Goal", "Habits", "Assumptions"]);
      const text = toText(report);
      expect(text).toContain("More customers from 1 January to 31 March 2026 (64 working days).");
      expect(text).toContain("No amount is set: the habits are all that is asked for.");
      expect(text).toMatch(/calls +sales +at least 25 a day/);
    }
  });

  it("are rows of targets: each day's times the days, each week's and month's once", () => {
    // 64 working days of 25; the weeks from 29 December to 30 March are 14; three months.
    const totals = (by: "day" | "week" | "month"): Record<string, number> => {
      const sums: Record<string, number> = {};
      for (const { stage, target } of targetRows(solve(plan), { by }))
        sums[stage] = (sums[stage] ?? 0) + target;
      return sums;
    };
    const all = { win: 0, calls: 1600, gauges: 42, reviews: 6 };
    const { win: none, ...habits } = all;
    expect(none).toBe(0);
    for (const by of ["day", "week", "month"] as const) expect(totals(by)).toEqual(habits);
    const february = targetRows(solve(plan), { by: "month" }).filter(({ from }) => from === "2026-02-01");
    // February 2026 has 20 working days, in four whole weeks.
    expect(february.map(({ kind, stage, team, target }) => [kind, stage, team, target])).toEqual([
      ["habit", "calls", "sales", 500],
      ["habit", "gauges", "sales", 12],
      ["habit", "reviews", null, 2],
    ]);
    const week = targetRows(solve(plan), { snapshot: seen }).find(
      ({ from, stage }) => from === "2026-01-12" && stage === "calls",
    );
    expect(week).toMatchObject({ target: 125, done: "130", left: "0" });
    expect(toIcs(solve(plan))).toContain("SUMMARY:Check-in: calls 50\\, gauges 3\\, reviews 1 this week");
  });

  it("count a part of a time only when it makes a whole: 5 in two days of 2.5", () => {
    const halves = { ...plan, habits: [{ name: "calls", atLeast: 2.5, per: "day" }] } as Plan;
    const first = targetRows(solve(halves), { by: "day" }).slice(0, 4);
    expect(first.map(({ target }) => target)).toEqual([3, 2, 3, 2]);
  });

  it("are tracked, scored, checked, forecast and planned again", () => {
    expect(track(plan, { ...seen, won: 2 })).toMatchObject({ status: "on track", chance: null });
    const rows = scorecard(plan, seen).rows;
    // The week from 12 January: 130 of 125.
    expect(rows.find(({ name }) => name === "calls")?.checkIns.at(-1)).toMatchObject({
      from: "2026-01-12",
      target: "125",
      actual: "130",
      hit: true,
    });
    expect(rows.find(({ name }) => name === "wins so far")?.why).toBe(
      "They are the outcome that all of it is for.",
    );
    expect(check(plan, { snapshot: seen }).ok).toBe(true);
    expect(forecast(plan, { ...seen, won: 2 })).toMatchObject({ atEnd: { wins: "2" }, chance: null });
    expect(replan(plan, seen).solution.status).toBe("feasible");
  });

  it("may have an amount that they are for: 5 points at 1 a win are 5 wins, which nothing brings about", () => {
    const points = { metric: "units", unit: "points", amount: 5, period: "2026-Q1" } as const;
    const answer = solve(parsePlan({ goal: points, habits: HABITS }));
    expect(answer.targets).toMatchObject({ wins: 5, chance: null });
    expect(toText(solutionReport(answer))).toContain("It can be reached: go for 5 wins.");
  });
});
