import { describe, expect, it } from "vitest";
import { readLimits } from "../../src/plan/plan-limits.js";
import type { GoalPlan } from "../../src/plan/plan.js";
import { RULES } from "../../src/plan/rules/rules.js";
import { safeParsePlan } from "../../src/plan/parse.js";
import { listStages } from "../../src/plan/stage-list.js";
import { fullPlan } from "./full-plan.js";

/** Plans that lead rules into their branches: all parts at once, and metrics, periods and goals that ask for more. */
function variants(): readonly GoalPlan[] {
  const full = fullPlan() as unknown as GoalPlan;
  const goal = { ...full.goal, profile: undefined };
  const days = { workingDays: 20 };
  const renewals = [{ due: "FY2026-Q1", mrr: 10, rate: "50%" }] as const;
  return [
    { ...full, base: { ...full.base, renewals } },
    { ...full, goal: { ...goal, period: days } },
    { ...full, goal: { ...goal, every: "month" } },
    { ...full, goal: { ...goal, metric: "revenue-earned", period: days } },
    { ...full, goal: { ...goal, metric: "net-new-customers", period: days }, base: { renewals } },
    {
      ...full,
      goal: { ...goal, metric: "lifetime-value" },
      deal: { value: 10 },
      churn: { rate: 0, per: "period" },
    },
    { ...full, goal: { metric: "customers", period: "2026-01" } },
  ];
}

/** Of these rules only ask whether they are there, whatever their shape. */
const ASKED_FOR: Readonly<Record<string, readonly string[]>> = {
  funnelRules: ["habits"],
  goalRules: ["funnel", "habits", "expansion", "contraction", "repeat"],
};

function readBy({ issues }: (typeof RULES)[number], plan: GoalPlan): ReadonlySet<string> {
  const read = new Set<string>();
  const seen = <Of extends object>(data: Of, name: (key: PropertyKey) => string): Of =>
    new Proxy(data, {
      get: (target, key) => {
        read.add(name(key));
        return Reflect.get(target, key) as unknown;
      },
    });
  issues(
    seen(plan, String),
    seen(listStages(plan), () => "funnel"),
    readLimits(),
  );
  return read;
}

describe("rules between parts", () => {
  it("name every part that they read, so that none meets a part of the wrong shape", () => {
    // Parts were missing: rules about dates met a calendar that was a text, and threw.
    for (const plan of variants())
      for (const rules of RULES) {
        const known: readonly string[] = [...rules.looksAt, ...(ASKED_FOR[rules.issues.name] ?? [])];
        expect([rules.issues.name, [...readBy(rules, plan)].filter((key) => !known.includes(key))]).toEqual([
          rules.issues.name,
          [],
        ]);
      }
  });

  it("leave a broken part to its own issue", () => {
    const plan = { ...fullPlan(), calendar: { fiscalYearStart: 2 } };
    for (const part of ["calendar", "habits", "expansion", "contraction", "repeat", "funnel"])
      for (const broken of [null, 3, "x", [], [null], { x: 1 }]) {
        const found = safeParsePlan({ ...plan, [part]: broken }).error?.issues ?? [];
        expect(found.length).toBeGreaterThan(0);
      }
  });
});

describe("parts of a fiscal year", () => {
  const PLAN = {
    goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-02-01/2027-01-31" },
    deal: { value: 1_000 },
    base: { mrr: 100_000, renewals: [{ due: "FY2027-Q2", mrr: 40_000, rate: "90%" }] },
    funnel: [{ stage: "demo", rate: "50%" }],
  };
  const problems = (plan: unknown) =>
    (safeParsePlan(plan).error?.issues ?? []).map(({ code, path }) => [code, path.join(".")]);

  it("in renewals and profiles ask when the fiscal year begins, as in the period", () => {
    const missing = ["value.missing", "calendar.fiscalYearStart"];
    expect(problems(PLAN)).toContainEqual(missing);
    expect(problems({ ...PLAN, calendar: { fiscalYearStart: "feb" } })).toEqual([]);
    const base = { ...PLAN.base, renewals: undefined };
    const profile = { "FY2027-H1": "40%", "FY2027-H2": "60%" };
    const profiled = { ...PLAN, base, goal: { ...PLAN.goal, profile } };
    expect(problems(profiled)).toContainEqual(missing);
    expect(problems({ ...profiled, calendar: { fiscalYearStart: "feb" } })).toEqual([]);
  });

  it("are due by the plan's own calendar: FY2027-Q4 is November to January", () => {
    const due = (name: string, calendar: object) =>
      problems({
        ...PLAN,
        base: { ...PLAN.base, renewals: [{ due: name, mrr: 40_000, rate: "90%" }] },
        calendar,
      });
    expect(due("FY2027-Q4", { fiscalYearStart: "feb" })).toEqual([]);
    // Named by its start that quarter is a year later, and lies outside the period.
    expect(due("FY2027-Q4", { fiscalYearStart: "feb", fiscalYearNamedBy: "start" })).toEqual([
      ["renewal.due", "base.renewals.0.due"],
    ]);
    expect(due("FY2026-Q4", { fiscalYearStart: "feb" })).toEqual([["renewal.due", "base.renewals.0.due"]]);
  });
});
