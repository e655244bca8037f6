import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forecast } from "../../src/forecast/forecast.js";
import { parseExact } from "../../src/number/exact-string.js";
import { compare, ZERO } from "../../src/number/ratio.js";
import { parseGoalAmount } from "../../src/plan/goal-amount.js";
import { withChange } from "../../src/plan/change.js";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { formatDay } from "../../src/calendar/day.js";
import { compileDatedPlan } from "../../src/track/dated.js";
import { replan } from "../../src/track/replan.js";
import { plans } from "../generators/plans.js";
import { followed } from "./followed.js";
import { runs } from "../laws/runs.js";

const drawnPlans = plans({ period: "dated", lags: true, stages: 2, depth: 1, activities: false });

describe("replan", () => {
  test("at the start, with nothing done, gives the same targets", () => {
    fc.assert(
      fc.property(drawnPlans, (plain) => {
        const plan = parsePlan(plain);
        const { period, workFrom } = compileDatedPlan(plan);
        const asOf = Math.min(period.first, workFrom ?? period.first) - 1;
        const answer = replan(plan, { asOf: formatDay(asOf) });
        expect(answer.changes).toEqual([]);
        expect(answer.solution.targets).toEqual(solve(plan).targets);
      }),
      runs(0.1),
    );
  });

  test("replanned, solved and forecast, the goal is reached", () => {
    const drawn = fc.tuple(drawnPlans, fc.double({ min: 0, max: 0.9, noNaN: true }), fc.nat(30), fc.nat(5));
    fc.assert(
      fc.property(drawn, ([plain, share, won, churned]) => {
        const plan = parsePlan(plain);
        const { period } = compileDatedPlan(plan);
        const asOf = period.first + Math.floor(share * (period.last - period.first));
        const first = plan.funnel.at(-1)?.stage ?? "";
        const snapshot = { asOf: formatDay(asOf), won, churned, pipeline: { [first]: 4 } };
        const answer = replan(plan, snapshot);
        if (answer.solution.status === "infeasible") return;
        const outlook = forecast(answer.plan, { asOf: snapshot.asOf, pipeline: snapshot.pipeline });
        const goal = parseGoalAmount(answer.plan.goal?.amount).amount;
        expect(compare(parseExact(outlook.atEnd.amount) ?? ZERO, goal)).toBeGreaterThanOrEqual(0);
      }),
      runs(0.15),
    );
  });

  test("its changes, made one after the other, turn the old plan into the new one", () => {
    fc.assert(
      fc.property(drawnPlans, fc.double({ min: 0, max: 0.9, noNaN: true }), (plain, share) => {
        const plan = parsePlan(plain);
        const { period } = compileDatedPlan(plan);
        const asOf = period.first + Math.floor(share * (period.last - period.first));
        const { changes, plan: made } = replan(plan, followed(plan, asOf));
        expect(JSON.stringify(parsePlan(changes.reduce(withChange, plan)))).toBe(JSON.stringify(made));
      }),
      runs(0.1),
    );
  });

  test("takes the amount achieved net, the churn that is left and the base as it is (by hand)", () => {
    const plan = {
      goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
      deal: { value: 1_000 },
      base: { customers: 100, mrr: 90_000 },
      churn: { customers: 5 },
      buffer: "10%",
      funnel: [{ stage: "demo request", rate: "50%" }],
    } as const;
    // 6 wins bring 6,000, 2 customers of 900 each have left: 4,200 of 10,000.
    const answer = replan(plan, { asOf: "2026-01-16", won: 6, churned: 2 });
    expect(Object.fromEntries(answer.changes.map(({ path, to }) => [path.join("."), to]))).toEqual({
      "goal.period": { start: "2026-01-17", end: "2026-01-31" },
      "goal.amount": "5800",
      "base.mrr": "94200",
      "base.customers": "104",
      "churn.customers": "3",
      "churn.valueEach": "900",
    });
    // (5,800 + 2,700) ÷ 1,000 · 1.1 = 9.35.
    expect(answer.solution.targets?.wins).toBe(10);
    expect(answer.changes.every(({ text }) => text.endsWith("."))).toBe(true);
    const overdone = replan(plan, { asOf: "2026-01-16", won: 20, churned: 9 });
    expect(overdone.plan.churn?.customers).toBe("0");
    expect(overdone.plan.goal?.amount).toBe("0");
  });

  test("an ending metric keeps its amount, because the base has moved", () => {
    const plan = {
      goal: { metric: "ending-mrr", amount: 100_000, period: "2026-01" },
      deal: { value: 1_000 },
      base: { mrr: 90_000 },
      funnel: [{ stage: "demo", rate: "50%" }],
    } as const;
    const answer = replan(plan, { asOf: "2026-01-16", won: 4 });
    expect(answer.plan.goal?.amount).toBe(100_000);
    expect(answer.plan.base?.mrr).toBe("94000");
    expect(answer.solution.targets?.wins).toBe(6);
  });

  test("rates are as planned, as seen, or a stated blend (by hand: 100 calls, 5 wins, planned 10%)", () => {
    const plan = {
      goal: { metric: "customers", amount: 20, period: { start: "2026-01-05", end: "2026-01-30" } },
      funnel: [{ stage: "call", rate: "10%", available: 300 }],
    } as const;
    const snapshot = { asOf: "2026-01-16", entered: { call: 100 }, won: 5 };
    const rate = (rates: Parameters<typeof replan>[2]) => replan(plan, snapshot, rates).plan.funnel[0]?.rate;
    expect(rate({})).toBe("10%");
    expect(rate({ rates: "seen" })).toBe("0.05");
    // (5 + 10) ÷ (100 + 100)
    expect(rate({ rates: { blend: 100 } })).toBe("0.075");
    const seen = replan(plan, snapshot, { rates: "seen" });
    // 15 wins at 5% are 300 calls, and 200 of the list are left.
    expect(seen.plan.funnel[0]?.available).toBe("200");
    expect(seen.solution.status).toBe("infeasible");
    expect(seen.nearest).toEqual({ amount: "10", wins: 10 });
    expect(seen.fixes.length).toBeGreaterThan(0);
    expect(() => replan(plan, snapshot, { rates: { blend: -1 } })).toThrow(/replan requires rates/);
  });

  // A rate beside sameAs is no plan: the one rate is what was seen of both, 60 of 100 and 24 of 60: 84 of 160.
  test("a rate that two stages have is seen at both", () => {
    const plan = {
      goal: { metric: "customers", amount: 40, period: { start: "2026-01-05", end: "2026-01-30" } },
      funnel: [
        { stage: "first call", rate: "50%" },
        { stage: "second call", sameAs: "first call" },
      ],
    } as const;
    const snapshot = { asOf: "2026-01-16", entered: { "first call": 100, "second call": 60 }, won: 24 };
    const { funnel } = replan(plan, snapshot, { rates: "seen" }).plan;
    expect(funnel.map(({ rate }) => rate)).toEqual(["0.525", undefined]);
  });

  // It used to stop with bad input: a job that runs every Monday broke on the Monday after the period.
  test("on the last day and after it the answer is whether the goal is reached", () => {
    const plan = {
      goal: { metric: "net-new-mrr", amount: 10, period: "2026-01" },
      deal: { value: 10 },
      base: { mrr: 1000 },
      churn: { rate: "1%", per: "period" },
      funnel: [{ stage: "call", rate: 1 }],
    } as const;
    for (const asOf of ["2026-01-31", "2026-02-09"]) {
      // Two wins of 10 less 1% of 1,000 are 10: reached, and no more churn is to come.
      const reached = replan(plan, { asOf, won: 2 });
      expect(reached.solution.targets?.wins).toBe(0);
      expect(reached.solution.status).toBe("feasible");
      const missed = replan(plan, { asOf, won: 1 });
      expect(missed.solution.status).toBe("infeasible");
      expect(missed.solution.status === "infeasible" && missed.solution.reasons[0]?.code).toBe("no-time");
    }
  });

  // The case of the leave of 6 to 10 July: track, replan, scorecard and report refused the plan on 31 July.
  test("time off, tasks and ramps that are over stay in the plan and change nothing", () => {
    const plan = {
      goal: { metric: "customers", amount: 10, period: "2026-Q3" },
      funnel: [{ stage: "demo", rate: "25%", owner: "sales", minutes: 60 }],
      teams: {
        sales: {
          people: [
            { name: "Kim", absences: ["2026-07-06/2026-07-10"], ramp: { months: ["0%"] } },
            { name: "Lou" },
          ],
          minutesPerDay: 300,
        },
      },
      tasks: [
        { name: "training", owner: "sales", minutes: 600, due: "2026-07-15" },
        { name: "guide", owner: "sales", minutes: 920, due: "2026-08-31", after: "training" },
      ],
    } as const;
    const {
      solution,
      changes,
      plan: rest,
    } = replan(plan, {
      asOf: "2026-07-31",
      entered: { demo: 12 },
      won: 3,
    });
    // 7 wins ÷ 25%; August has 21 working days, and 33 of the quarter's days after 15 July lie up to 31 August.
    expect(solution.status).toBe("feasible");
    expect(solution.targets?.stages.demo.total).toBe(28);
    expect(rest.teams?.sales.people?.[0]?.starts).toBe("2026-07-01");
    expect(changes.find(({ path }) => path[0] === "tasks")?.to).toBe("6440/11");
    expect(solution.assumptions.filter(({ kind }) => kind === "part-unused").map(({ path }) => path)).toEqual(
      [
        ["teams", "sales", "people", 0, "absences", 0],
        ["tasks", 0],
      ],
    );
  });
});
