import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { targetRows } from "../../src/rows/target-rows.js";
import type { TargetRow } from "../../src/rows/target-row.js";
import { solve } from "../../src/solve/solve.js";
import { plans } from "../generators/plans.js";
import { timedPlans } from "../generators/timed-plans.js";
import { runs } from "../laws/runs.js";

const LENGTHS = ["day", "week", "month"] as const;
const WHO = ["team", "person"] as const;

const sumOf = (rows: readonly TargetRow[]): number => rows.reduce((sum, { target }) => sum + target, 0);

/** 20 working days from Monday 5 January; six wins at 10% take 60 calls, three a day. */
const calls = {
  goal: { metric: "customers", amount: 6, period: { start: "2026-01-05", end: "2026-01-30" } },
  funnel: [{ stage: "call", rate: "10%", owner: "sales", activities: [{ name: "dial" }] }],
  deal: { owner: "sales" },
} as const;

/** The same, dialled by two people. */
const twoCallers = {
  ...calls,
  teams: { sales: { people: [{ name: "Ana" }, { name: "Ben" }] } },
} as const;

describe("rows of targets", () => {
  test.each([
    ["without lags", plans({ short: true })],
    ["with lags and open work", timedPlans()],
  ])(
    "add up to the totals of the answer, whatever their length and whoever they are for: %s",
    (_, written) => {
      fc.assert(
        fc.property(written, fc.constantFrom(...LENGTHS), fc.constantFrom(...WHO), (plan, by, per) => {
          const answer = solve(plan as never);
          const rows = targetRows(answer, { by, per });
          if (answer.targets === null) return rows.length === 0;
          for (const { stage, total } of answer.targets.path)
            expect(sumOf(rows.filter((row) => row.stage === stage && row.activity === null))).toBe(total);
          // A stage that is its own activity is there once.
          const isOther = (activity: string, stage: string, count: number): boolean =>
            activity !== stage ||
            !answer.targets?.path.some(({ stage: name, total }) => name === stage && total === count);
          const all = answer.targets.activities
            .filter(({ activity, stage, total }) => isOther(activity, stage, total))
            .reduce((sum, { total }) => sum + total, 0);
          expect(sumOf(rows.filter(({ activity }) => activity !== null))).toBe(all);
          return rows.every(({ target }) => Number.isSafeInteger(target) && target > 0);
        }),
        runs(0.2),
      );
    },
  );

  test("of work are what its days ask for", () => {
    const answer = solve(calls);
    const days = targetRows(answer, { by: "day" }).filter(
      ({ stage, activity }) => stage === "call" && activity === null,
    );
    expect(days.map(({ from, to, target }) => [from, to, target])).toEqual(
      answer.targets?.path[0]?.days.map(({ on, count }) => [on, on, count]),
    );
  });

  test("of a week are of the calendar week, Monday to Sunday, and of a month of the whole month", () => {
    const [week] = targetRows(solve(calls), { by: "week" });
    // Five days of three calls.
    expect(week).toEqual({
      ...{ from: "2026-01-05", to: "2026-01-11", team: "sales", person: null, kind: "work", stage: "call" },
      ...{ activity: null, channel: null, target: 15, done: null, left: null },
    });
    const months = targetRows(solve(calls), { by: "month" });
    expect(months.map(({ from, to, kind, target }) => [from, to, kind, target])).toEqual([
      ["2026-01-01", "2026-01-31", "work", 60],
      ["2026-01-01", "2026-01-31", "win", 6],
      ["2026-01-01", "2026-01-31", "activity", 60],
    ]);
  });

  test("of a week begin on the day that the plan begins its weeks on", () => {
    const sunday = { ...calls, calendar: { weekStartsOn: "sun" } } as const;
    const [week] = targetRows(solve(sunday), { by: "week" });
    // The Sunday before Monday 5 January.
    expect(week).toMatchObject({ from: "2026-01-04", to: "2026-01-10", target: 15 });
  });

  test("spread the wins of a week over its working days, never late", () => {
    const wins = targetRows(solve(calls), { by: "day" }).filter(({ kind }) => kind === "win");
    // Milestones at 1.5 wins a week, rounded up: 2, 3, 5, 6. So 2, 1, 2, 1, each as early in its week as level work asks:
    // 2 of 5 days fall on day 1 and day 3 (⌈2·1/5⌉ = 1, ⌈2·3/5⌉ = 2), 1 of 5 on day 1.
    expect(wins.map(({ from, target }) => [from, target])).toEqual([
      ["2026-01-05", 1],
      ["2026-01-07", 1],
      ["2026-01-12", 1],
      ["2026-01-19", 1],
      ["2026-01-21", 1],
      ["2026-01-26", 1],
    ]);
  });

  test("have no days where the period has none", () => {
    const answer = solve({ ...calls, goal: { ...calls.goal, period: { workingDays: 20 } } });
    expect(targetRows(answer).map(({ from, to, stage, target }) => [from, to, stage, target])).toEqual([
      [null, null, "call", 60],
      [null, null, "win", 6],
      [null, null, "call", 60],
    ]);
  });

  test("name a stage that is its own activity once, and whose it is", () => {
    const own = { ...twoCallers, funnel: [{ stage: "call", rate: "10%", owner: "sales" }] } as const;
    const rows = targetRows(solve(own), { by: "month", per: "person" });
    expect(rows.map(({ person, stage, activity, target }) => [person, stage, activity, target])).toEqual([
      ["Ana", "call", null, 30],
      ["Ben", "call", null, 30],
      [null, "win", null, 6],
    ]);
  });

  test("name the people to whom work is assigned", () => {
    const rows = targetRows(solve(twoCallers), { by: "month", per: "person" });
    expect(rows.map(({ person, kind, target }) => [person, kind, target])).toEqual([
      [null, "work", 60],
      [null, "win", 6],
      ["Ana", "activity", 30],
      ["Ben", "activity", 30],
    ]);
  });
});

