import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseExact } from "../../src/number/exact-string.js";
import { compare as compareRatios, ZERO } from "../../src/number/ratio.js";
import { explain } from "../../src/explain/explain.js";
import { forecast } from "../../src/forecast/forecast.js";
import { applyChange } from "../../src/plan/change.js";
import { parsePlan, safeParsePlan } from "../../src/plan/parse.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { safeParseSnapshot } from "../../src/plan/parse-snapshot.js";
import { compare } from "../../src/sensitivity/compare.js";
import { levers } from "../../src/sensitivity/levers.js";
import { solveFor } from "../../src/sensitivity/solve-for.js";
import { solve } from "../../src/solve/solve.js";
import { check } from "../../src/track/check.js";
import { replan } from "../../src/track/replan.js";
import { track } from "../../src/track/track.js";
import { goalsPlans } from "../generators/goals.js";
import { runs } from "../laws/runs.js";
import { goalsAlone, type PlainGoalsPlan } from "../oracle/goals.js";

/** 60,000 at 2,500 a deal are 24 wins; 20 customers are 20. One call in 40 is won. */
const TWO = {
  currency: "USD",
  goals: [
    { metric: "revenue", amount: 60_000, period: "2026-Q1" },
    { metric: "customers", amount: 20 },
  ],
  deal: { value: 2500, per: "deal" },
  funnel: [
    { stage: "call", rate: "10%" },
    { stage: "demo", rate: "25%" },
  ],
} as const satisfies PlanInput;

const goalsOf = (plan: PlanInput) =>
  solve(plan).targets?.goals?.map(({ metric, wins, brought, attainment, binds }) => [
    ...[metric, wins, brought, attainment, binds],
  ]);

describe("several goals over one period", () => {
  // By hand: 24 wins bring 24 · 2,500 = 60,000, and 24 of 20 customers.
  it("ask for the wins of the one that needs most, and say what these bring of each", () => {
    const { binds, targets } = solve(TWO);
    expect([binds, targets?.wins, targets?.stages.call.total]).toEqual([0, 24, 960]);
    expect(targets?.goal).toEqual({ metric: "revenue", amount: "60000", unit: "USD" });
    expect(goalsOf(TWO)).toEqual([
      ["revenue", 24, "60000", "1", true],
      ["customers", 20, "24", "1.2", false],
    ]);
  });

  it("bind in turn as the plan changes: at 4,000 a deal 15 wins would do for revenue", () => {
    const dearer = applyChange(TWO, { path: ["deal", "value"], to: 4000 });
    const { binds, targets } = solve(dearer);
    expect([binds, targets?.wins, targets?.goal.metric]).toEqual([1, 20, "customers"]);
    expect(goalsOf(dearer)).toEqual([
      ["revenue", 15, "80000", "4/3", false],
      ["customers", 20, "20", "1", true],
    ]);
  });

  // By hand: 10 · 1,000 new MRR, less 5 customers of 200 each: 9,000 net. 12 wins are needed for 12,000 of new MRR.
  it("each with what the base does to it", () => {
    const plan: PlanInput = {
      goals: [
        { metric: "net-new-mrr", amount: 9000, period: "2026-01" },
        { metric: "new-mrr", amount: 12_000 },
      ],
      deal: { value: 1000 },
      churn: { customers: 5, valueEach: 200 },
      funnel: [{ stage: "demo", rate: "50%" }],
    };
    expect(goalsOf(plan)).toEqual([
      ["net-new-mrr", 10, "11000", "11/9", false],
      ["new-mrr", 12, "12000", "1", true],
    ]);
    const unused = solve(plan).assumptions.filter(({ code }) => code === "part-unused");
    expect(unused).toEqual([]);
  });

  it("say in which goal a part is used by none", () => {
    const unused = solve({ ...TWO, churn: { customers: 3 } }).assumptions.filter(
      ({ code }) => code === "part-unused",
    );
    expect(unused.map(({ path }) => path)).toEqual([["churn"]]);
  });

  it("both bind where they need as many", () => {
    const alike = applyChange(TWO, { path: ["goals", 1, "amount"], to: 24 });
    expect(goalsOf(alike)?.map((row) => row.at(-1))).toEqual([true, true]);
  });

  it("one that no number of wins meets binds", () => {
    const plan: PlanInput = {
      ...TWO,
      deal: { value: 0, per: "deal" },
    };
    const answer = solve(plan);
    expect(answer).toMatchObject({ status: "infeasible", binds: 0, targets: null });
    expect(answer.status === "infeasible" && answer.reasons[0]).toMatchObject({
      code: "no-value",
      metric: "revenue",
    });
  });
});

