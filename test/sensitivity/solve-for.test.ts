import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactWins, wholeWins } from "../../src/model/bridge.js";
import { parseExact, encodeExact } from "../../src/number/exact-string.js";
import { add, compare, multiply, ONE, ratio, subtract, ZERO, type Ratio } from "../../src/number/ratio.js";
import { valueAt, withChange } from "../../src/plan/change.js";
import type { Path } from "../../src/schema/issue.js";
import { chosenPlan } from "../../src/plan/goals.js";
import { parsePlan } from "../../src/plan/parse.js";
import type { GoalPlan } from "../../src/plan/plan.js";
import { workGiven, type ActivityGiven } from "../../src/sensitivity/activity-given.js";
import { compiledFrom } from "../../src/solve/compiled.js";
import { solveFor, type SolvedFor } from "../../src/sensitivity/solve-for.js";
import { earnedByWork } from "../../src/sensitivity/earned-by-work.js";
import { profitOfWork } from "../../src/sensitivity/profit-of-work.js";
import { winsOfWork } from "../../src/sensitivity/wins-of-work.js";
import { runs } from "../laws/runs.js";
import { plans } from "../generators/plans.js";

const HAIR = ratio(1, 1_000_000_000_000);

/**
 * Expected wins of the activity, and the wins to go for, once the number is put back into the plan; of a profit what the
 * activity leaves.
 */
function reaches(plan: GoalPlan, given: ActivityGiven): boolean {
  const prepared = compiledFrom(plan);
  if (plan.goal.metric === "profit") {
    const works = workGiven(prepared, given);
    const profit = profitOfWork(prepared, works, winsOfWork(prepared, works));
    return compare(profit, prepared.bridge.goal) >= 0;
  }
  if (prepared.earning !== undefined) {
    const { goal, buffer } = prepared.bridge;
    return compare(earnedByWork(prepared, workGiven(prepared, given)), multiply(goal, add(ONE, buffer))) >= 0;
  }
  const exact = exactWins(prepared.bridge);
  if (exact === undefined) return false;
  const wins = winsOfWork(prepared, workGiven(prepared, given));
  return compare(wins, { num: wholeWins(prepared.bridge, exact), den: 1 }) >= 0;
}

function putBack(plan: GoalPlan, answer: Extract<SolvedFor, { status: "value" }>, more?: Ratio): GoalPlan {
  const moved = answer.changes.reduce(withChange, plan);
  if (more === undefined) return parseOne(moved);
  const at = parseExact(String(valueAt(moved, answer.path))) ?? ZERO;
  return withChange(moved, { path: answer.path, to: encodeExact(add(at, more)) });
}

/** The generator draws plans of one goal. */
function parseOne(plan: unknown): GoalPlan {
  return chosenPlan({ plan: parsePlan(plan) });
}

function activityOf(plan: GoalPlan, perDay: number): ActivityGiven {
  const { flow } = compiledFrom(plan);
  const starts = flow.filter(({ isWork }) => isWork).map(({ name }) => [name, perDay]);
  return { perDay: Object.fromEntries(starts) as Record<string, number> };
}

function pathsOf(plan: GoalPlan): Path[] {
  const { flow } = compiledFrom(plan);
  const paths: Path[] = [...flow.map(({ path }) => [...path, "rate"]), ["goal", "amount"]];
  const { metric } = plan.goal;
  if (plan.deal?.value !== undefined && !metric.endsWith("customers")) paths.push(["deal", "value"]);
  if (metric === "gross-profit") paths.push(["deal", "margin"]);
  if (/^(net-new|ending)/.test(metric)) {
    for (const key of ["customers", "mrr", "newCustomers"] as const)
      if (plan.churn?.[key] !== undefined) paths.push(["churn", key]);
  }
  return paths;
}

