import { describe, expect, it } from "vitest";
import type { Fix } from "../../../src/words/fixes.js";
import { parseExact } from "../../../src/number/exact-string.js";
import { add, ONE } from "../../../src/number/ratio.js";
import { encodeExact } from "../../../src/number/exact-string.js";
import { applyChange } from "../../../src/plan/change.js";
import type { GoalPlan } from "../../../src/plan/plan.js";
import type { InfeasibleSolution } from "../../../src/solve/answer.js";
import { solve } from "../../../src/solve/solve.js";

const goal = { metric: "customers", amount: 12, period: "2026-02", chance: "90%" } as const;

/** Plans that could be met as they are expected, or nearly so, but not with the chance that they ask for. */
const SHAPES: Readonly<Record<string, GoalPlan>> = {
  "a list too short": { goal, funnel: [{ stage: "call", rate: "30%", available: 45 }] },
  "a sample": { goal, funnel: [{ stage: "call", rate: { won: 12, of: 40 }, available: 60 }] },
  "a range": {
    goal,
    funnel: [{ stage: "call", rate: { rate: "30%", low: "20%", high: "42%" }, available: 60 }],
  },
  "a team without enough minutes": {
    goal,
    funnel: [{ stage: "call", rate: "30%", owner: "sales", minutes: 120 }],
    teams: { sales: { headcount: 1, minutesPerDay: 260 } },
  },
  "a lag that ends too late": {
    goal,
    funnel: [
      { stage: "call", rate: "30%", lag: 14, owner: "sales", minutes: 60 },
      { stage: "offer", rate: "60%", lag: "5 days" },
    ],
    teams: { sales: { headcount: 1, minutesPerDay: 400 } },
  },
  "two channels, one with a fixed number of units": {
    goal,
    funnel: [
      {
        stage: "meeting",
        rate: "40%",
        sources: [
          { channel: "web", units: 20, funnel: [{ stage: "lead", rate: "50%" }] },
          {
            channel: "calls",
            rest: true,
            funnel: [{ stage: "call", rate: { won: 20, of: 50 }, available: 46 }],
          },
        ],
      },
    ],
  },
  "whole units on every stage": {
    goal,
    rounding: "cascade",
    funnel: [
      { stage: "call", rate: "40%", available: 55 },
      { stage: "offer", rate: "60%" },
    ],
  },
  "one rate of two stages": {
    goal,
    funnel: [
      { stage: "first call", rate: { won: 24, of: 40 }, available: 42 },
      { stage: "second call", sameAs: "first call" },
    ],
  },
  "losses by chance": {
    goal: { ...goal, metric: "net-new-customers" },
    base: { customers: 200 },
    churn: { rate: "2%", per: "period" },
    funnel: [{ stage: "call", rate: "30%", available: 60 }],
  },
  "wins that differ": {
    goal: { ...goal, metric: "revenue", amount: 12_000 },
    deal: { value: [400, 800, 1000, 1800] },
    funnel: [{ stage: "call", rate: "30%", available: 45 }],
  },
  "open work": {
    goal,
    pipeline: { offer: 10 },
    funnel: [
      { stage: "call", rate: "40%", available: 40 },
      { stage: "offer", rate: { won: 18, of: 30 } },
    ],
  },
  "months that differ": {
    goal,
    spread: "25%",
    funnel: [{ stage: "call", rate: "30%", available: 50 }],
  },
};

function infeasible(plan: GoalPlan): InfeasibleSolution {
  const answer = solve(plan);
  if (answer.status === "feasible") throw new Error("expected a plan out of reach");
  return answer;
}

function after(plan: GoalPlan, change: Pick<Fix, "path" | "to">): string {
  return solve(applyChange(plan, change)).status;
}

describe.each(Object.entries(SHAPES))("a chance out of reach: %s", (_name, plan) => {
  const answer = infeasible(plan);

  it("the nearest goal has the chance asked for, and one step more does not", () => {
    const { nearest } = answer;
    expect(nearest).not.toBeNull();
    const amount = (to: string) => ({ path: ["goal", "amount"], to });
    expect(after(plan, amount(nearest?.amount ?? ""))).toBe("feasible");
    const step = plan.goal.metric === "revenue" ? { num: 1, den: 100 } : ONE;
    const more = encodeExact(add(parseExact(nearest?.amount ?? "") ?? ONE, step));
    expect(after(plan, amount(more))).toBe("infeasible");
  });

  it("the chance that all that can be done gives the goal is below the one asked for, and is the one to settle for", () => {
    const chance = answer.nearest?.chance ?? NaN;
    expect(chance).toBeGreaterThan(0);
    expect(chance).toBeLessThan(0.9);
    const settled = answer.fixes.find(({ code }) => code === "lower-chance");
    if (chance < 0.01) return;
    const percent = Number(String(settled?.to).slice(0, -1));
    expect(percent).toBeGreaterThanOrEqual(Math.floor(chance * 100) - 1);
    expect(percent).toBeLessThanOrEqual(chance * 100);
    expect(after(plan, { path: ["goal", "chance"], to: `${percent + 2}%` })).toBe("infeasible");
  });

  it("each fix does alone", () => {
    expect(answer.fixes.length).toBeGreaterThan(1);
    for (const fix of answer.fixes) expect(after(plan, fix), fix.text).toBe("feasible");
  });

  it("a rate that is raised is known no better than before", () => {
    for (const fix of answer.fixes) {
      if (fix.code !== "raise-rate" || typeof fix.from !== "object" || fix.from === null) continue;
      expect(Object.keys(fix.to as object)).toEqual(Object.keys(fix.from));
    }
  });
});

describe("what more history would save", () => {
  // The least multiple that does: with half of it the plan is still out of reach.
  it("is said in units of work, for the least sample that is enough", () => {
    const plan = SHAPES["a sample"];
    if (plan === undefined) throw new Error("there is a sample");
    const unlimited = (rate: object): number =>
      solve({ goal, funnel: [{ stage: "call", rate: rate as { won: number; of: number } }] }).targets?.path[0]
        ?.total ?? NaN;
    const fix = infeasible(plan).fixes.find(({ code }) => code === "larger-sample");
    if (fix?.code !== "larger-sample") throw new Error("a larger sample would do");
    expect(fix.saved).toBe(unlimited({ won: 12, of: 40 }) - unlimited(fix.to as object));
    expect(fix.saved).toBeGreaterThan(0);
    expect(fix.text).toContain(`it would take ${fix.saved} units of work less.`);
  });
});