describe("goals that are out of reach", () => {
  // By hand: 24 demos at 50% are 12 wins: 12 of 20 thousand are 60%, and 60% of 15 customers are 9.
  const short: PlanInput = {
    goals: [
      { metric: "customers", amount: 15, period: "2026-01" },
      { metric: "revenue", amount: 20_000 },
    ],
    deal: { value: 1000, per: "deal" },
    funnel: [{ stage: "demo", rate: "50%", available: 24 }],
  };

  it("shrink by one factor to what can be reached", () => {
    const answer = solve(short);
    if (answer.status === "feasible") throw new Error("the list is too short");
    expect(answer.nearest).toEqual({
      amount: "12000",
      wins: 12,
      share: "0.6",
      goals: [
        { metric: "customers", amount: "9" },
        { metric: "revenue", amount: "12000" },
      ],
    });
    const [first] = answer.fixes;
    expect(first).toMatchObject({ code: "lower-goals", path: ["goals"] });
    expect(first?.text).toBe("Lower all goals alike: customers from 15 to 9, revenue from 20,000 to 12,000.");
    if (first === undefined) return;
    expect(solve(applyChange(short, first)).status).toBe("feasible");
  });

  it("another one binds at the edge where the base moves one of them", () => {
    // 10 lost at 1,000 each: net new MRR takes (1,000 + 10,000) ÷ 1,000 = 11 wins, new MRR 13. Of 12 wins, new MRR has 12 ÷ 13.
    const plan: PlanInput = {
      goals: [
        { metric: "net-new-mrr", amount: 1000, period: "2026-01" },
        { metric: "new-mrr", amount: 13_000 },
      ],
      deal: { value: 1000 },
      churn: { customers: 10, valueEach: 1000 },
      funnel: [{ stage: "demo", rate: "50%", available: 24 }],
    };
    const answer = solve(plan);
    expect(answer.status === "infeasible" && answer.nearest?.share).toBe("12/13");
    // With 20 demos, 10 wins do not even make up for what is lost.
    const none = solve(applyChange(plan, { path: ["funnel", 0, "available"], to: 18 }));
    expect(none.status === "infeasible" && none.nearest).toBeNull();
  });
});

describe("how sure several goals are together", () => {
  // P(Bin(n, p) ≥ k), summed here.
  const atLeast = (units: number, rate: number, wins: number): number => {
    let [term, sum] = [(1 - rate) ** units, 0];
    for (let won = 0; won <= units; won += 1) {
      if (won >= wins) sum += term;
      term *= ((units - won) / (won + 1)) * (rate / (1 - rate));
    }
    return sum;
  };

  it("is the chance of the one that needs most where every win brings the same", () => {
    // 12,500 at 1,000 a deal need 13 wins, and 15 customers 15: 30 demos.
    const chance = solve({
      goals: [
        { metric: "revenue", amount: 12_500, period: "2026-01" },
        { metric: "customers", amount: 15 },
      ],
      deal: { value: 1000, per: "deal" },
      funnel: [{ stage: "demo", rate: "50%" }],
    }).targets?.chance;
    expect(chance?.reached).toBeCloseTo(atLeast(30, 0.5, 15), 12);
  });

  it("is a joint one where values differ: enough wins, and enough from them", () => {
    // Half of the wins bring 500, half 1,500. Of n wins, all goals are reached where n ≥ 15 and 500·(n − k) + 1,500·k ≥ 15,500.
    const plan: PlanInput = {
      goals: [
        { metric: "customers", amount: 15, period: "2026-01" },
        { metric: "revenue", amount: 15_500 },
      ],
      deal: { value: [500, 1500], per: "deal" },
      funnel: [{ stage: "demo", rate: "50%" }],
    };
    const { targets } = solve(plan);
    // 15.5 average wins, so 16, which take 32 demos.
    expect([targets?.wins, targets?.stages["demo"]?.total]).toEqual([16, 32]);
    let joint = 0;
    for (let won = 15; won <= 32; won += 1) {
      const exactly = atLeast(32, 0.5, won) - atLeast(32, 0.5, won + 1);
      const dear = Math.ceil((15_500 - 500 * won) / 1000);
      joint += exactly * atLeast(won, 0.5, Math.max(0, dear));
    }
    expect(targets?.chance?.reached).toBeCloseTo(joint, 9);
  });

  it("asks for work until all are as sure as asked", () => {
    const asked = solve({
      ...TWO,
      goals: [{ metric: "revenue", amount: 60_000, period: "2026-Q1", chance: "80%" }, TWO.goals[1]],
    });
    const alone = solve({ ...TWO, goals: undefined, goal: { ...TWO.goals[0], chance: "80%" } });
    expect(asked.targets?.wins).toBe(alone.targets?.wins);
    expect(asked.targets?.chance?.reached).toBe(alone.targets?.chance?.reached);
  });

  it("is not told where two goals are uncertain each in its own way", () => {
    const plan: PlanInput = {
      goals: [
        { metric: "net-new-customers", amount: 10, period: "2026-01" },
        { metric: "net-new-mrr", amount: 12_000 },
      ],
      base: { customers: 100, mrr: 50_000 },
      churn: { rate: "5%", per: "month" },
      deal: { value: 1000 },
      funnel: [{ stage: "demo", rate: "50%" }],
    };
    expect(solve(plan).targets?.chance).toMatchObject({ reached: null, reason: { code: "goals-apart" } });
    const { chance } = forecast(plan, { asOf: "2025-12-31" });
    expect([chance?.atEnd, chance?.reason?.code]).toEqual([null, "goals-apart"]);
    const asking = applyChange(plan, { path: ["goals", 0, "chance"], to: "80%" });
    expect(() => solve(asking)).toThrow("at most one depends on losses or values");
  });
});