describe("solveFor", () => {
  test.each([{ lags: false }, { lags: true }])(
    "the value put back reaches the wins to go for, and a hair to the wrong side does not (lags: $lags)",
    ({ lags }) => {
      const drawn = fc.tuple(plans({ lags, depth: 1 }), fc.nat(200), fc.nat());
      fc.assert(
        fc.property(drawn, ([plain, perDay, pick]) => {
          const plan = parseOne(plain);
          const given = activityOf(plan, perDay);
          const paths = pathsOf(plan);
          const path = paths[pick % paths.length] ?? [];
          const answer = solveFor(plan, path, given);
          if (answer.status === "none") expect(reaches(plan, given)).toBe(false);
          if (answer.status === "any") expect(reaches(plan, given)).toBe(true);
          if (answer.status !== "value") return;
          expect(reaches(putBack(plan, answer), given)).toBe(true);
          const wrong = answer.limit === "least" ? subtract(ratio(0), HAIR) : HAIR;
          if (answer.limit === "least" && answer.to === "0") return;
          expect(reaches(putBack(plan, answer, wrong), given)).toBe(false);
        }),
        runs(0.4),
      );
    },
  );

  test("the rate that 20 calls a day need is the wins ÷ the calls ÷ the other rate (by hand: 10 ÷ 400 ÷ 50% = 5%)", () => {
    const plan = {
      goal: { metric: "customers", amount: 10, period: { workingDays: 20 } },
      funnel: [
        { stage: "call", rate: "4%" },
        { stage: "meeting", rate: "50%" },
      ],
    } as const;
    const answer = solveFor(plan, ["funnel", 0, "rate"], { perDay: { call: 20 } });
    expect(answer).toMatchObject({ status: "value", to: "0.05", wins: { expected: "10", needed: 10 } });
    expect(solveFor(plan, ["funnel", 1, "rate"], { perDay: { call: 5 } }).status).toBe("none");
    expect(solveFor(plan, ["goal", "amount"], { perDay: { call: 20 } })).toMatchObject({ to: "8" });
  });

  test("churn's value stays what it is now when the deal's value is asked for (by hand: 30 demos, 15 wins, 15,000 to win)", () => {
    const plan = {
      goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
      deal: { value: 1_000 },
      churn: { customers: 5 },
      funnel: [{ stage: "demo request", rate: "50%" }],
    } as const;
    const answer = solveFor(plan, ["deal", "value"], { total: { "demo request": 25 } });
    // 12 whole wins of 12.5 must bring 10,000 and the 5 × 1,000 that leave.
    expect(answer).toMatchObject({ status: "value", to: "1250" });
    expect(answer.status === "value" && answer.changes).toEqual([
      { path: ["churn", "valueEach"], to: "1000" },
      { path: ["deal", "value"], to: "1250" },
    ]);
  });

  test("people come whole, and minutes shrink in proportion (by hand)", () => {
    const plan = {
      goal: { metric: "customers", amount: 10, period: { workingDays: 20 } },
      funnel: [{ stage: "call", rate: "5%", owner: "sales", minutes: 12 }],
      teams: { sales: { headcount: 2 } },
    } as const;
    // 8 calls a day of 2 people are 160 calls and 8 wins; 2.5 people would do, and so would 9.6 minutes instead of 12.
    expect(solveFor(plan, ["teams", "sales", "headcount"], { perDay: { call: 8 } })).toMatchObject({ to: 3 });
    expect(solveFor(plan, ["funnel", 0, "minutes"], { perDay: { call: 8 } })).toMatchObject({ to: "9.6" });
    expect(solveFor(plan, ["funnel", 0, "minutes"], { perDay: { call: 0 } }).status).toBe("none");
  });

  test("a rate of churn over several months is found in steps, the greatest that still does", () => {
    const plan = {
      goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-Q1" },
      deal: { value: 1_000 },
      base: { mrr: 100_000 },
      churn: { rate: "3%", per: "month" },
      funnel: [{ stage: "demo", rate: "50%" }],
    } as const;
    const given = { total: { demo: 36 } };
    const answer = solveFor(plan, ["churn", "rate"], given);
    if (answer.status !== "value") throw new Error(answer.status);
    expect(answer.limit).toBe("greatest");
    expect(reaches(putBack(plan, answer), given)).toBe(true);
    expect(reaches(putBack(plan, answer, ratio(1, 1_000_000_000)), given)).toBe(false);
  });

  test("other paths, stages without work of their own and valued open items are refused by name", () => {
    const plan = {
      goal: { metric: "new-mrr", amount: 10_000, period: "2026-Q1" },
      deal: { value: 1_000 },
      pipeline: { demo: [{ value: 500 }] },
      funnel: [
        { stage: "call", rate: "5%" },
        { stage: "demo", rate: "50%" },
      ],
    } as const;
    const codes = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (error) {
        return (error as { issues: { code: string }[] }).issues.map(({ code }) => code);
      }
    };
    expect(codes(() => solveFor(plan, ["goal", "metric"], {}))).toEqual(["path.not-solvable"]);
    expect(codes(() => solveFor(plan, ["deal", "margin"], {}))).toEqual(["path.not-solvable"]);
    expect(codes(() => solveFor(plan, ["funnel", 7, "rate"], {}))).toEqual(["path.not-solvable"]);
    expect(codes(() => solveFor(plan, ["deal", "value"], {}))).toEqual(["pipeline.values"]);
    expect(codes(() => solveFor(plan, ["funnel", 0, "rate"], { perDay: { demo: 3 } }))).toEqual([
      "stage.no-work",
    ]);
  });
});

/** One win on each of the 22, 20 and 22 working days of the months pays 22 × 3 + 20 × 2 + 22 × 1 = 128 months of 10. */
test.each([
  [["goal", "amount"], "1280"],
  [["deal", "value"], "5"],
  [["funnel", 0, "rate"], "0.25"],
])("of what is earned within the period the days of the wins decide: %j", (path, value) => {
  const plan: GoalPlan = {
    goal: { metric: "revenue-earned", amount: 640, period: "2026-Q1" },
    deal: { value: 10, per: "month" },
    funnel: [{ stage: "demo", rate: "50%" }],
  };
  expect(solveFor(plan, path, { perDay: { demo: 2 } })).toMatchObject({ status: "value", value });
});
