import { describe, expect, test } from "vitest";

import { forecast } from "../../src/forecast/forecast.js";
import { forecastReport } from "../../src/report/forecast/forecast-report.js";
import { planReport } from "../../src/report/plan-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { solve } from "../../src/solve/solve.js";
import { replan } from "../../src/track/replan.js";
import { explain } from "../../src/explain/explain.js";

const unwrapped = (text: string) => text.replace(/\n\s+/g, " ");

describe("wins and worth have names of their own", () => {
  // One deal worth four average ones, at 50%: solve said "open work is expected to bring 2 wins", forecast 0.5.
  const plan = {
    goal: { metric: "new-mrr", amount: 10_000, period: "2026-Q4" },
    deal: { value: 1000 },
    funnel: [{ stage: "proposal", rate: "50%", lag: 21 }],
    pipeline: { proposal: [{ entered: "2026-09-20", value: 4000 }] },
  } as const;

  test("one large open deal is half a win, worth 2,000; eight average wins are left (by hand)", () => {
    const answer = solve(plan);
    expect(answer.targets?.pipeline).toMatchObject({
      wins: "0.5",
      averageWins: "2",
      amount: "2000",
      remaining: "8",
    });
    expect(answer.targets?.path.at(-1)?.fromPipeline).toBe("0.5");
    const { atEnd, pipelineHealth } = forecast(plan, { asOf: "2026-09-30" });
    expect(atEnd.from.pipeline).toBe("0.5");
    expect(pipelineHealth.inTime).toEqual({ wins: "0.5", averageWins: "2", amount: "2000" });
    expect(pipelineHealth.weighted).toEqual([
      { month: "2026-10", wins: "0.5", averageWins: "2", amount: "2000" },
    ]);
    expect(explain(answer, ["targets", "pipeline", "averageWins"]).text).toMatch(/^2 average wins can be/);
    expect(explain(answer, ["targets", "pipeline", "amount"]).formula).toBe("2 average wins × 1,000 = 2,000");
  });

  test("solve and forecast say the same sentence of the same open deal", () => {
    const said = "Open work is expected to bring 0.5 wins in time, worth 2,000 of new MRR";
    const solved = unwrapped(toText(planReport({ answer: solve(plan) })));
    const ahead = unwrapped(toText(forecastReport(forecast(plan, { asOf: "2026-09-30" }))));
    expect(solved).toContain(`${said}; 8 average wins must come from new work.`);
    expect(ahead).toContain(`${said}.`);
  });

  // Seven open deals of a public export; as of 2026-06-10 three can close in June: 42,000 and 15,000 and 58,000 at 70%.
  // The table used to say "Wins 4.025": 80,500 ÷ 20,000, the average deal.
  test("three deals that can close in June are 2.1 wins, worth 80,500 (by hand: 3 × 70%, 115,000 × 70%)", () => {
    const { pipelineHealth } = forecast(
      {
        goal: { metric: "revenue", amount: 200_000, period: "2026-Q2" },
        deal: { value: 20_000 },
        funnel: [
          { stage: "qualified", rate: "60%", lag: 10 },
          { stage: "proposal", rate: "60%", lag: 14 },
          { stage: "negotiation", rate: "70%", lag: 14 },
        ],
      },
      {
        asOf: "2026-06-10",
        won: [{ on: "2026-06-06", value: 33_000 }],
        pipeline: {
          qualified: [
            { entered: "2026-06-08", value: 6_500 },
            { entered: "2026-06-10", value: 4_800 },
          ],
          proposal: [{ entered: "2026-06-09", value: 18_000 }],
          negotiation: [
            { entered: "2026-06-10", value: 42_000 },
            { entered: "2026-06-07", value: 15_000 },
            { entered: "2026-06-09", value: 58_000 },
          ],
        },
      },
      { pace: { perDay: {} } },
    );
    expect(pipelineHealth.inTime).toEqual({ wins: "2.1", averageWins: "4.025", amount: "80500" });
    expect(pipelineHealth.weighted).toMatchObject([{ month: "2026-06", wins: "2.1", amount: "80500" }]);
  });

  // A stage a deal: 60% · 70% · 80% + 70% · 80% + 80% = 0.336 + 0.56 + 0.8 = 1.696 wins, and by value
  // 33,600 + 5,600 + 72,000 = 111,200, which is 1.59 average deals of 70,000; the table said "Wins 1.59".
  test("three deals of three sizes at three stages are 1.696 wins", () => {
    const { pipelineHealth } = forecast(
      {
        goal: { metric: "revenue", amount: 1_000_000, period: "2021-Q1" },
        deal: { value: 70_000 },
        funnel: [
          { stage: "new", rate: "60%", lag: 7 },
          { stage: "executing", rate: "70%", lag: 7 },
          { stage: "final invoice", rate: "80%", lag: 7 },
        ],
      },
      {
        asOf: "2021-02-04",
        pipeline: {
          new: [{ entered: "2021-02-03", value: 100_000 }],
          executing: [{ entered: "2021-02-04", value: 10_000 }],
          "final invoice": [{ entered: "2021-02-04", value: 90_000 }],
        },
      },
      { pace: { perDay: {} } },
    );
    expect(pipelineHealth.inTime).toMatchObject({ wins: "1.696", amount: "111200" });
  });
});