describe("several goals on their way", () => {
  // Three deals of 9,000, 9,000 and 5,000 are won: 23,000, and 3 customers.
  const seen = {
    asOf: "2026-02-15",
    entered: { call: 300, demo: 40 },
    won: [
      { on: "2026-01-20", value: 9000 },
      { on: "2026-02-02", value: 9000 },
      { on: "2026-02-10", value: 5000 },
    ],
  } as const;

  test("are each forecast: revenue is worth more than its customers", () => {
    const { goals, atEnd, binds } = forecast(TWO, seen);
    const [revenue, customers] = goals ?? [];
    expect(binds).toBe(0);
    expect([revenue?.amount, revenue?.attainment]).toEqual([atEnd.amount, atEnd.attainment]);
    // All wins are customers.
    expect(customers?.amount).toBe(atEnd.wins);
  });

  test("have the chance of the one for which most must still come", () => {
    // Revenue needs 37,000, which are 15 more wins; customers need 17.
    const { chance } = forecast(TWO, seen);
    const alone = forecast({ ...TWO, goals: undefined, goal: { ...TWO.goals[1], period: "2026-Q1" } }, seen, {
      pace: { perDay: { call: 15 } },
    });
    const all = forecast(TWO, seen, { pace: { perDay: { call: 15 } } });
    expect(all.chance?.atEnd?.chance).toBe(alone.chance?.atEnd?.chance);
    expect(chance?.atEnd?.chance).toBeLessThan(1);
  });

  test("are tracked, and said beside the one that binds", () => {
    const { goals, status, verdict, outcome } = track(TWO, seen);
    expect(goals?.map(({ metric, now, goal }) => [metric, now, goal])).toEqual([
      ["revenue", "23000", "60000"],
      ["customers", "3", "20"],
    ]);
    expect(outcome.goal).toBe("60000");
    expect(status).toBe("behind");
    expect(verdict.statements.filter(({ code }) => code === "outlook").length).toBe(2);
  });

  test("are planned again with what is left of each", () => {
    const { plan, solution } = replan(TWO, seen);
    expect(plan.goals?.map(({ amount }) => amount)).toEqual(["37000", "17"]);
    // 37,000 are 14.8 wins, 17 customers 17.
    expect([solution.binds, solution.targets?.wins]).toEqual([1, 17]);
  });

  test("fail a check if any is missed", () => {
    // At the period's end 24,000 of 20,000 are earned, with 8 of 10 customers.
    const plan: PlanInput = {
      goals: [
        { metric: "revenue", amount: 20_000, period: "2026-01" },
        { metric: "customers", amount: 10 },
      ],
      deal: { value: 2000, per: "deal" },
      funnel: [{ stage: "demo", rate: "50%" }],
    };
    const won = Array.from({ length: 8 }, () => ({ on: "2026-01-20", value: 3000 }));
    const { cases } = check(plan, { snapshot: { asOf: "2026-01-31", won } });
    const attained = cases.filter(({ code }) => code === "attainment");
    expect(attained.map(({ status }) => status).sort()).toEqual(["failed", "passed"]);
    expect(track(plan, { asOf: "2026-01-31", won }).status).toBe("out of reach");
  });

  test("a measured outcome is refused: it is of one metric", () => {
    const { error } = safeParseSnapshot(
      { asOf: "2026-02-15", outcome: [{ on: "2026-02-10", value: 3 }] },
      TWO,
    );
    expect(error?.issues.map(({ code, path }) => [code, path])).toEqual([["snapshot.goals", ["outcome"]]]);
  });
});

