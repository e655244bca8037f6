import { describe, expect, test } from "vitest";
import { outcomeStatus, stageStatus, parseThresholds } from "../../src/track/status.js";
import { ratio } from "../../src/number/ratio.js";
import { toDecimal } from "../../src/number/to-decimal.js";
import { check } from "../../src/track/check.js";
import { track } from "../../src/track/track.js";

const plan = {
  goal: { metric: "customers", amount: 20, period: { start: "2026-01-05", end: "2026-01-30" } },
  funnel: [
    { stage: "call", rate: "20%" },
    { stage: "meeting", rate: "50%" },
  ],
} as const;

describe("track", () => {
  // 20 working days, 200 calls, 40 meetings, 20 wins: 10 calls, 2 meetings and 1 win a day, worked by hand.
  test("says where each stage is, where it should be, and what each day must bring from the next one on", () => {
    const { stages, outcome, activities } = track(plan, {
      asOf: "2026-01-16",
      entered: { call: 80, meeting: 16 },
      won: 8,
    });
    expect(stages.call).toMatchObject({
      planned: 100,
      actual: "80",
      pace: "0.8",
      needPerDay: 12,
      status: "behind",
    });
    expect(stages.meeting).toMatchObject({ kind: "milestone", planned: 20, actual: "16", needPerDay: 3 });
    expect(stages.call.course.at(-1)).toEqual({ on: "2026-01-30", entries: "200" });
    expect(outcome).toMatchObject({ goal: "20", wins: "8", plannedWins: "10", now: "8", planned: "10" });
    // Ten days of the plan are left, and bring ten wins.
    expect(outcome).toMatchObject({ projected: "18", attainment: "0.9", status: "behind" });
    expect(activities.map(({ activity, actual }) => [activity, actual])).toEqual([
      ["call", "80"],
      ["meeting", "16"],
    ]);
  });

  test("tells work that was not done from an outcome that did not follow (story 5), and names the stage", () => {
    const lazy = track(plan, { asOf: "2026-01-16", entered: { call: 50, meeting: 10 }, won: 5 });
    expect(lazy.gap).toEqual([{ lever: "effort", stage: "call", wins: "-5", amount: "-5" }]);
    expect(lazy.verdict).toMatchObject({ kind: "work not done", stage: "call" });
    const hollow = track(plan, { asOf: "2026-01-16", entered: { call: 100, meeting: 20 }, won: 2 });
    expect(hollow.gap).toEqual([{ lever: "conversion", stage: "meeting", wins: "-8", amount: "-8" }]);
    expect(hollow.verdict).toMatchObject({ kind: "outcome did not follow", stage: "meeting" });
    expect(hollow.stages.call.status).toBe("on track");
  });

  test("never says that work was done of which nothing is known, and says how far the outcome is on course", () => {
    // Ten wins were planned by then. Without the calls, three wins used to mean "the work was done".
    const told = [3, 9, 10, 12].map((won) => track(plan, { asOf: "2026-01-16", won }).verdict);
    expect(told.map(({ kind, stage }) => [kind, stage])).toEqual([
      ["not known", "call"],
      ["on track", null],
      ["on track", null],
      ["on track", null],
    ]);
    expect(told.map(({ text }) => text)).toEqual([
      'It is not known whether the work was done: what was started at "call" is not said.',
      "The outcome so far is close to what was planned.",
      "The outcome so far is what was planned.",
      "The outcome so far is more than was planned.",
    ]);
  });

  test("effort and conversion share what they take together evenly (by hand: 10 → 8 × 40%)", () => {
    const { gap } = track(plan, { asOf: "2026-01-16", entered: { call: 80, meeting: 16 }, won: 4 });
    // 100·20%·50% − 80·20%·25%: effort −20·20%·(50% + 25%)/2, conversion −25%·20%·(100 + 80)/2.
    expect(gap).toEqual([
      { lever: "effort", stage: "call", wins: "-1.5", amount: "-1.5" },
      { lever: "conversion", stage: "meeting", wins: "-4.5", amount: "-4.5" },
    ]);
  });

  test("a conversion that is short is weighed against luck; effort is not", () => {
    const few = track(plan, { asOf: "2026-01-16", entered: { call: 40, meeting: 8 }, won: 3 });
    // P(at most 3 of 8 at one half) = (1 + 8 + 28 + 56) ÷ 256.
    expect(few.shortfalls).toEqual([
      { stage: "meeting", expected: "4", actual: "3", daysKnown: true, pValue: 93 / 256, significant: false },
    ]);
    const many = track(plan, { asOf: "2026-01-16", entered: { call: 100, meeting: 20 }, won: 2 });
    expect(many.shortfalls[0]).toMatchObject({ stage: "meeting", significant: true });
    const strict = track(
      plan,
      { asOf: "2026-01-16", entered: { call: 40, meeting: 8 }, won: 3 },
      { luck: "80%" },
    );
    expect(strict.shortfalls[0]?.significant).toBe(true);
  });

  test("what has not had the time is timing, not conversion", () => {
    const slow = {
      goal: { metric: "customers", amount: 10, period: { start: "2026-01-05", end: "2026-02-27" } },
      funnel: [{ stage: "call", rate: "50%", lag: 7 }],
    } as const;
    // All calls came in the last week: none has had seven days.
    const late = { call: [{ on: "2026-01-27", count: 20 }] };
    const { verdict, gap, shortfalls } = track(slow, { asOf: "2026-01-30", entered: late, won: 0 });
    expect(shortfalls).toEqual([]);
    expect(gap.map(({ lever }) => lever)).not.toContain("conversion");
    expect(verdict.kind).toBe("too early");
  });

  test("counts without days say nothing of a rate where going on takes time: they may have come late", () => {
    const slow = {
      goal: { metric: "customers", amount: 10, period: { start: "2026-01-05", end: "2026-02-27" } },
      funnel: [{ stage: "call", rate: "50%", lag: 7 }],
    } as const;
    // It was taken for granted that they came as the plan said, and called "more than bad luck": 0 of 12 that should have gone on.
    const undated = track(slow, { asOf: "2026-02-13", entered: { call: 20 }, won: 0 });
    expect(undated.shortfalls).toMatchObject([
      { stage: "call", actual: "0", daysKnown: false, pValue: null, significant: null },
    ]);
    expect(undated.verdict).toMatchObject({ kind: "days not known", stage: "call" });
    const all = track(slow, {
      asOf: "2026-02-13",
      entered: { call: [{ on: "2026-01-09", count: 20 }] },
      won: 0,
    });
    expect(all.shortfalls).toMatchObject([{ daysKnown: true, significant: true }]);
    expect(all.verdict.kind).toBe("outcome did not follow");
    const least = track(slow, { asOf: "2026-02-13", entered: { call: 5 }, won: 0 });
    expect(least.verdict).toMatchObject({ kind: "work not done", stage: "call" });
  });

  test("of wins that may have come before the period, the days of work that began before it are needed as well", () => {
    const early = {
      workFrom: "2025-12-01",
      funnel: [{ stage: "call", rate: "50%", lag: 0 }],
      goal: { metric: "customers", amount: 10, period: { start: "2026-01-05", end: "2026-01-30" } },
    } as const;
    const [short] = track(early, { asOf: "2026-01-30", entered: { call: 20 }, won: 1 }).shortfalls;
    expect(short).toMatchObject({ daysKnown: false, pValue: null });
  });

  test("value and churn have parts of their own, in the amount and not in the wins", () => {
    const money = {
      goal: { metric: "net-new-mrr", amount: 10_000, period: { start: "2026-01-05", end: "2026-01-30" } },
      deal: { value: 1_000 },
      churn: { customers: 5, valueEach: 1_000 },
      funnel: [{ stage: "demo", rate: "50%" }],
    } as const;
    const won = Array.from({ length: 5 }, () => ({ on: "2026-01-09", value: 800 }));
    // A quarter of 26 days and of the work has passed by the 9th (5 of 20 working days, 5 of 26 days).
    const { gap, outcome, verdict } = track(money, {
      asOf: "2026-01-09",
      entered: { demo: 8 },
      won,
      churned: 4,
    });
    expect(outcome).toMatchObject({ wins: "5", plannedWins: "3.75", now: "0" });
    const churn = gap.find(({ lever }) => lever === "churn");
    // 4 have left instead of 5 · 5/26.
    expect(churn).toMatchObject({ wins: "0", amount: "-39500/13" });
    expect(gap.find(({ lever }) => lever === "value")).toMatchObject({ wins: "0" });
    expect(verdict.kind).toBe("elsewhere");
  });

  test("a measured outcome stands for the computed one, and what the funnel does not hold is not explained", () => {
    const { gap, outcome } = track(plan, {
      asOf: "2026-01-16",
      entered: { call: 100, meeting: 20 },
      won: 10,
      outcome: [
        { on: "2026-01-16", value: 9 },
        { on: "2026-01-09", value: 2 },
      ],
    });
    expect(outcome).toMatchObject({ now: "9", projected: "19" });
    expect(gap).toEqual([{ lever: "not explained", stage: null, wins: "0", amount: "-1" }]);
  });

  test("what the snapshot does not say has no pace and no status", () => {
    const { stages } = track(plan, { asOf: "2026-01-16", entered: { call: 100 }, won: 10 });
    expect(stages.meeting).toMatchObject({ actual: null, pace: null, status: null });
  });

  test("after the last day nothing is needed a day, and what is missing is out of reach", () => {
    const { stages, status } = track(plan, {
      asOf: "2026-02-05",
      entered: { call: 100, meeting: 20 },
      won: 10,
    });
    expect(stages.call).toMatchObject({ needPerDay: null, status: "out of reach" });
    expect(status).toBe("out of reach");
  });

  test("channels that meet share what became of what they passed on", () => {
    const channels = {
      goal: { metric: "customers", amount: 20, period: { start: "2026-01-05", end: "2026-01-30" } },
      funnel: [
        {
          stage: "meeting",
          rate: "50%",
          sources: [
            { channel: "in", share: "50%", funnel: [{ stage: "lead", rate: "10%" }] },
            { channel: "out", rest: true, funnel: [{ stage: "call", rate: "5%" }] },
          ],
        },
      ],
    } as const;
    // 100 leads and 200 calls should have made 20 meetings by half time; they made 10.
    const { gap, verdict } = track(channels, {
      asOf: "2026-01-16",
      entered: { lead: 100, call: 200, meeting: 10 },
      won: 5,
    });
    expect(gap).toEqual([{ lever: "arrival", stage: "meeting", wins: "-5", amount: "-5" }]);
    expect(verdict).toMatchObject({ kind: "outcome did not follow", stage: "meeting" });
  });

  test("a plan without dates, and thresholds that are no shares, are refused", () => {
    const undated = { ...plan, goal: { ...plan.goal, period: { workingDays: 20 } } };
    expect(() => track(undated, { asOf: "2026-01-16" })).toThrow(/dates/);
    expect(() => track(plan, { asOf: "2026-01-16" }, { behind: "often" })).toThrow(/track requires behind/);
    expect(() => track(plan, { asOf: "2026-01-16" }, { luck: 0 })).toThrow(/track requires luck/);
  });
});

