import { describe, expect, test } from "vitest";

import { forecast } from "../../src/forecast/forecast.js";

const nothing = { pace: { perDay: {} } } as const;

describe("published figures of pipeline health, recomputed", () => {
  // winsabove, "Pipeline Coverage Ratio": 4.8 million against 1.6 million is 3.0; at 22% the team needs 1 ÷ 0.22.
  test.each([
    ["22%", "50/11", "1056000", "0.66"],
    ["18%", "50/9", "864000", "0.54"],
    ["12%", "25/3", "576000", "0.36"],
  ] as const)("coverage 3 where the win rate of %s needs %s", (rate, needed, expected, attainment) => {
    const { pipelineHealth: open, atEnd } = forecast(
      {
        goal: { metric: "revenue", amount: 1_600_000, period: "2026-Q1" },
        deal: { value: 100_000, per: "deal" },
        funnel: [{ stage: "deal", rate }],
      },
      { asOf: "2026-01-31", pipeline: { deal: 48 } },
      nothing,
    );
    expect(open).toMatchObject({ coverage: "3", neededCoverage: needed });
    expect(atEnd).toMatchObject({ amount: expected, attainment });
  });

  // RevOps dictionary, "Weighted Pipeline": 100,000 at 10%, 50% and 80% are 10,000, 50,000 and 80,000.
  test("three deals at three stages weigh 140,000 in all", () => {
    const { pipelineHealth: open } = forecast(
      {
        goal: { metric: "revenue", amount: 1_000_000, period: "2026-Q1" },
        deal: { value: 100_000, per: "deal" },
        funnel: [
          { stage: "first", rate: "20%" },
          { stage: "second", rate: "62.5%" },
          { stage: "third", rate: "80%" },
        ],
      },
      { asOf: "2026-01-31", pipeline: { first: 1, second: 1, third: 1 } },
      nothing,
    );
    expect(open.weighted).toEqual([{ month: "2026-02", wins: "1.4", averageWins: "1.4", amount: "140000" }]);
  });

  // codingace, "Quota gap": quota 100,000, booked 65,000, pipeline 120,000: 120,000 ÷ 35,000 = 3.43.
  test("what is booked is not to be covered any more", () => {
    const { pipelineHealth: open } = forecast(
      {
        goal: { metric: "revenue", amount: 100_000, period: "2026-Q1" },
        deal: { value: 5_000, per: "deal" },
        funnel: [{ stage: "deal", rate: "30%" }],
      },
      { asOf: "2026-02-14", pipeline: { deal: 24 }, won: 13 },
      nothing,
    );
    expect(open.coverage).toBe("24/7");
    expect((24 / 7).toFixed(2)).toBe("3.43");
  });

  // cal76, "Sales Pace": 40,000 by day 10 of 30 are 120,000; 96,000 by day 12 are 240,000, 92.3% of 260,000.
  test.each([
    [40, "2026-06-10", 120, "120/260"],
    [96, "2026-06-12", 240, "240/260"],
  ])("%i sold by %s, at the recent pace, are %i", (won, asOf, all) => {
    const { atEnd } = forecast(
      {
        goal: { metric: "revenue", amount: 260_000, period: "2026-06" },
        deal: { value: 1_000, per: "deal" },
        funnel: [{ stage: "sale", rate: "100%" }],
        calendar: { workdays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] },
      },
      { asOf, pipeline: {}, won, entered: { sale: won } },
      { pace: { recent: 30 } },
    );
    expect(atEnd.wins).toBe(String(all));
    expect(Number(atEnd.amount) / 260_000).toBeCloseTo(all / 260, 12);
  });
});

describe("late items", () => {
  const plan = {
    goal: { metric: "new-mrr", amount: 5_000, period: "2026-Q1" },
    deal: { value: 500 },
    funnel: [{ stage: "proposal", rate: "50%", lag: 10 }],
  } as const;
  const { pipelineHealth: open, atEnd } = forecast(
    plan,
    {
      asOf: "2026-01-31",
      pipeline: {
        proposal: [
          { entered: "2026-01-28", value: 500, expected: "2026-01-31" },
          { entered: "2026-01-20", value: 2_000, expected: "2026-02-20" },
          { entered: "2026-01-28", expected: "2026-01-15" },
        ],
      },
    },
    nothing,
  );

  test("slipped: expected by now and still open; they count all the same", () => {
    expect(open.slipped).toEqual([
      { stage: "proposal", item: 0, expected: "2026-01-31", value: "500" },
      { stage: "proposal", item: 2, expected: "2026-01-15", value: null },
    ]);
    expect(atEnd).toMatchObject({ wins: "1", amount: "500" });
  });

  test("overdue: longer in the stage than its lag knows; they count for nothing", () => {
    expect(open.overdue).toEqual([{ stage: "proposal", item: 1, entered: "2026-01-20" }]);
  });

  test("velocity: what the open work will earn, over the mean length of the path", () => {
    // Two of three deals count, each at 50% of 500; the path takes 10 days.
    expect(open.velocity).toBe("50");
  });

  test("open work of another size counts by its value, also after the end", () => {
    const late = forecast(
      plan,
      { asOf: "2026-03-25", pipeline: { proposal: [{ entered: "2026-03-25", value: 2_000 }] } },
      nothing,
    );
    expect(late.afterEnd).toEqual({ wins: "0.5", amount: "1000" });
  });
});
