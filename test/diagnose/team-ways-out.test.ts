import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange } from "../../src/plan/change.js";
import type { GoalPlan } from "../../src/plan/plan.js";
import { solve } from "../../src/solve/solve.js";
import { runs } from "../laws/runs.js";

const people = fc.constantFrom<NonNullable<GoalPlan["teams"]>[string]>(
  { headcount: 1, minutesPerDay: 120 },
  { headcount: 2, minutesPerDay: 300, overheadMinutesPerDay: 60, maxPerDay: { call: 5 } },
  {
    minutesPerDay: 200,
    people: [{ name: "Ana" }, { name: "Ben", starts: "2026-01-19", ramp: { months: ["50%"] } }],
  },
);

/** Plans that ask a lot of one team, often too much. */
const plans: fc.Arbitrary<GoalPlan> = fc
  .record({
    amount: fc.integer({ min: 1, max: 120 }),
    rate: fc.constantFrom("10%", "40%", "1/3"),
    minutes: fc.constantFrom(5, 20, 60),
    lag: fc.constantFrom(undefined, 5, 10),
    sales: people,
  })
  .map(({ amount, rate, minutes, lag, sales }) => ({
    goal: { metric: "customers", amount, period: "2026-01-05/2026-01-30" },
    funnel: [
      { stage: "lead", rate: rate as "10%", lag, owner: "sales", activities: [{ name: "call", minutes }] },
    ],
    teams: { sales },
  }));

const RUNS = runs(0.15);

describe("a team that is asked for too much", () => {
  it("leaves a nearest goal that can be reached, and one more cannot", () => {
    const property = fc.property(plans, (plan) => {
      const answer = solve(plan);
      if (answer.status === "feasible" || answer.nearest === null) return;
      const at = (amount: number) => solve({ ...plan, goal: { ...plan.goal, amount } }).status;
      expect(at(Number(answer.nearest.amount))).toBe("feasible");
      expect(at(Number(answer.nearest.amount) + 1)).toBe("infeasible");
    });
    fc.assert(property, RUNS);
  });

  it("has ways out that each make the plan feasible, and whole steps of which one less does not", () => {
    const property = fc.property(plans, (plan) => {
      const answer = solve(plan);
      if (answer.status === "feasible") return;
      for (const fix of answer.fixes) {
        expect(solve(applyChange(answer.plan, fix)).status, fix.text).toBe("feasible");
        const last = fix.path.at(-1);
        if (typeof fix.to !== "number" || (last !== "headcount" && last !== "minutes")) continue;
        const less = { ...fix, to: last === "headcount" ? fix.to - 1 : fix.to + 1 };
        expect(solve(applyChange(answer.plan, less)).status, fix.text).toBe("infeasible");
      }
    });
    fc.assert(property, RUNS);
  });

  it("can reach no less with one person more (law 3)", () => {
    const property = fc.property(plans, (plan) => {
      const sales = plan.teams?.["sales"];
      if (sales?.headcount === undefined) return;
      const more = solve({ ...plan, teams: { sales: { ...sales, headcount: sales.headcount + 1 } } });
      if (solve(plan).status === "feasible") expect(more.status).toBe("feasible");
    });
    fc.assert(property, RUNS);
  });

  it("deals out all of its work: people's days and totals add up to the team's (law 5)", () => {
    const property = fc.property(plans, (plan) => {
      for (const { total, days, people: shares } of solve(plan).targets?.activities ?? []) {
        if (shares.length === 0) continue;
        expect(shares.reduce((all, share) => all + share.total, 0)).toBe(
          days.reduce((all, { count }) => all + count, 0),
        );
        expect(days.reduce((all, { count }) => all + count, 0)).toBe(total);
        for (const share of shares)
          expect(share.weeks.reduce((all, { count }) => all + count, 0)).toBe(share.total);
      }
    });
    fc.assert(property, RUNS);
  });
});
