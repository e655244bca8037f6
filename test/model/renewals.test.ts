import { describe, expect, it } from "vitest";
import { forecast } from "../../src/forecast/forecast.js";
import { replan } from "../../src/track/replan.js";
import { track } from "../../src/track/track.js";
import { explain } from "../../src/explain/explain.js";
import type { GoalPlan } from "../../src/plan/plan.js";
import { solveFor } from "../../src/sensitivity/solve-for.js";
import { solve } from "../../src/solve/solve.js";
import { solveOrThrow } from "../../src/solve/solve-or-throw.js";

const PLAN: GoalPlan = {
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-Q3" },
  deal: { value: 1_000 },
  base: {
    customers: 100,
    mrr: 100_000,
    renewals: [
      { due: "2026-08-15", mrr: 40_000, rate: "90%" },
      { due: "month", customers: 6, rate: "50%" },
    ],
  },
  churn: { rate: "2%", per: "month", owner: "success" },
  funnel: [{ stage: "demo", rate: "50%" }],
};

describe("renewals of the base", () => {
  it("lose what is not renewed, and churn acts on the rest alone", () => {
    // By hand: 10% of 40,000 and 3 of 6 customers at 1,000 are 7,000. Of the other 54,000, 2% a month are 1,080 + 1,058.40 +
    // 1,037.232 = 3,175.632. So 20,175.632 must be won: 21 wins.
    const { bridge, wins, lossLimits } = solveOrThrow(PLAN);
    expect(bridge.map(({ item, amount }) => [item, amount])).toEqual([
      ["goal", "10000"],
      ["churn", "3175.632"],
      ["renewals", "7000"],
      ["whole win", "824.368"],
    ]);
    expect(wins).toBe(21);
    expect(lossLimits).toEqual([{ owner: "success", item: "churned MRR", atMost: "10175.632" }]);
  });

  it("are due by the fiscal years of the plan", () => {
    // By hand: FY2027-Q2 of a year from February is May to July 2026; 4,000 are lost over its 92 days, half by 15 June, the 46th.
    const plan: GoalPlan = {
      goal: { metric: "net-new-mrr", amount: 10_000, period: "FY2027" },
      deal: { value: 1_000 },
      base: { mrr: 100_000, renewals: [{ due: "FY2027-Q2", mrr: 40_000, rate: "90%" }] },
      churn: { customers: 0 },
      funnel: [{ stage: "demo", rate: "50%", lag: 200 }],
      calendar: { fiscalYearStart: "feb" },
    };
    const { byDate } = forecast(plan, { asOf: "2026-01-31" });
    const on = (day: string) => byDate.find((each) => each.on === day)?.amount;
    expect(["2026-04-30", "2026-06-15", "2026-07-31"].map(on)).toEqual(["0", "-2000", "-4000"]);
  });

  it("say after which year a fiscal year is called where only they name one", () => {
    const { assumptions } = solve({
      ...PLAN,
      base: { mrr: 100_000, renewals: [{ due: "FY2027-Q2", mrr: 40_000, rate: "90%" }] },
      goal: { ...PLAN.goal, period: "2026-02-01/2027-01-31" },
      calendar: { fiscalYearStart: "feb" },
    });
    expect(assumptions).toContainEqual(
      expect.objectContaining({ code: "fiscal-year", path: ["calendar", "fiscalYearNamedBy"] }),
    );
  });

  it("grow with expansion like the rest", () => {
    // By hand: 54,000 at −1% a month, 46,000 at +1%: 1% of 54,000 · (1 + 0.99 + 0.9801) and of 46,000 · (1 + 1.01 + 1.0201).
    const { bridge } = solveOrThrow({ ...PLAN, expansion: { rate: "1%", per: "month" } });
    expect(bridge.find(({ item }) => item === "expansion")?.amount).toBe("-2997.7");
    expect(bridge.find(({ item }) => item === "churn")?.amount).toBe("3207.708");
  });

  it("count in customers where those do", () => {
    // By hand: 40 of 100 at 90% lose 4; 60 · (2% + 1.96%) over two of three … is 60 · (1 − 0.98^3) = 3.528.
    const { bridge, lossLimits } = solveOrThrow({
      ...PLAN,
      goal: { metric: "net-new-customers", amount: 10, period: "2026-Q3" },
      base: { customers: 100, renewals: [{ due: "month", customers: 40, rate: "90%" }] },
    });
    expect(bridge.map(({ item, amount }) => [item, amount])).toEqual([
      ["goal", "10"],
      ["churn", "3.52848"],
      ["renewals", "4"],
      ["whole win", "0.47152"],
    ]);
    expect(lossLimits[0]).toMatchObject({ item: "churned customers", atMost: "7.52848" });
  });

  it("count by year under a metric of years", () => {
    const { bridge } = solveOrThrow({
      ...PLAN,
      goal: { metric: "net-new-arr", amount: 120_000, period: "2026-Q3" },
      deal: { value: 12_000 },
    });
    expect(bridge.find(({ item }) => item === "renewals")?.amount).toBe("84000");
  });

  it("stand alone, without churn", () => {
    const { churn, ...plan } = PLAN;
    expect(churn).toBeDefined();
    const solution = solve(plan);
    expect(solution.targets?.bridge.map(({ item }) => item)).toEqual(["goal", "renewals"]);
    expect(solution.targets?.lossLimits).toEqual([{ owner: null, item: "churned MRR", atMost: "7000" }]);
    const codes = solution.assumptions.map(({ code }) => code);
    expect(codes).toContain("no-other-churn");
    expect(codes).not.toContain("no-churn");
  });

  it("say what comes of them", () => {
    const solution = solve(PLAN);
    expect(explain(solution, ["targets", "bridge", 2, "amount"]).formula).toBe(
      "40,000 × (100% − 90% renewed) + 6,000 × (100% − 50% renewed) = 7,000",
    );
    expect(explain(solution, ["targets", "lossLimits", 0, "atMost"]).formula).toContain("7,000 not renewed");
  });

  it("are unused where the base does not count, and that is said", () => {
    const { assumptions } = solve({
      ...PLAN,
      goal: { metric: "new-mrr", amount: 10_000, period: "2026-Q3" },
    });
    expect(assumptions.map(({ path }) => path.join("."))).toContain("base.renewals");
  });

  it("are lost on their days in a forecast: nothing of 15 August before it", () => {
    // By hand, without churn and wins: 3,000 of 92 days are lost a day; 4,000 on 15 August, the 46th day.
    const plan: GoalPlan = {
      ...PLAN,
      churn: { customers: 0 },
      funnel: [{ stage: "demo", rate: "50%", lag: 200 }],
    };
    const { byDate } = forecast(plan, { asOf: "2026-06-30" });
    const on = (day: string) => byDate.find((each) => each.on === day)?.amount;
    expect(on("2026-08-14")).toBe("-33750/23");
    expect(on("2026-08-15")).toBe("-5500");
    expect(on("2026-09-30")).toBe("-7000");
  });

  it("are a way out: so many more are renewed, and that is what solveFor finds", () => {
    // By hand: 26 demos win 13, which bring 13,000: of the 40,000 no more than 3,000 may be lost, so 92.5% are renewed.
    const plan: GoalPlan = {
      ...PLAN,
      base: { mrr: 100_000, renewals: [{ due: "2026-08-15", mrr: 40_000, rate: "90%" }] },
      churn: { customers: 0 },
      funnel: [{ stage: "demo", rate: "50%", available: 26 }],
    };
    const answer = solve(plan);
    const fixes = answer.status === "infeasible" ? answer.fixes : [];
    const found = fixes.find(({ code }) => code === "raise-renewal");
    expect(found).toMatchObject({
      path: ["base", "renewals", 0, "rate"],
      to: "92.5%",
      text: "Renew 92.5% instead of 90% of what is due 2026-08-15.",
    });
    const undated: GoalPlan = {
      ...plan,
      goal: { ...PLAN.goal, period: { workingDays: 20 } },
      base: { mrr: 100_000, renewals: [{ due: "month", mrr: 40_000, rate: "90%" }] },
    };
    const path = ["base", "renewals", 0, "rate"];
    const solved = solveFor(undated, path, { perDay: { demo: "1.3" } });
    expect(solved).toMatchObject({ status: "value", limit: "least", value: "0.925", wins: { needed: 13 } });
    const evenly = solve(undated);
    expect(evenly.status === "infeasible" && evenly.fixes.map(({ text }) => text)).toContain(
      "Renew 92.5% instead of 90% of what is due evenly through the period.",
    );
    expect(() => solveFor(undated, ["base", "renewals", 1, "rate"], { perDay: { demo: 1 } })).toThrow(
      "the rate of a renewal",
    );
  });

  it("count once where customers are known to have left", () => {
    // By hand, on 20 August, the 51st of 92 days: planned losses are 3,175.632 · 51/92 + 4,000 + 3,000 · 51/92 = 7,423.45…; six
    // who left at 1,000 are 6,000.
    const [limit] = track(PLAN, { asOf: "2026-08-20", churned: 6 }).lossLimits;
    expect(limit).toMatchObject({ actual: "6000", byNow: "7424", status: "on track" });
  });

  it("that are over leave the plan for the rest, and what is due evenly shrinks", () => {
    // By hand: 41 of 92 days are left of 6 customers.
    const { plan } = replan(PLAN, { asOf: "2026-08-20" });
    expect(plan.base?.renewals).toEqual([{ due: "month", customers: "123/46", rate: "50%" }]);
  });
});
