import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.js";
import { forecast } from "../../src/forecast/forecast.js";
import { forecastReport } from "../../src/report/forecast/forecast-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { solve } from "../../src/solve/solve.js";
import { check } from "../../src/track/check.js";
import { track } from "../../src/track/track.js";

/** Ten customers in each month of a quarter; a call is won on its day, one in ten. */
const PLAN = {
  goal: { metric: "customers", amount: 10, period: "2026-Q1", every: "month" },
  funnel: [{ stage: "call", rate: "10%" }],
} as const;

/** At the end of January 14 are won: February and March are done as planned, or by nobody. */
const JANUARY = {
  asOf: "2026-01-31",
  won: Array.from({ length: 14 }, () => ({ on: "2026-01-20" })),
  entered: { call: 140 },
};

describe("each month ahead of a goal that holds for each", () => {
  it("is judged by its own wins: what January has too much is not February's", () => {
    // By hand: 100 calls a month bring 10; at half of that 5. January is over.
    const { months, atEnd } = forecast(PLAN, JANUARY, { pace: { ofPlan: { call: "50%" } } });
    expect(months).toEqual(
      [
        { month: "2026-02", start: "2026-02-01", end: "2026-02-28" },
        { month: "2026-03", start: "2026-03-01", end: "2026-03-31" },
      ].map((days) => ({
        ...days,
        goal: "10",
        atPace: { amount: "5", isReached: false },
        asPlanned: { amount: "10", isReached: true },
      })),
    );
    expect(atEnd.amount).toBe("24");
  });

  it("takes what the base loses in it", () => {
    // By hand: 2% of 200,000 and then of 210,000 are lost: 14 wins of 1,000 in January, and 15 in February, which takes 14,200.
    const answer = forecast(
      {
        goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-Q1", every: "month" },
        deal: { value: 1000 },
        base: { mrr: 200_000 },
        churn: { rate: "2%", per: "month" },
        funnel: [{ stage: "call", rate: "10%" }],
      },
      { asOf: "2025-12-31" },
    );
    expect(answer.months?.map(({ atPace }) => atPace?.amount)).toEqual(["10000", "10800", "10600"]);
    expect(answer.months?.map(({ asPlanned }) => asPlanned?.isReached)).toEqual([true, true, true]);
    expect(explain(answer, ["months", 1, "atPace", "amount"]).formula).toBe(
      "15,000 of its wins − 4,200 of the base = 10,800",
    );
    expect(explain(answer, ["months", 1, "goal"]).text).toContain("10,000");
  });

  it("is not known where the wins so far have no days and the first month is over", () => {
    const { months } = forecast(PLAN, { asOf: "2026-02-10", won: 14, entered: { call: 140 } });
    expect(months?.map(({ month, atPace }) => [month, atPace?.amount])).toEqual([
      ["2026-02", undefined],
      ["2026-03", "10"],
    ]);
    // In the first month all wins so far are its own: 4, and 6 of the 60 calls from 12 January on of 22 days.
    const first = forecast(PLAN, { asOf: "2026-01-31", won: 4, entered: { call: 40 } }).months;
    expect(first?.map(({ month }) => month)).toEqual(["2026-02", "2026-03"]);
  });

  it("is none where the goal holds for the period, and of one month", () => {
    const goal = { ...PLAN.goal, every: undefined };
    expect(forecast({ ...PLAN, goal }, JANUARY)).not.toHaveProperty("months");
    const one = { ...PLAN, goal: { ...PLAN.goal, period: "2026-01" } } as const;
    expect(forecast(one, { asOf: "2026-01-10" })).not.toHaveProperty("months");
  });

  it("is told in the report, at the pace and as planned", () => {
    const text = toText(forecastReport(forecast(PLAN, JANUARY, { pace: { ofPlan: { call: "50%" } } })), {
      width: 500,
    });
    expect(text).toContain("Each month ahead by itself:");
    expect(text).toContain(
      "From 1 to 28 February 2026, of 10 customers: 5, which is too little, at this pace; 10, which is enough, if the rest is done as planned.",
    );
    expect(toText(forecastReport(forecast(PLAN, JANUARY)), { width: 500 })).toContain(
      "From 1 to 28 February 2026, of 10 customers: 10, which is enough.",
    );
  });
});

describe("checks.minAttainment of a goal for each month", () => {
  it("looks at the worst month: 20 in January do not make up for 5 in February", () => {
    // By hand: 20 + 5 + 10 of 30 are 117%, February alone has 50%. It passed.
    const plan = { ...PLAN, checks: { minAttainment: "90%" } } as const;
    const uneven = {
      asOf: "2026-02-28",
      won: [
        ...Array.from({ length: 20 }, () => ({ on: "2026-01-20" })),
        ...Array.from({ length: 5 }, () => ({ on: "2026-02-20" })),
      ],
      entered: { call: 250 },
    };
    expect(track(plan, uneven).months?.map(({ projected, attainment }) => [projected, attainment])).toEqual([
      ["20", "2"],
      ["5", "0.5"],
      ["10", "1"],
    ]);
    const found = check(plan, { snapshot: uneven }).cases.find(({ code }) => code === "attainment");
    expect(found?.status).toBe("failed");
    expect(found?.text).toContain("50% in its worst month, 2026-02, and not 90%");
    const even = {
      ...uneven,
      won: uneven.won.map((_, index) => ({ on: index < 11 ? "2026-01-20" : "2026-02-20" })),
    };
    expect(check(plan, { snapshot: even }).failures).toEqual([]);
  });
});

describe("the fix of a goal for each month", () => {
  it("speaks of the goal of each month", () => {
    const answer = solve({ ...PLAN, funnel: [{ stage: "call", rate: "10%", available: 250 }] });
    const fixes = answer.status === "infeasible" ? answer.fixes : [];
    // 8 customers a month take 240 calls, 9 take 270.
    expect(fixes.find(({ code }) => code === "lower-goal")?.text).toBe(
      "Lower the goal of each month from 10 to 8.",
    );
  });
});
