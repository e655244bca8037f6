import { describe, expect, test } from "vitest";
import { toText } from "../../src/report/text/to-text.js";
import { scorecardReport } from "../../src/report/track/scorecard-report.js";
import { trackReport } from "../../src/report/track/track-report.js";
import { formatDay, parseDay, weekday } from "../../src/calendar/day.js";
import { check } from "../../src/track/check.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { track } from "../../src/track/track.js";

describe("the most that may be lost is its owner's goal", () => {
  const plan = {
    goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-11" },
    deal: { value: 1000, owner: "sales" },
    churn: { customers: 5, owner: "success" },
    funnel: [{ stage: "demo request", rate: "50%", owner: "marketing" }],
  } as const;
  const demos = [
    { on: "2026-11-06", count: 8 },
    { on: "2026-11-13", count: 8 },
  ];
  const won = ["2026-11-06", "2026-11-13"].flatMap((on) => Array.from({ length: 4 }, () => ({ on })));
  const now = { asOf: "2026-11-13", entered: { "demo request": demos }, won, churned: 7 } as const;

  // Seven of at most five customers had left: no line in the scorecard, no word of their team, and check was green.
  test("seven lost of at most five are missed, out of reach, and red", () => {
    const card = scorecard(plan, now);
    const line = card.rows.find(({ name }) => name === "churned customers");
    expect(line).toMatchObject({
      kind: "limit",
      owner: "success",
      goal: "at most 5 in the period",
      misses: 1,
    });
    // By 15 November half of the five may have left: 2.5, rounded up.
    expect(line?.checkIns.at(-1)).toMatchObject({ target: "3", actual: "7", hit: false });
    expect(card.missed).toContain("churned customers");
    expect(card.owners).toContainEqual({ owner: "success", hits: 0, misses: 1 });
    expect(track(plan, now).lossLimits).toEqual([
      {
        owner: "success",
        item: "churned customers",
        atMost: "5",
        byNow: "3",
        actual: "7",
        status: "out of reach",
      },
    ]);
    expect(toText(trackReport(track(plan, now)))).toMatch(
      /churned customers +success +5 +3 +7 +out of reach/,
    );
    const failed = check(plan, { snapshot: now }).failures.find(({ code }) => code === "loss-limit");
    expect(failed?.text).toMatch(
      /^7 churned customers so far \(success\); 3 may be lost by now, 5 in the period/,
    );
  });

  test("within the limit it is green, above what may be lost by now it is behind, unknown it is skipped", () => {
    const statusAt = (churned: number | undefined) =>
      track(plan, { ...now, churned }).lossLimits.map(({ status }) => status);
    expect([3, 4, 5, 6].flatMap(statusAt)).toEqual(["on track", "behind", "behind", "out of reach"]);
    expect(statusAt(undefined)).toEqual([null]);
    const caseOf = (churned: number | undefined) =>
      check(plan, { snapshot: { ...now, churned } }).cases.find(({ code }) => code === "loss-limit")?.status;
    expect([5, 6, undefined].map(caseOf)).toEqual(["passed", "failed", "skipped"]);
  });

  test("a broken limit is missed at once, also in the middle of a week", () => {
    const wednesday = scorecard(plan, {
      asOf: "2026-11-11",
      churned: Array.from({ length: 6 }, () => ({ on: "2026-11-10" })),
    });
    expect(wednesday.missed).toContain("churned customers");
    const kept = scorecard(plan, { asOf: "2026-11-11", churned: [{ on: "2026-11-03" }] });
    expect(
      kept.rows.find(({ kind }) => kind === "limit")?.checkIns.map(({ actual, hit }) => [actual, hit]),
    ).toEqual([
      ["0", true],
      ["1", true],
      ["1", null],
    ]);
  });
});