describe("status", () => {
  const defaults = parseThresholds();
  const progress = (actual: number, needed = 10, whole = 100) => ({
    level: ratio(100),
    whole: ratio(whole),
    actual: ratio(actual),
    plannedPerDay: ratio(10),
    neededPerDay: ratio(needed),
    missing: ratio(100),
  });

  test.each([
    [89, 10, "behind"],
    [90, 10, "on track"],
    [109, 10, "on track"],
    [110, 10, "ahead"],
    [89, 20, "behind"],
    [89, 21, "out of reach"],
    [90, 21, "on track"],
  ] as const)("a stage at %i of 100 that needs %i a day is %s", (actual, needed, status) => {
    expect(stageStatus(progress(actual, needed), defaults)).toBe(status);
  });

  test("no day left is out of reach only for whoever is behind; whole days are never ahead", () => {
    expect(stageStatus({ ...progress(89), neededPerDay: undefined }, defaults)).toBe("out of reach");
    expect(stageStatus({ ...progress(90), neededPerDay: undefined }, defaults)).toBe("on track");
    expect(stageStatus(progress(120, 10, 120), defaults)).toBe("on track");
    expect(stageStatus(progress(121, 10, 120), defaults)).toBe("ahead");
  });

  test.each([
    [99, true, "behind"],
    [99, false, "out of reach"],
    [100, false, "on track"],
    [109, true, "on track"],
    [110, true, "ahead"],
  ] as const)(
    "an outcome expected at %i%% of the goal (reachable: %s) is %s",
    (projected, reachable, status) => {
      expect(outcomeStatus(ratio(projected), ratio(100), () => reachable, defaults)).toBe(status);
    },
  );

  test("thresholds move where they are told to, and a goal of nothing is on track once it is kept", () => {
    const own = parseThresholds({ ahead: "150%", behind: "50%", outOfReach: "120%", attainment: "80%" });
    expect(stageStatus(progress(50), own)).toBe("on track");
    expect(stageStatus(progress(49), own)).toBe("behind");
    expect(stageStatus(progress(49, 12), own)).toBe("behind");
    expect(stageStatus(progress(49, 13), own)).toBe("out of reach");
    expect(stageStatus(progress(149), own)).toBe("on track");
    expect(stageStatus(progress(150), own)).toBe("ahead");
    expect(outcomeStatus(ratio(80), ratio(100), () => true, own)).toBe("on track");
    expect(outcomeStatus(ratio(79), ratio(100), () => true, own)).toBe("behind");
    expect(outcomeStatus(ratio(0), ratio(0), () => true, own)).toBe("on track");
    expect(outcomeStatus(ratio(-1), ratio(0), () => true, own)).toBe("behind");
  });
});

