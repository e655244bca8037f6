import { describe, expect, test } from "vitest";

import { parseDay } from "../../src/calendar/day.js";
import { toText } from "../../src/report/text/to-text.js";
import { scorecardReport } from "../../src/report/track/scorecard-report.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { solve } from "../../src/solve/solve.js";
import { check } from "../../src/track/check.js";
import { replan } from "../../src/track/replan.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { chanceStatus, parseThresholds } from "../../src/track/status.js";
import { track } from "../../src/track/track.js";

const day = (on: string): number => parseDay(on) ?? NaN;

/** P(at least `least` of these come true), by going through all of their outcomes. */
function enumerated(chances: readonly number[], least: number): number {
  let total = 0;
  for (let outcome = 0; outcome < 2 ** chances.length; outcome += 1) {
    let [weight, wins] = [1, 0];
    chances.forEach((chance, unit) => {
      const isWon = Math.floor(outcome / 2 ** unit) % 2 === 1;
      weight *= isWon ? chance : 1 - chance;
      if (isWon) wins += 1;
    });
    if (wins >= least) total += weight;
  }
  return total;
}

/** P(at least `least` of n) where the rate behind them follows Beta(a, b): Σ C(n, k)·a⁽ᵏ⁾·b⁽ⁿ⁻ᵏ⁾ ÷ (a + b)⁽ⁿ⁾. */
function betaBinomial(n: number, least: number, a: number, b: number): number {
  const rising = (from: number, count: number): number =>
    Array.from({ length: count }, (_, each) => from + each).reduce((product, each) => product * each, 1);
  const choose = (k: number): number => rising(n - k + 1, k) / rising(1, k);
  let total = 0;
  for (let k = least; k <= n; k += 1)
    total += (choose(k) * rising(a, k) * rising(b, n - k)) / rising(a + b, n);
  return total;
}

/** P(at least `least` of n calls at 10%): 1 − Σ C(n, k)·0.1ᵏ·0.9ⁿ⁻ᵏ. */
function binomial(n: number, least: number): number {
  let [term, below] = [0.9 ** n, 0];
  for (let k = 0; k < least; k += 1) {
    below += term;
    term *= ((n - k) / (k + 1)) * (0.1 / 0.9);
  }
  return 1 - below;
}

// 20 working days, 100 calls at 10% for ten customers.
const calls = {
  goal: { metric: "customers", amount: 10, period: { start: "2026-01-05", end: "2026-01-30" } },
  funnel: [{ stage: "call", rate: "10%" }],
} as const;

