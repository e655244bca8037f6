import { describe, expect, it } from "vitest";

import type { PlainPlan } from "./plain-plan.js";
import { sum, whole } from "./rational.js";
import { oracleSolve } from "./solve.js";
import { readNumber } from "./written.js";

// Every expected number is worked by hand from the words of the plan; sources of published ones are named.

const smallest: PlainPlan = {
  goal: { metric: "net-new-mrr", amount: 10000, period: "2026-01" },
  deal: { value: 1000 },
  churn: { customers: 5 },
  funnel: [{ stage: "demo request", rate: "50%" }],
};

const customers = (
  amount: number,
  funnel: PlainPlan["funnel"],
  more: Partial<PlainPlan> = {},
): PlainPlan => ({
  goal: { metric: "customers", amount, period: { workingDays: 20 } },
  funnel,
  ...more,
});

const totals = (plan: PlainPlan): Record<string, bigint> =>
  Object.fromEntries(oracleSolve(plan).stages.map(({ stage, total }) => [stage, total]));

const steps = (plan: PlainPlan): string[] =>
  oracleSolve(plan).bridge.map(
    ({ item, amount, wins }) => `${item}: ${String(amount)} = ${String(wins)} wins`,
  );

describe("the oracle", () => {
  it("finds 15 accounts and 30 demo requests behind 10,000 net new MRR", () => {
    const answer = oracleSolve(smallest);
    expect(answer.wins).toBe(15n);
    expect(steps(smallest)).toEqual(["goal: 10000 = 10 wins", "churn: 5000 = 5 wins"]);
    expect(answer.stages[0]).toMatchObject({ total: 30n, perDay: 2n, perWeek: 7n });
    expect(answer.lossLimits).toEqual([{ owner: null, item: "churned customers", atMost: whole(5) }]);
  });

  it("finds 2,000 calls behind 14 deals (Sales Math: Reverse Engineering Your Funnel)", () => {
    const plan = customers(14, [
      { stage: "cold call", rate: "10%" },
      { stage: "first meeting", rate: "35%" },
      { stage: "second meeting", rate: "50%" },
      { stage: "proposal", rate: "40%" },
    ]);
    expect(totals(plan)).toEqual({
      "cold call": 2000n,
      "first meeting": 200n,
      "second meeting": 70n,
      proposal: 35n,
    });
  });

  it("leaves the rest to one channel what the other's units do not bring", () => {
    const plan = customers(10, [
      {
        stage: "demo",
        rate: "50%",
        sources: [
          {
            channel: "inbound",
            units: 8,
            funnel: [
              { stage: "visitor", rate: "2%", cost: 1.5 },
              { stage: "lead", rate: "1/4" },
            ],
          },
          {
            channel: "outbound",
            rest: true,
            funnel: [
              { stage: "prospect", rate: "20%", available: 199 },
              { stage: "conversation", rate: "30%" },
            ],
          },
        ],
      },
    ]);
    const answer = oracleSolve(plan);
    expect(answer.stages.map(({ stage, channel, total }) => [stage, channel, total])).toEqual([
      ["visitor", "inbound", 1600n],
      ["lead", "inbound", 32n],
      ["prospect", "outbound", 200n],
      ["conversation", "outbound", 40n],
      ["demo", null, 20n],
    ]);
    expect(String(answer.cost)).toBe("2400");
    expect(answer.short).toEqual(["prospect"]);
    const easy = oracleSolve({ ...plan, goal: { ...plan.goal, amount: 3 } }).stages;
    expect(easy.map(({ total, surplus }) => [total, String(surplus)])).toEqual([
      [1600n, "0"],
      [32n, "0"],
      [0n, "0"],
      [0n, "0"],
      [6n, "2"],
    ]);
  });

  it("hands over whole numbers: 3 wins are 7 demos at 45%, each half rounded up by itself", () => {
    const funnel = [
      {
        stage: "demo",
        rate: "45%",
        sources: [
          { channel: "one", share: "50%", funnel: [{ stage: "lead", rate: "40%" }] },
          { channel: "other", share: "50%", funnel: [{ stage: "call", rate: "30%" }] },
        ],
      },
    ];
    // 3 ÷ 45% = 6 2/3 demos; halves of 3 1/3 are 8 1/3 leads and 11 1/9 calls.
    expect(totals(customers(3, funnel))).toEqual({ lead: 9n, call: 12n, demo: 7n });
    // 7 demos; halves of 3 1/2 become 4; 4 ÷ 40% = 10 leads, 4 ÷ 30% = 13 1/3 calls.
    expect(totals(customers(3, funnel, { rounding: "cascade" }))).toEqual({
      lead: 10n,
      call: 14n,
      demo: 7n,
    });
  });

  it("lets 3% churn and 2% expansion act on one running base of 240,000", () => {
    const plan: PlainPlan = {
      goal: { metric: "net-new-mrr", amount: 0, period: 2026 },
      deal: { value: 1000 },
      base: { mrr: 240_000 },
      churn: { rate: "3%", per: "month" },
      expansion: { rate: "2%", per: "month" },
      funnel: [{ stage: "demo", rate: 1 }],
    };
    // The base shrinks by 1% a month: 240,000 · (1 − 0.99^12) = 27,267.63, of which 3 parts churn less 2 parts growth.
    const answer = oracleSolve(plan);
    expect(sum(answer.bridge.map(({ wins }) => wins))).toEqual(whole(28));
    expect(String(answer.exactWins.times(whole(1000)))).toMatch(/^27267\.63/);
    expect(answer.wins).toBe(28n);
    const [, churn, expansion] = answer.bridge;
    expect(
      churn?.amount
        .times(readNumber("2/3"))
        .plus(expansion?.amount ?? whole(0))
        .isZero(),
    ).toBe(true);
    // Apart: 240,000 · (1 − 0.97^12) − 240,000 · (1.02^12 − 1) = 73,477.83 − 64,378.03, which hides 18,167.83.
    const lost = oracleSolve({ ...plan, expansion: {} }).exactWins;
    const grown = oracleSolve({ ...plan, churn: {} }).exactWins;
    const hidden = answer.exactWins.minus(lost.plus(grown)).times(whole(1000));
    expect(String(hidden)).toMatch(/^18167\.8/);
  });

  it("keeps wins that are lost again, the buffer and the whole win as items of their own", () => {
    const plan = { ...smallest, churn: { customers: 5, newCustomers: "10%" }, buffer: "10%" };
    expect(steps(plan)).toEqual([
      "goal: 10000 = 10 wins",
      "churn: 5000 = 5 wins",
      "new customers lost: 5000/3 = 5/3 wins",
      "buffer: 5000/3 = 5/3 wins",
      "whole win: 2000/3 = 2/3 wins",
    ]);
    expect(oracleSolve(plan).wins).toBe(19n);
  });

  it("asks for nothing where the base already reaches the goal", () => {
    const plan: PlainPlan = {
      ...smallest,
      goal: { metric: "ending-arr", amount: 120_000, period: "2026-Q1" },
      deal: { value: 6000 },
      base: { mrr: 11_000 },
      churn: { mrr: 100, per: "month" },
    };
    expect(steps(plan)).toEqual([
      "goal: 120000 = 20 wins",
      "base: -132000 = -22 wins",
      "churn: 3600 = 0.6 wins",
      "already reached: 8400 = 1.4 wins",
    ]);
    expect(totals(plan)).toEqual({ "demo request": 0n });
  });

  it.each([
    ["revenue", { value: 100, per: "month", contractMonths: 12 }, "25"],
    ["gross-profit", { value: 1500, margin: "80%" }, "25"],
    [
      "commission",
      { value: 9000, commission: "1/3", upsells: [{ name: "care", rate: "20%", value: 5000 }] },
      "9",
    ],
    ["new-mrr", { value: 1200, per: "year" }, "300"],
    ["new-arr", { value: 100, per: "month" }, "25"],
    ["lifetime-value", { value: 100, margin: "50%", lifetimeMonths: 20 }, "30"],
    ["units", { value: 4 }, "7500"],
    ["units", {}, "30000"],
    ["customers", { value: 4 }, "30000"],
  ] as const)("values a win for %s in its unit: 30,000 with %j is %s wins", (metric, deal, wins) => {
    const goal = { metric, amount: 30_000, period: "2026-01" };
    expect(String(oracleSolve({ ...smallest, goal, deal, churn: {} }).exactWins)).toBe(wins);
  });

  it("takes repeat business off: 10% of a base that loses 20% a month, at 50 each", () => {
    const plan: PlainPlan = {
      ...smallest,
      goal: { metric: "revenue", amount: 10_000, period: "2026-Q1" },
      base: { customers: 100 },
      churn: { rate: "20%", per: "month" },
      repeat: { rate: "10%", per: "month", value: 50 },
    };
    // Bases of 100, 80 and 64 customers: 24.4 repeat customers, 1,220.
    expect(steps(plan)[1]).toBe("repeat: -1220 = -1.22 wins");
  });

  it("gives activities, per win too, their own lossLimits", () => {
    const activities = [{ name: "call", perUnit: 1.5, cost: 2 }];
    const plan = {
      ...customers(5, [{ stage: "lead", rate: "30%", activities }]),
      deal: { activities: [{ name: "onboarding" }] },
    };
    // 16 2/3 leads are 17; 25.5 calls are 26; 25 calls over 20 days, and five days of them.
    expect(oracleSolve(plan).activities).toMatchObject([
      { activity: "call", stage: "lead", total: 26n, perDay: 2n, perWeek: 7n, cost: whole(52) },
      { activity: "onboarding", stage: null, total: 5n, perDay: 1n, perWeek: 2n },
    ]);
  });

  it("spreads days by the season, never short of their share so far", () => {
    const calendar = { workdays: ["mon"], seasonality: { feb: "50%" } };
    const goal = { metric: "customers", amount: 7, period: "2026-01-19/2026-02-09" };
    // Mondays weigh 1, 1, 1/2 and 1/2: 7/3, 14/3, 35/6 and 7 are due, rounded up 3, 5, 6 and 7.
    expect(oracleSolve({ goal, calendar, funnel: [{ stage: "call", rate: 1 }] }).stages[0]?.days).toEqual([
      { on: "2026-01-19", count: 3n },
      { on: "2026-01-26", count: 2n },
      { on: "2026-02-02", count: 1n },
      { on: "2026-02-09", count: 1n },
    ]);
  });
});