describe("what was done", () => {
  const snapshot = {
    asOf: "2026-01-14",
    entered: {
      call: [
        { on: "2026-01-06", count: 12 },
        { on: "2026-01-13", count: 4 },
      ],
    },
    won: 2,
  } as const;

  test("stands in the row of its days, with what is left", () => {
    const rows = targetRows(solve(calls), { by: "week", snapshot });
    const call = rows.filter(({ kind }) => kind === "work");
    // 15 calls a week: 12 done leave 3, 4 leave 11, none leave all.
    expect(call.map(({ target, done, left }) => [target, done, left])).toEqual([
      [15, "12", "3"],
      [15, "4", "11"],
      [15, "0", "15"],
      [15, "0", "15"],
    ]);
  });

  test("is not known by week where only its total is, but nothing was done after the snapshot", () => {
    const wins = targetRows(solve(calls), { by: "week", snapshot }).filter(({ kind }) => kind === "win");
    expect(wins.map(({ done, left }) => [done, left])).toEqual([
      [null, null],
      [null, null],
      ["0", "2"],
      ["0", "1"],
    ]);
    const [month] = targetRows(solve(calls), { by: "month", snapshot }).filter(({ kind }) => kind === "win");
    expect(month).toMatchObject({ target: 6, done: "2", left: "4" });
  });

  test("on a day without a target has a row of its own", () => {
    const saturday = { asOf: "2026-01-12", entered: { call: [{ on: "2026-01-10", count: 2 }] } } as const;
    const rows = targetRows(solve(calls), { by: "day", snapshot: saturday });
    expect(rows.find(({ from }) => from === "2026-01-10")).toMatchObject({ target: 0, done: "2", left: "0" });
  });

  test("is that of the person who did it; what nobody signed stands in a row without a person", () => {
    const dials = [
      { on: "2026-01-06", count: 5, by: "Ana" },
      { on: "2026-01-07", count: 2 },
    ];
    const rows = targetRows(solve(twoCallers), {
      by: "month",
      per: "person",
      snapshot: { asOf: "2026-01-14", activities: { dial: dials } },
    });
    expect(
      rows.filter(({ kind }) => kind === "activity").map(({ person, done, left }) => [person, done, left]),
    ).toEqual([
      ["Ana", "5", "25"],
      ["Ben", "0", "30"],
      [null, "2", "0"],
    ]);
  });
});

test("options that are none are refused by name", () => {
  expect(() => targetRows(solve(calls), { by: "year" as never })).toThrow(
    'targetRows requires by as "day" or "week" or "month"; got "year"',
  );
});