describe("the chance of the rest", () => {
  test("is that of all outcomes of open units by their age and of the plan's days that are left", () => {
    const plan: PlanInput = {
      goal: { metric: "customers", amount: 12, period: { start: "2026-01-05", end: "2026-01-16" } },
      funnel: [
        {
          stage: "call",
          rate: "50%",
          lag: [
            { days: 1, share: "40%" },
            { days: 4, share: "60%" },
          ],
        },
      ],
    };
    const open = ["2026-01-07", "2026-01-08", "2026-01-09"];
    const { chance } = track(plan, {
      asOf: "2026-01-09",
      entered: { call: 19 },
      pipeline: { call: open.map((entered) => ({ entered })) },
      won: 8,
    });
    // On the morning of Saturday the 10th, the lag knows 40% after a day and all after four; whoever has gone on before is
    // not open. The last day counts in full.
    const goneBy = (days: number): number => (days < 1 ? 0 : days < 4 ? 0.4 : 1);
    const ofOpen = open.map((entered) => {
      const [age, left] = [day("2026-01-10") - day(entered), day("2026-01-16") - day(entered)];
      return (0.5 * (goneBy(left) - goneBy(age - 1))) / (1 - 0.5 * goneBy(age - 1));
    });
    const days = solve(plan).targets?.path[0]?.days ?? [];
    const ofWork = days
      .filter(({ on }) => on > "2026-01-09")
      .flatMap(({ on, count }) =>
        Array.from({ length: count }, () => 0.5 * goneBy(day("2026-01-16") - day(on))),
      );
    expect(ofWork.length).toBeGreaterThan(3);
    expect(chance?.asPlanned).toBeCloseTo(enumerated([...ofOpen, ...ofWork], 4), 12);
  });

  test("names the rest done as planned and the pace so far, and what it was at the last look", () => {
    const seen = { asOf: "2026-01-16", entered: { call: 40 }, won: 4 };
    const before = { asOf: "2026-01-09", entered: { call: 25 }, won: 3 };
    const { chance, verdict } = track(calls, seen, { previous: before });
    // 50 of the plan's 100 calls are left, of which 80% are 40: six of them, by hand from the binomial distribution.
    expect(chance?.asPlanned).toBeCloseTo(binomial(50, 6), 10);
    expect(chance?.paceSoFar).toBeCloseTo(binomial(40, 6), 10);
    expect(chance?.previous).toEqual({
      asOf: "2026-01-09",
      asPlanned: track(calls, before).chance?.asPlanned,
    });
    expect(chance?.previous?.asPlanned).toBeCloseTo(binomial(75, 7), 10);
    expect(chance).toMatchObject({ asked: null, reason: null });
    expect(verdict.statements.find(({ code }) => code === "chance")?.text).toBe(
      "The goal has a chance of 38% if the rest is done as planned, and 21% at the pace so far. On Fri 9 Jan it was 63%.",
    );
  });

  test("is that of the goal as measured, once the metric itself is", () => {
    const won = { asOf: "2026-01-16", entered: { call: 50 }, won: 7 };
    const measured = { ...won, won: 5, outcome: [{ on: "2026-01-16", value: 7 }] };
    expect(track(calls, measured).chance?.asPlanned).toBeCloseTo(
      track(calls, won).chance?.asPlanned ?? 0,
      12,
    );
  });

  test("an earlier snapshot must be earlier", () => {
    const seen = { asOf: "2026-01-16", won: 5 };
    expect(() => track(calls, seen, { previous: seen })).toThrow(/a day before 2026-01-16/);
    expect(() => track(calls, seen, { ratesAsOf: "January" })).toThrow(/ratesAsOf as a date/);
  });

  // Habits alone used to give a chance, as if nothing had been won.
  test("is not told where the snapshot says nothing of the funnel", () => {
    const { chance, verdict } = track(calls, { asOf: "2026-01-16", activities: { dials: 40 } });
    expect(chance).toMatchObject({ asPlanned: null, reason: { code: "nothing-seen" } });
    expect(verdict.statements.find(({ code }) => code === "chance")?.text).toMatch(
      /says nothing of the funnel/,
    );
  });

  test("is not told where it is not to be, once the period is over, and where too much is under way", () => {
    const seen = { asOf: "2026-01-16", entered: { call: 50 }, won: 5 };
    expect(track(calls, seen, { chance: false })).toMatchObject({ chance: null, status: "on track" });
    expect(track(calls, { ...seen, asOf: "2026-01-30" }).chance).toBeNull();
    const many = { ...calls, goal: { ...calls.goal, amount: 2_000_000 } };
    const { chance, status, verdict } = track(many, {
      asOf: "2026-01-16",
      entered: { call: 9_000_000 },
      won: 900_000,
    });
    expect(chance).toMatchObject({ asPlanned: null, reason: { code: "too-much-to-count" } });
    // Half of it was planned by now: as expected it is behind, and the rest is not more than the plan's lists allow.
    expect(status).toBe("behind");
    expect(verdict.statements.find(({ code }) => code === "chance")?.text).toMatch(/^No chance is told/);
  });
});