describe("what other verbs make of several goals", () => {
  it("levers measure the outcome of the goal that binds as the plan stands", () => {
    const { now, levers: list } = levers(TWO);
    expect(now.outcome).toBe("60000");
    const value = list.find(({ path }) => path.join(".") === "deal.value");
    // A tenth more for each of 24 wins is 66,000; then 60,000 ÷ 2,750 = 21.8 wins are enough, of which one takes 40 calls in 64 days.
    expect(value?.steps[0]?.then.outcome).toBe("66000");
  });

  it("compare names the goal that needs most in each scenario", () => {
    const more = { name: "more customers", changes: [{ path: ["goals", 1, "amount"], to: 30 }] };
    const { scenarios } = compare(TWO, [more]);
    expect(scenarios.map(({ metric, wins }) => [metric, wins])).toEqual([
      ["revenue", 24],
      ["customers", 30],
    ]);
  });

  it("solveFor asks for one goal at a time", () => {
    expect(() => solveFor(TWO, ["deal", "value"], { perDay: { call: 15 } })).toThrow("a plan with one goal");
  });

  it("explain says what each takes and gets", () => {
    const answer = solve(TWO);
    const says = (path: (string | number)[]) => explain(answer, path).text;
    expect(says(["binds"])).toBe("All numbers are for revenue: no other goal needs more wins (customers).");
    expect(says(["goals", 1, "brought"])).toBe("24 wins bring 24 customers.");
    expect(says(["goals", 1, "exactWins"])).toContain("20 customers must be won");
    expect(explain(answer, ["goals", 1, "attainment"]).formula).toBe("24 ÷ 20 = 120%");
  });
});

describe("goals that cannot stand beside each other", () => {
  const issuesOf = (goals: unknown, more: object = {}) =>
    safeParsePlan({ ...TWO, goals, ...more }).error?.issues.map(({ code, path }) => [code, path.join(".")]);
  const [revenue, customers] = TWO.goals;

  it.each([
    [[{ metrik: "revenue", amount: 1, period: "2026-01" }, customers], "key.unknown", "goals.0.metrik"],
    [[revenue, { ...customers, amount: "x" }], "number.invalid", "goals.1.amount"],
    [[revenue, { metric: "customers" }], "value.missing", "goals.1.amount"],
    [[{ ...revenue, period: undefined }, customers], "value.missing", "goals.0.period"],
    [[], "goals.few", "goals"],
    [[revenue], "goals.few", "goals"],
    [[revenue, { ...revenue, period: undefined }], "goals.alike", "goals.1.metric"],
    [[revenue, { ...customers, period: "2026-Q2" }], "goals.period", "goals.1.period"],
    [[revenue, { ...customers, period: "2026-Q1" }], "goals.once", "goals.1.period"],
    [
      [
        { ...revenue, chance: "80%" },
        { ...customers, chance: "90%" },
      ],
      "goals.once",
      "goals.1.chance",
    ],
    [[revenue, { ...customers, every: "month" }], "goals.beside", "goals.1.every"],
    [[revenue, { metric: "profit", amount: 1 }], "goals.beside", "goals.1.metric"],
    [[revenue, { metric: "revenue-earned", amount: 1 }], "goals.beside", "goals.1.metric"],
    [[revenue, { ...customers, unit: "points" }], "goal.unit", "goals.1.unit"],
    [[revenue, { metric: "commission", amount: 1 }], "metric.needs", "deal.commission"],
    [[revenue, { metric: "units", amount: 1 }], "goals.value", "goals"],
    [[{ ...revenue, profile: { "2026-01": "90%" } }, customers], "profile.cover", "goals.0.profile"],
    [[revenue, { ...customers, chance: "100%" }], "chance.range", "goals.1.chance"],
  ] as const)("%j", (goals, code, path) => {
    expect(issuesOf(goals)).toContainEqual([code, path]);
  });

  it("a value that would mean a month for one goal and a deal for another", () => {
    const goals = [revenue, { metric: "new-mrr", amount: 1000 }];
    expect(issuesOf(goals, { deal: { value: 100 } })).toEqual([["goals.value", "deal.per"]]);
    expect(issuesOf(goals, { deal: { value: 100, per: "month", contractMonths: 12 } })).toBeUndefined();
  });

  it("a goal beside them, and a quota", () => {
    expect(issuesOf(TWO.goals, { goal: revenue })).toEqual([["goals.both", "goals"]]);
    expect(issuesOf(TWO.goals, { teams: { sales: { headcount: 1, quota: 5 } } })).toContainEqual([
      "goals.beside",
      "teams.sales.quota",
    ]);
  });

  it("neither a goal nor goals", () => {
    expect(safeParsePlan({ funnel: TWO.funnel }).error?.issues.map(({ path }) => path)).toEqual([["goal"]]);
  });

  it("other periods are sent to align", () => {
    const message = safeParsePlan({ ...TWO, goals: [revenue, { ...customers, period: "2026-Q2" }] }).error
      ?.issues[0]?.message;
    expect(message).toContain("check them together with align");
  });
});