describe("the verdict looks ahead first", () => {
  const calls = {
    goal: { metric: "customers", amount: 12, period: "2026-Q3" },
    funnel: [{ stage: "call", rate: "10%", lag: 45 }],
  } as const;
  const slow = {
    asOf: "2026-08-07",
    entered: { call: [{ on: "2026-07-10", count: 10 }] },
    won: 0,
  } as const;

  // It used to say "The outcome so far is what was planned", because no call can have become a customer by then.
  test("a tenth of the calls by August is behind now, by the work", () => {
    const { status, verdict, ahead } = track(calls, slow);
    expect(status).toBe("behind");
    expect(verdict).toMatchObject({ kind: "early warning", stage: "call" });
    // 28 working days with 10 calls, 5 more until 14 August: (10 + 5 × 10/28) × 10% of 12.
    expect(ahead.paceSoFar).toEqual({ amount: "33/28", attainment: "11/112", reachedOn: null });
    // 120 calls on 33 working days, 5 of which are left: (10 + 5 × 120/33) × 10% of 12.
    expect(ahead.asPlanned).toEqual({ amount: "31/11", attainment: "31/132", reachedOn: null });
    // 110 calls on those 5 days, where the plan asks 120 on 33.
    expect(ahead.needed).toEqual([{ stage: "call", perDay: "22", plannedPerDay: "40/11" }]);
    expect(ahead.possible).toBe(false);
    // The first planned win, of 1 July, is due 45 days later.
    expect(ahead.warning).toMatchObject({ actual: "10", showsOn: "2026-08-15" });
    expect(verdict.statements.map(({ code }) => code)).toEqual([
      "not-shown-yet",
      "outlook",
      "chance",
      "reached-on",
      "needed",
      "today",
    ]);
    expect(verdict.statements[1]?.text).toContain("9.8%) at the pace so far");
    expect(verdict.statements[1]?.text).toContain("at 2.8 (23%) if the rest is done as planned");
  });

  // It used to say "34 of 56" beside a table that said 57: the level course for the one, whole days for the other.
  test("a warning says the planned number that the stage's own line says", () => {
    const plan = {
      goal: { metric: "customers", amount: 30, period: "2026-Q3" },
      funnel: [
        { stage: "lead", rate: "60%", lag: 10 },
        { stage: "proposal", rate: "60%", lag: 14 },
        { stage: "talk", rate: "80%", lag: 7 },
      ],
    } as const;
    const { ahead, stages } = track(plan, { asOf: "2026-07-31", entered: { lead: 34 }, won: 0 });
    expect(stages.lead).toMatchObject({ planned: 57, plannedExact: "14375/258" });
    expect(ahead.warning?.planned).toBe("57");
  });

  test("both limits of the early warning can be moved, and both must be passed", () => {
    expect(track(calls, slow, { warnWork: "9%" }).ahead.warning).toBeNull();
    expect(track(calls, slow, { warnOutlook: "9%" }).ahead.warning).toBeNull();
    const steady = { ...slow, entered: { call: [{ on: "2026-07-10", count: 80 }] } };
    expect(track(calls, steady).ahead.warning).toBeNull();
    expect(track(calls, steady, { warnWork: "80%" }).ahead.warning?.stage).toBe("call");
  });

  test("where the work so far is not known, neither is its pace", () => {
    const { ahead, verdict } = track(calls, { asOf: "2026-08-07", won: 0 });
    expect(ahead.paceSoFar).toBeNull();
    expect(ahead.warning).toBeNull();
    expect(verdict.statements[0]?.text).toContain("the pace so far is not known");
  });

  // The mean of all working days so far would expect as much of August, in which the plan asks half.
  test("the pace so far is a part of the plan's own course, with its seasons", () => {
    const seasonal = {
      goal: { metric: "customers", amount: 12, period: { start: "2026-07-01", end: "2026-08-31" } },
      funnel: [{ stage: "call", rate: "10%" }],
      calendar: { seasonality: { aug: "50%" } },
    } as const;
    const { ahead } = track(seasonal, { asOf: "2026-07-31", entered: { call: 46 }, won: 4.6 });
    // 23 working days in July and 21 in August at a half: 120 × 23 ÷ 33.5 = 82.4 calls by the end of July; 46 ÷ 82.4 of 12.
    expect(Number(toDecimal(ahead.paceSoFar?.amount ?? ""))).toBeCloseTo((46 / (120 * (23 / 33.5))) * 12, 1);
  });

  test("what is needed is possible only where the team has the time for it", () => {
    const busy = {
      goal: { metric: "customers", amount: 20, period: { start: "2026-01-05", end: "2026-01-30" } },
      funnel: [{ stage: "call", rate: "10%", owner: "sales", minutes: 30 }],
      teams: { sales: { headcount: 1, minutesPerDay: 330 } },
    } as const;
    // 150 calls are left for ten days; 15 a day is less than twice the plan's 10, and 450 minutes of 330.
    const late = { asOf: "2026-01-16", entered: { call: 50 }, won: 5 };
    // Eleven a day are 110: fifteen customers of them are not to be expected, but have a chance above 5%.
    expect(track(busy, late)).toMatchObject({ status: "behind", ahead: { possible: false } });
    const more = { ...busy, teams: { sales: { headcount: 2, minutesPerDay: 330 } } } as const;
    expect(track(more, late)).toMatchObject({ status: "behind", ahead: { possible: true } });
  });

  test("an outcome that is as planned is no good news where the rest of the plan does not bring the goal", () => {
    // All calls are made by 14 August, and none of them is open any more: nothing more can come, and nothing was due yet.
    const open = track(calls, { asOf: "2026-08-14", entered: { call: 120 }, pipeline: {}, won: 0 });
    expect(open.verdict).toMatchObject({ kind: "outlook short", stage: null });
    expect(open.verdict.text).toBe(
      "The outcome so far is what was planned. Even if the rest is done as planned, the period ends at 0 of 12.",
    );
  });

  test("once the period is over, it is spoken of as past", () => {
    const ended = track(calls, { asOf: "2026-09-30", entered: { call: 120 }, won: 11 });
    expect(ended.ahead.over).toBe(true);
    expect(ended.verdict.statements.slice(0, 3).map(({ text }) => text)).toEqual([
      "Of a goal of 12, the period ended at 11 (92%).",
      "The goal was not reached.",
      "No day of the period is left.",
    ]);
    expect(
      check({ ...calls, checks: { minAttainment: "100%" } }, { snapshot: { asOf: "2026-09-30", won: 11 } })
        .failures[0]?.text,
    ).toMatch(/^The period ended at 11 of 12/);
  });

  test("says on which day the goal is reached", () => {
    const plan = {
      goal: { metric: "customers", amount: 10, period: { start: "2026-01-05", end: "2026-01-30" } },
      funnel: [{ stage: "call", rate: "10%" }],
    } as const;
    // Five calls a day were planned; at ten a day (a win a day) ten wins are there on the tenth working day.
    const fast = track(plan, { asOf: "2026-01-09", entered: { call: 50 }, won: 5 });
    expect(fast.ahead.paceSoFar?.reachedOn).toBe("2026-01-16");
    expect(fast.verdict.statements.map(({ code }) => code)).toEqual([
      "outlook",
      "chance",
      "reached-on",
      "needed",
      "today",
    ]);
  });
});