describe("rates that are known from samples", () => {
  // 20 of 40 went on before. Ten have been started now, of which four went on and four were lost.
  const sampled = { ...calls, funnel: [{ stage: "call", rate: { won: 2, of: 4 } }] } as const;
  const seen = { asOf: "2026-01-28", entered: { call: 16 }, pipeline: { call: 2 }, won: 8 } as const;
  // 20 calls in 20 days: two are left for Thursday and Friday; two are open. Two of these four must be won.
  const chanceOf = (ratesAsOf?: string) => track(sampled, seen, { ratesAsOf }).chance?.asPlanned;

  test("count the units of the snapshot that are decided", () => {
    // Eight went on and six were lost: Beta(2.5 + 8, 2.5 + 6).
    expect(chanceOf()).toBeCloseTo(betaBinomial(4, 2, 10.5, 8.5), 10);
    expect(chanceOf("2026-01-04")).toBeCloseTo(betaBinomial(4, 2, 10.5, 8.5), 10);
  });

  test("stay as they are where they were learned from data that may hold these units", () => {
    expect(chanceOf("2026-01-28")).toBeCloseTo(betaBinomial(4, 2, 2.5, 2.5), 10);
    expect(chanceOf("2026-01-05")).toBeCloseTo(betaBinomial(4, 2, 2.5, 2.5), 10);
  });

  test("stay as they are where it is not known who was lost", () => {
    const slow = { ...calls, funnel: [{ stage: "call", rate: { won: 2, of: 4 }, lag: 2 }] } as const;
    const unknown = { asOf: "2026-01-16", entered: { call: 10 }, won: 5 } as const;
    expect(track(slow, unknown).chance?.asPlanned).toBe(
      track(slow, unknown, { ratesAsOf: "2026-01-16" }).chance?.asPlanned,
    );
  });
});

describe("a status by chance", () => {
  const thresholds = parseThresholds();
  const statusOf = (chance: number, asked: number | null, best: number | null = null) =>
    chanceStatus({ chance, asked, best: () => best }, thresholds);

  test.each([
    [0.95, null, "ahead"],
    [0.949, null, "on track"],
    [0.4, null, "on track"],
    [0.399, null, "behind"],
    [0.96, 0.95, "ahead"],
    [0.95, 0.95, "on track"],
    [0.97, 0.98, "on track"],
    [0.95, 0.8, "ahead"],
    [0.7, 0.8, "on track"],
    [0.699, 0.8, "behind"],
  ] as const)("of %d where %d is asked is %s", (chance, asked, status) => {
    expect(statusOf(chance, asked)).toBe(status);
  });

  test("is out of reach below 5% with all that can be done", () => {
    expect(statusOf(0.01, null, 0.05)).toBe("behind");
    expect(statusOf(0.01, null, 0.049)).toBe("out of reach");
    expect(statusOf(0.01, null, null)).toBe("behind");
  });

  test("moves with its limits, both sides of each", () => {
    const own = parseThresholds({ aheadChance: "80%", chanceSlack: "20%", outOfReachChance: "10%" });
    const of = (chance: number, best: number | null = null) =>
      chanceStatus({ chance, asked: null, best: () => best }, own);
    expect([0.8, 0.79, 0.3, 0.29].map((chance) => of(chance))).toEqual([
      "ahead",
      "on track",
      "on track",
      "behind",
    ]);
    expect([of(0, 0.1), of(0, 0.09)]).toEqual(["behind", "out of reach"]);
    expect(() => parseThresholds({ aheadChance: "often" })).toThrow(/track requires aheadChance/);
  });

  test("is the plan's: a plan that is followed is on track, one that is nearly won is ahead", () => {
    // P(Bin(50, 10%) ≥ 5) = 56.9%, ≥ 2 96.6%; scipy.stats.binom.sf.
    const at = (won: number) => track(calls, { asOf: "2026-01-16", entered: { call: 50 }, won });
    expect(at(5)).toMatchObject({ status: "on track" });
    expect(at(5).chance?.asPlanned).toBeCloseTo(0.5688, 4);
    expect(at(8)).toMatchObject({ status: "ahead" });
    expect(at(8).chance?.asPlanned).toBeCloseTo(0.9662, 4);
  });

  test("counts what the team can still do: two days at ten calls a day are not enough for eight customers", () => {
    const busy = {
      ...calls,
      funnel: [{ stage: "call", rate: "10%", owner: "sales" }],
      teams: { sales: { headcount: 1, maxPerDay: { call: 10 } } },
    } as const;
    const late = (won: number) => track(busy, { asOf: "2026-01-28", entered: { call: 90 }, won });
    // Twenty calls at most. P(Bin(20, 10%) ≥ 8) = 0.04%; three of them are 32%.
    expect(late(2)).toMatchObject({ status: "out of reach" });
    expect(late(2).chance?.best).toBeLessThan(0.001);
    const behind = late(7);
    expect(behind.status).toBe("behind");
    expect(behind.chance?.best).toBeCloseTo(0.3231, 2);
  });
});