describe("entries with their day are under way", () => {
  const plan = {
    goal: { metric: "revenue", amount: 60_000, period: "2026-Q4" },
    deal: { value: 6000 },
    funnel: [{ stage: "proposal", rate: "40%", lag: 14 }],
  } as const;
  const now = { asOf: "2026-10-30", entered: { proposal: [{ on: "2026-10-26", count: 10 }] }, won: 0 };

  // It said: "covers what is still needed 0 times; this funnel needs 0 times, so it carries the goal".
  test("ten proposals cover the goal once, and two and a half times are needed (60,000 ÷ 60,000; 1 ÷ 40%)", () => {
    const answer = forecast(plan, now);
    expect(answer.pipelineHealth).toMatchObject({
      underWay: "10",
      value: "60000",
      coverage: "1",
      neededCoverage: "2.5",
    });
    expect(unwrapped(toText(forecastReport(answer)))).toContain(
      "covers what is still needed 1 times; this funnel needs 2.5 times: new work must bring the rest",
    );
  });

  test("they are under way for the rest of the plan as well: 4 of 10 wins come of them, 6 of new work", () => {
    const { plan: rest, solution } = replan(plan, now);
    expect(rest.pipeline?.proposal).toHaveLength(10);
    expect(solution.targets?.pipeline).toMatchObject({ wins: "4", remaining: "6" });
  });

  test("of a lag with a spread, the share that is still there: 10 entered 5 days ago, half of 40% gone on", () => {
    const spread = {
      ...plan,
      funnel: [
        {
          stage: "proposal",
          rate: "40%",
          lag: [
            { days: 2, share: "50%" },
            { days: 20, share: "50%" },
          ],
        },
      ],
    } as const;
    const seen = { ...now, asOf: "2026-10-31" };
    // 10 · (1 − 40% · 50%) = 8 are there; 10 · 40% · 50% = 2 of them are still to be won.
    expect(forecast(spread, seen).pipelineHealth).toMatchObject({ underWay: "8", inTime: { wins: "2" } });
    expect(replan(spread, seen).solution.targets?.pipeline.wins).toBe("2");
  });

  test("where nothing is under way, nothing is said of a pipeline", () => {
    const late = { ...now, asOf: "2026-12-01" };
    for (const seen of [late, { asOf: "2026-10-30", pipeline: {} }, { asOf: "2026-09-30" }]) {
      const answer = forecast(plan, seen);
      expect(answer.pipelineHealth).toMatchObject({ underWay: "0", neededCoverage: null, velocity: null });
      expect(toText(forecastReport(answer))).not.toMatch(/pipeline|covers|Velocity/);
    }
    expect(toText(planReport({ answer: solve(plan) }))).not.toMatch(/pipeline|[Oo]pen work/);
  });
});
