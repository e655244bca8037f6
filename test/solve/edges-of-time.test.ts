import { describe, expect, it } from "vitest";
import { applyChange } from "../../src/plan/change.js";
import { solve } from "../../src/solve/solve.js";
import type { Target } from "../../src/schedule/target.js";
import type { Solution, Targets } from "../../src/solve/answer.js";
import { parsePlan } from "../../src/plan/parse.js";
import type { PlainPlan, PlainStage } from "../oracle/plain-plan.js";

// Expected numbers are worked by hand; weekdays are read off a wall calendar.

const planOf = (
  period: PlainPlan["goal"]["period"],
  funnel: PlainStage[],
  more: Partial<PlainPlan> = {},
): PlainPlan => ({
  goal: { metric: "customers", amount: 10, period },
  funnel,
  ...more,
});
const answerTo = (plan: PlainPlan): Solution => solve(parsePlan(plan));
const targetsOf = (plan: PlainPlan): Targets => {
  const { targets } = answerTo(plan);
  if (targets === null) throw new Error("expected targets");
  return targets;
};
const first = (plan: PlainPlan): Target | undefined => targetsOf(plan).path[0];
const lead = (lag: NonNullable<PlainStage["lag"]>, rate: PlainStage["rate"] = "50%"): PlainStage => ({
  stage: "lead",
  rate,
  lag,
});

describe("the calendar's edges", () => {
  it("counts 29 February as a day to start by", () => {
    // 10 days before Saturday 2028-03-10 … Friday 2028-03-10 is 2028-02-29, a Tuesday.
    const target = first(planOf("2028-02-01/2028-03-10", [lead(10)]));
    expect(target?.window).toMatchObject({ from: "2028-02-01", startBy: "2028-02-29", workingDays: 21 });
  });

  it("starts in the old year what is won in the new one", () => {
    const plan = planOf("2026-01", [lead(14)], { workFrom: "2025-12-15" });
    // 14 days before 1 January is Thursday 18 December, before 31 January Saturday 17: Friday the 16th.
    expect(first(plan)?.window).toMatchObject({
      from: "2025-12-18",
      startBy: "2026-01-16",
      lastUseful: "2026-01-16",
    });
  });

  it("closes a week that spans two periods with the period's end", () => {
    const marks = first(planOf("2026-04", [lead(0)]))?.milestones.map(({ on }) => on);
    // Thursday 30 April 2026 ends the period in the middle of a week.
    expect(marks).toEqual(["2026-04-03", "2026-04-10", "2026-04-17", "2026-04-24", "2026-04-30"]);
  });

  it("does no work on a holiday that is the last day", () => {
    const plan = planOf("2026-04", [lead(0)], { calendar: { holidays: ["2026-04-30"] } });
    expect(first(plan)?.window?.startBy).toBe("2026-04-29");
    expect(first(plan)?.milestones.at(-1)).toEqual({ on: "2026-04-30", total: 20 });
  });

  it("finds no time in a period without a working day, and the day before it when work may start earlier", () => {
    const answer = answerTo(planOf("2026-01-10/2026-01-11", [lead(7)]));
    expect(answer).toMatchObject({ status: "infeasible", reasons: [{ code: "no-time", lastDay: null }] });
    // Saturday and Sunday are seven days after no working day.
    const early = answerTo(planOf("2026-01-10/2026-01-11", [lead(8)]));
    // Eight days before Saturday the 10th is Friday 2 January.
    expect(early).toMatchObject({ reasons: [{ code: "no-time", lastDay: "2026-01-02" }] });
  });

  it("spans twenty years in less than a second or two", () => {
    const plan = planOf("2026-01-01/2045-12-31", [
      lead({ median: 14, p90: 40 }),
      { stage: "demo", rate: "40%", lag: "5 working days" },
    ]);
    const { period, path } = targetsOf(plan);
    // 1043 weeks of 5, and a Thursday and a Friday.
    expect(period.workingDays).toBe(5217);
    expect(path[0]?.days.reduce((sum, { count }) => sum + count, 0)).toBe(path[0]?.total);
  });
});