describe("a chance that is asked for", () => {
  const asking = { ...calls, goal: { ...calls.goal, chance: "80%" } } as const;

  test("is asked of the rest of the plan", () => {
    const { plan, solution } = replan(asking, { asOf: "2026-01-16", entered: { call: 50 }, won: 5 });
    expect(plan.goal?.chance).toBe("80%");
    // 65 of Bin(n, 10%) give 79.1% for five, 66 give 80.2%; scipy.stats.binom.sf(4, n, 0.1).
    expect(solution.targets?.stages.call.total).toBe(66);
    expect(solution.targets?.chance).toMatchObject({ asked: 0.8 });
    expect(solution.targets?.chance?.reached).toBeGreaterThanOrEqual(0.8);
  });

  test("is planned for: the plan's course has the margin that it takes", () => {
    const { stages, chance, status } = track(asking, { asOf: "2026-01-16", entered: { call: 62 }, won: 5 });
    const total = solve(asking).targets?.stages.call.total ?? 0;
    expect(total).toBeGreaterThan(100);
    expect(stages.call.course.at(-1)?.entries).toBe(String(total));
    expect(chance?.asked).toBe(0.8);
    expect(status).toBe("on track");
  });

  test("before the first day it is the plan's own", () => {
    const { chance } = track(asking, { asOf: "2026-01-04" });
    expect(chance?.asPlanned).toBeCloseTo(solve(asking).targets?.chance?.reached ?? 0, 10);
  });
});

describe("the chance elsewhere", () => {
  const seen = { asOf: "2026-01-16", entered: { call: 50 }, won: 5 };

  test("stands in one line of the scorecard", () => {
    const card = scorecard(calls, seen);
    expect(card.chance?.asPlanned).toBeCloseTo(0.5688, 4);
    expect(toText(scorecardReport(card), { width: 200 })).toContain(
      "The goal has a chance of 57% if the rest is done as planned, and 57% at the pace so far.",
    );
  });

  test.each([
    ["54%", undefined, "passed", "The goal has a chance of 55% if its work is done; 54% is asked for."],
    ["56%", undefined, "failed", "The goal has a chance of 55% if its work is done, and not 56%."],
    ["56%", seen, "passed", "The goal has a chance of 57% if the rest is done as planned; 56% is asked for."],
    ["58%", seen, "failed", "The goal has a chance of 57% if the rest is done as planned, and not 58%."],
  ] as const)("checks.minChance: %s", (minChance, snapshot, status, text) => {
    const { cases, ok } = check({ ...calls, checks: { minChance } }, { snapshot });
    const found = cases.find(({ code }) => code === "minChance");
    // P(Bin(100, 10%) ≥ 10) = 54.9%, P(Bin(50, 10%) ≥ 5) = 56.9%.
    expect(found?.status).toBe(status);
    expect(found?.text).toContain(text);
    expect(ok).toBe(status === "passed");
  });

  test("is skipped where no chance is told", () => {
    const many = { ...calls, goal: { ...calls.goal, amount: 25_000 }, checks: { minChance: "50%" } };
    const found = check(many).cases.find(({ code }) => code === "minChance");
    expect(found).toMatchObject({ status: "skipped", path: ["checks", "minChance"] });
  });
});
