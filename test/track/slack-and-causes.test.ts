import { describe, expect, test } from "vitest";

import { track } from "../../src/track/track.js";

// 20 working days, 200 calls, 40 meetings, 20 wins: ten calls a day, a hundred by the 16th, worked by hand.
const plan = {
  goal: { metric: "customers", amount: 20, period: { start: "2026-01-05", end: "2026-01-30" } },
  funnel: [
    { stage: "call", rate: "20%" },
    { stage: "meeting", rate: "50%" },
  ],
} as const;

describe("the slack", () => {
  // By hand: 20 calls short are two days of ten; 25 too many are two and a half; all 200 are the ten days that are left.
  test.each([
    [80, "-2"],
    [100, "0"],
    [125, "2.5"],
    [200, "10"],
    [250, "10"],
  ])("of %d calls after ten days is %s days of planned work", (call, slack) => {
    expect(track(plan, { asOf: "2026-01-16", entered: { call } }).ahead.slackDays).toBe(slack);
  });

  test("is not known where nobody says what was started", () => {
    expect(track(plan, { asOf: "2026-01-16", won: 8 }).ahead.slackDays).toBeNull();
  });
});

describe("the causes of a gap", () => {
  // By hand: 80 calls, a fifth of which are 16 meetings, half of which are 8 wins: two wins short, all of it work.
  test("put all stages together, and leave out what costs nothing", () => {
    const { causes } = track(plan, { asOf: "2026-01-16", entered: { call: 80, meeting: 16 }, won: 8 });
    expect(causes).toEqual([{ cause: "work", wins: "-2", amount: "-2", stage: "call" }]);
  });

  // By hand: 5 of 16 meetings instead of 8 are three wins less; calls cost two; together ten planned become five.
  test("add up to the gap", () => {
    const { causes, outcome } = track(plan, {
      asOf: "2026-01-16",
      entered: { call: 80, meeting: 16 },
      won: 5,
    });
    const total = causes.reduce((sum, { wins }) => sum + fraction(wins), 0);
    expect(total).toBeCloseTo(Number(outcome.wins) - Number(outcome.plannedWins), 12);
    expect(causes.map(({ cause, stage }) => [cause, stage])).toEqual([
      ["work", "call"],
      ["conversion", "meeting"],
    ]);
  });
});

describe("a gap beside a goal that is on track", () => {
  // It used to say "on track" and "The work was not done" at once: the one looks ahead, the other back.
  test("is told as what happened so far, with what is ahead", () => {
    const january = {
      goal: { metric: "customers", amount: 4, period: "2026-01" },
      funnel: [
        { stage: "call", rate: "10%" },
        { stage: "meeting", rate: "50%" },
      ],
    } as const;
    const { status, verdict } = track(january, {
      asOf: "2026-01-16",
      entered: { call: 37, meeting: 3 },
      won: 1,
      pipeline: { meeting: 2 },
    });
    expect(status).toBe("on track");
    expect(verdict).toMatchObject({ kind: "work not done", stage: "call", stillOnTrack: true });
    expect(verdict.text).toBe(
      'So far: less was started at "call" than planned. If the rest is done as planned, the goal is still likely enough to be on track.',
    );
  });
});

function fraction(exact: string): number {
  const [num = "", den = "1"] = exact.split("/");
  return Number(num) / Number(den);
}