describe("work that may start at other times than the period", () => {
  it("is too late after the period's end, and says the last day and what would do", () => {
    const plan = planOf("2026-01", [lead(14)], { workFrom: "2026-02-02" });
    const answer = answerTo(plan);
    // 14 days before Saturday 31 January is Saturday the 17th: Friday the 16th is the last working day.
    expect(answer).toMatchObject({
      status: "infeasible",
      reasons: [{ code: "no-time", lastDay: "2026-01-16", path: ["workFrom"] }],
    });
    const fixes = answer.status === "infeasible" ? answer.fixes : [];
    expect(fixes.map(({ path }) => path.join(" "))).toEqual(
      expect.arrayContaining(["workFrom", "goal period"]),
    );
    for (const fix of fixes) expect(solve(applyChange(parsePlan(plan), fix)).status).toBe("feasible");
  });

  it("long before the period begins only where something can land", () => {
    const plan = planOf("2026-01", [lead(14)], { workFrom: "2024-01-01" });
    expect(first(plan)?.window).toMatchObject({ from: "2025-12-18", workingDays: 22 });
    expect(first(plan)?.window?.onTimeShareToday).toBe("0");
  });
});

describe("open work", () => {
  it("at a stage without a lag, of unknown age, brings rate × count", () => {
    const plan = planOf("2026-01", [{ stage: "lead", rate: "50%" }], { pipeline: { lead: 6 } });
    expect(targetsOf(plan).pipeline).toMatchObject({ wins: "3", remaining: "7" });
    const zero = planOf("2026-01", [lead(0)], { pipeline: { lead: 6 } });
    expect(targetsOf(zero).pipeline).toMatchObject({ wins: "3", remaining: "7" });
  });

  it("older than the longest lag is overdue and worth nothing", () => {
    const table = [
      { days: 3, share: "50%" },
      { days: 10, share: "50%" },
    ];
    const entered = (on: string): Partial<PlainPlan> => ({ pipeline: { lead: [{ entered: on }] } });
    const late = targetsOf(planOf("2026-01", [lead(table)], entered("2025-12-20"))).pipeline;
    expect(late).toMatchObject({ wins: "0", overdue: [{ stage: "lead", item: 0, entered: "2025-12-20" }] });
    // Ten days old on 1 January: a quarter of all has gone on; what is left, a quarter, of the 3/4 still there: 1/3.
    const due = targetsOf(planOf("2026-01", [lead(table)], entered("2025-12-22"))).pipeline;
    // 1/3, in twelve digits rounded down.
    expect(due).toMatchObject({ wins: "0.333333333333", overdue: [] });
  });

  it("that carries the goal alone leaves nothing to do", () => {
    const plan = planOf("2026-01", [lead(7)], { pipeline: { lead: 40 } });
    const { pipeline: open, path } = targetsOf(plan);
    expect(open).toMatchObject({ wins: "20", remaining: "0" });
    expect(path[0]).toMatchObject({ total: 0, perDay: 0 });
    expect(answerTo(plan).status).toBe("feasible");
  });
});

describe("a channel with fixed units", () => {
  it("brings as surplus what lands beyond the need", () => {
    const funnel: PlainStage[] = [
      {
        stage: "demo",
        rate: "50%",
        lag: 14,
        sources: [
          { channel: "fair", units: 44, funnel: [{ stage: "visitor", rate: "100%" }] },
          { channel: "calls", rest: true, funnel: [{ stage: "call", rate: "10%" }] },
        ],
      },
    ];
    // 12 of January's 22 working days can still land: 24 of 44 units, 4 more than the 20 that 10 wins need.
    const { stages } = targetsOf(planOf("2026-01", funnel));
    expect(stages["demo"]).toMatchObject({ exact: "20", surplus: "4" });
    expect(stages["call"]).toMatchObject({ exact: "0", total: 0 });
  });
});
