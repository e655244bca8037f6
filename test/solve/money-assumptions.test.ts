import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";

const BASE = {
  goal: { metric: "revenue", amount: 780, period: 2026 },
  funnel: [{ stage: "demo", rate: "50%" }],
};
const RECURRING = { value: 10, per: "month", contractMonths: 12 };

function money(metric: string, deal: object) {
  const { assumptions } = solve(parsePlan({ ...BASE, goal: { ...BASE.goal, metric }, deal }));
  return assumptions.filter(({ path }) => path.join(".") === "goal.metric");
}

describe("what a goal in money counts", () => {
  it("went for 7 wins of 120 without a word that the contracts are paid beyond the year", () => {
    expect(money("revenue", RECURRING).map(({ text }) => text)).toEqual([
      "revenue counts a contract in full on the day it is won, also what is paid later.",
    ]);
  });

  it("says of gross profit, too, that no cost is taken off but those in the margin", () => {
    const codes = money("gross-profit", { ...RECURRING, margin: "50%" }).map(({ code }) => code);
    expect(codes).toEqual(["whole-contracts", "costs-left-out"]);
    const single = money("gross-profit", { value: 120, margin: "50%" }).map(({ code }) => code);
    expect(single).toEqual(["costs-left-out"]);
  });

  it("says nothing where a win is paid at once, or where the metric is what recurs", () => {
    expect(money("revenue", { value: 120 })).toEqual([]);
    expect(money("new-mrr", { value: 10 })).toEqual([]);
  });
});

describe("entry in the middle, as the guide writes it", () => {
  it("takes 475 calls and 95 meetings beside 2.5 proposals that come back", () => {
    // 30 ÷ 60% = 50 proposals: 5% of them 2.5; 47.5 ÷ 50% = 95; 95 ÷ 20% = 475.
    const returning = { channel: "returning", share: "5%", funnel: [{ stage: "return", rate: "100%" }] };
    const calls = { stage: "call", rate: "20%" };
    const rest = { channel: "calls", rest: true, funnel: [calls, { stage: "meeting", rate: "50%" }] };
    const plan = {
      goal: { metric: "customers", amount: 30, period: "2026-Q1" },
      funnel: [{ stage: "proposal", rate: "60%", sources: [returning, rest] }],
    };
    const path = solve(parsePlan(plan)).targets?.path.map(({ stage, exact }) => [stage, exact]);
    expect(path).toEqual([
      ["return", "2.5"],
      ["call", "475"],
      ["meeting", "95"],
      ["proposal", "50"],
      ["win", "30"],
    ]);
  });
});

describe("units that come back, as the guide writes them", () => {
  it("take 510 bookings and 600 slots for 420 held", () => {
    // Of a booking 15% come back: 1 ÷ 85% = 20/17 slots, 70% of which are held: 14/17. 420 ÷ (14/17) = 510; × 20/17 = 600.
    const slot = { name: "slot", perUnit: "20/17", minutes: 45 };
    const plan = {
      goal: { metric: "units", amount: 420, period: "2026-03" },
      funnel: [{ stage: "booking", rate: "14/17", activities: [slot] }],
    };
    const { targets } = solve(parsePlan(plan));
    expect(targets?.path[0]?.total).toBe(510);
    expect(targets?.activities[0]?.total).toBe(600);
  });
});