describe("a week is judged when its last working day is over", () => {
  const plan = {
    goal: { metric: "customers", amount: 20, period: "2026-Q4" },
    funnel: [{ stage: "call", rate: "5%" }],
  } as const;
  const entered = {
    call: [
      { on: "2026-10-05", count: 40 },
      { on: "2026-10-12", count: 5 },
    ],
  };

  // On Friday evening it said "1 goal hit, 0 missed", and showed last week's 40 without a date.
  test("Friday with 5 of 30 calls is a miss of this week", () => {
    const friday = scorecard(plan, { asOf: "2026-10-16", entered, won: 2 });
    expect([friday.hit, friday.missed]).toEqual([[], ["call"]]);
    expect(scorecard(plan, { asOf: "2026-10-15", entered, won: 2 }).hit).toEqual(["call"]);
    const text = toText(scorecardReport(friday), { width: 100 });
    expect(text).toContain("call: 5 of 30 from Mon 12 Oct 2026 to Sun 18 Oct 2026");
    expect(text).toContain('"call" fell short in the week from Mon 12 Oct 2026, at 5 of 30');
  });

  test("a week whose Friday is a holiday is judged on Thursday", () => {
    const short = { ...plan, calendar: { holidays: ["2026-10-16"] } } as const;
    expect(scorecard(short, { asOf: "2026-10-15", entered, won: 2 }).missed).toEqual(["call"]);
  });

  test("where nothing was asked for there is nothing to hit", () => {
    const late = { ...plan, funnel: [{ stage: "call", rate: "5%", lag: 60 }] } as const;
    // The last day for a call is 1 November; in the week of 9 November none is asked for.
    const card = scorecard(late, { asOf: "2026-11-15", entered, won: 0 });
    expect(card.rows.find(({ name }) => name === "call")?.checkIns.at(-1)).toMatchObject({
      target: "0",
      hit: null,
    });
  });
});

describe("advice in both directions", () => {
  const plan = {
    goal: { metric: "customers", amount: 10, period: "2026-Q4" },
    funnel: [{ stage: "meeting", rate: "30%", owner: "sales" }],
    habits: [
      { name: "calls", owner: "sales", per: "day", atLeast: 25, serves: "meeting" },
      { name: "dashboards", owner: "it", per: "week", atLeast: 1, serves: "goal" },
    ],
  } as const;
  const daily = (counts: (day: number) => number) => {
    const first = parseDay("2026-10-01") ?? 0;
    return Array.from({ length: 23 }, (_, day) => first + day)
      .filter((day) => weekday(day) < 5)
      .map((day) => ({ on: formatDay(day), count: counts(day - first) }));
  };
  const advice = (counts: (day: number) => number) =>
    scorecard(plan, {
      asOf: "2026-10-25",
      activities: { calls: daily(counts), dashboards: [{ on: "2026-10-09", count: 1 }] },
    }).change;

  // One dashboard in four weeks: "write 0 instead of 1".
  test("a habit that was dropped is missed, and never lowered to nothing", () => {
    const dropped = advice(() => 14).find(({ row }) => row === "dashboards");
    expect(dropped).toMatchObject({ change: null });
    expect(dropped?.text).toBe(
      '"dashboards" was missed 2 times in a row (from Mon 12 Oct to Sun 25 Oct), at 0 a week on average: find out what keeps it from being done, or drop it.',
    );
  });

  // 170 of 125 in every week, and nothing was said of it.
  test("a habit that was beaten four times running is worth raising to the least of the four", () => {
    const beaten = advice((day) => (day < 10 ? 36 : 34)).find(({ row }) => row === "calls");
    expect(beaten?.text).toContain("it is worth raising to 34 a day");
    expect(beaten?.change).toEqual({
      path: ["habits", 0, "atLeast"],
      to: [
        { from: "2026-10-01", count: 25 },
        { from: "2026-10-26", count: 34 },
      ],
    });
  });

  test("three kept weeks, or four at a median below 120%, are no reason to raise it", () => {
    expect(advice(() => 29).find(({ row }) => row === "calls")).toBeUndefined();
    expect(advice((day) => (day < 2 ? 20 : 34)).find(({ row }) => row === "calls")).toBeUndefined();
  });
});