describe("laws of several goals", () => {
  const wins = (plan: unknown): number | undefined =>
    solve(parsePlan(plan), { chance: false, fixes: false }).targets?.wins;
  const drawn = goalsPlans({ period: "undated", stages: 2, depth: 1 });
  /** Counts past 2^53 are refused. */
  const isSmall = (plan: PlainGoalsPlan): boolean => {
    try {
      return wins(plan) !== undefined;
    } catch {
      return false;
    }
  };

  it("the wins are the most that any of them takes by itself", () => {
    fc.assert(
      fc.property(drawn, (plan) => {
        fc.pre(isSmall(plan));
        const alone = goalsAlone(plan).map((each) => wins(each) ?? 0);
        expect(wins(plan)).toBe(Math.max(...alone));
      }),
      runs(0.5),
    );
  });

  it("their order does not matter for the numbers", () => {
    fc.assert(
      fc.property(drawn, (plan) => {
        fc.pre(isSmall(plan));
        const [{ period, ...first }, ...rest] = plan.goals;
        const [head, ...tail] = [...rest, first];
        const turned = { ...plan, goals: [{ ...head, period }, ...tail] };
        const numbers = (each: unknown) => {
          const { targets } = solve(parsePlan(each), { chance: false, fixes: false });
          const { path, activities, wins: won, goals } = targets ?? {};
          const byMetric = [...(goals ?? [])].sort((one, other) => (one.metric < other.metric ? -1 : 1));
          return { path, activities, won, byMetric };
        };
        expect(numbers(turned)).toEqual(numbers(plan));
      }),
      runs(0.5),
    );
  });

  it("an easier goal changes nothing", () => {
    fc.assert(
      fc.property(drawn, (plan) => {
        fc.pre(isSmall(plan) && plan.goals.every(({ metric }) => metric !== "customers"));
        const easier = { ...plan, goals: [...plan.goals, { metric: "customers", amount: 0 }] };
        const own = (each: unknown) => ({
          ...solve(parsePlan(each), { chance: false }).targets,
          goals: null,
        });
        expect(own(easier)).toEqual(own(plan));
      }),
      runs(0.5),
    );
  });

  it("the nearest goals can be reached, and a thousandth more of all cannot", () => {
    const lists = goalsPlans({ period: "undated", stages: 2, depth: 1, available: true, short: true });
    fc.assert(
      fc.property(lists, (plan) => {
        fc.pre(isSmall(plan));
        const answer = solve(parsePlan(plan), { chance: false, fixes: false });
        if (answer.status === "feasible" || answer.nearest?.goals === undefined) return;
        const { goals, share } = answer.nearest;
        const scaled = (times: number) => ({
          ...plan,
          goals: plan.goals.map((goal, place) => ({
            ...goal,
            amount: times === 1 ? goals[place]?.amount : moreThan(goals[place]?.amount ?? "0"),
          })),
        });
        expect(solve(parsePlan(scaled(1)), { chance: false, fixes: false }).status).toBe("feasible");
        if (compareRatios(parseExact(share ?? "") ?? ZERO, ZERO) <= 0) return;
        expect(solve(parsePlan(scaled(2)), { chance: false, fixes: false }).status).toBe("infeasible");
      }),
      runs(0.5),
    );
  });
});

/** A whole step of any metric above an amount. */
function moreThan(amount: string): string {
  const { num, den } = parseExact(amount) ?? ZERO;
  return `${String(BigInt(num) + BigInt(den))}/${String(den)}`;
}
