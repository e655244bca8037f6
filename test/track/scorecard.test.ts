import { describe, expect, test } from "vitest";
import { toMarkdown } from "../../src/report/markdown/to-markdown.js";
import { toText } from "../../src/report/text/to-text.js";
import { scorecardReport } from "../../src/report/track/scorecard-report.js";
import { applyChange } from "../../src/plan/change.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { formatDay, parseDay } from "../../src/calendar/day.js";

// 20 working days from Monday 2026-01-05: 200 calls and 20 wins, 10 calls and 1 win a day, worked by hand.
const plan = {
  goal: { metric: "customers", amount: 20, period: { start: "2026-01-05", end: "2026-01-30" } },
  funnel: [{ stage: "call", rate: "10%", owner: "sales" }],
  teams: { sales: { people: [{ name: "Ana" }, { name: "Ben" }] }, support: { headcount: 2 } },
  habits: [
    {
      name: "dials",
      owner: "sales",
      per: "day",
      atLeast: [
        { from: "2026-01-05", count: 25 },
        { from: "2026-01-19", count: 15 },
      ],
      serves: "goal",
    },
    { name: "meet noisy users", owner: "support", atLeast: 3, per: "week", serves: "goal" },
    { name: "complaints", owner: "support", atMost: 2, per: "month" },
    { name: "answer tickets", owner: "support", share: "100%", within: "15 minutes" },
  ],
} as const;

/** So many on each of the working days of the weeks, by one person. */
function daily(counts: readonly number[], by?: string) {
  const monday = parseDay("2026-01-05") ?? 0;
  return counts.flatMap((count, week) =>
    [0, 1, 2, 3, 4].map((day) => ({
      on: formatDay(monday + 7 * week + day),
      count,
      ...(by === undefined ? {} : { by }),
    })),
  );
}

const snapshot = {
  asOf: "2026-01-25",
  entered: { call: [...daily([10, 8, 9], "Ana"), { on: "2026-01-08", count: 3, by: "Ben" }] },
  activities: {
    dials: daily([15, 14, 15]),
    "meet noisy users": [
      { on: "2026-01-06", count: 3 },
      { on: "2026-01-13", count: 4 },
      { on: "2026-01-20", count: 3 },
    ],
    complaints: [{ on: "2026-01-09", count: 3 }],
  },
  won: [{ on: "2026-01-09" }, { on: "2026-01-16" }],
} as const;

const cases = {
  "answer tickets": [
    { on: "2026-01-06", within: 9, of: 10 },
    { on: "2026-01-13", within: 12, of: 12 },
  ],
};

const card = scorecard(plan, snapshot, { cases });
const row = (name: string) => card.rows.find((each) => each.name === name);

describe("scorecard", () => {
  test("a week is judged when its last working day is over, against what the plan's days ask for", () => {
    expect(row("call")?.checkIns).toEqual([
      { from: "2026-01-05", to: "2026-01-11", target: "50", actual: "53", hit: true },
      { from: "2026-01-12", to: "2026-01-18", target: "50", actual: "40", hit: false },
      { from: "2026-01-19", to: "2026-01-25", target: "50", actual: "45", hit: false },
    ]);
    const asOf = (day: string) => {
      const entered = { call: snapshot.entered.call.filter(({ on }) => on <= day) };
      const { rows } = scorecard(plan, { asOf: day, entered, won: 2 });
      return rows.find(({ name }) => name === "call")?.checkIns.at(-1)?.hit;
    };
    // Friday is the last working day of the week.
    expect([asOf("2026-01-22"), asOf("2026-01-23")]).toEqual([null, false]);
  });

  test("targets that change by date are each day's own (25 a day, from the third week 15)", () => {
    expect(row("dials")?.checkIns.map(({ target, actual, hit }) => [target, actual, hit])).toEqual([
      ["125", "75", false],
      ["125", "70", false],
      ["75", "75", true],
    ]);
    expect(row("dials")).toMatchObject({ goal: "at least 15 a day", hits: 1, misses: 2, trend: "rising" });
  });

  test("at most, by the month and shares within a limit are judged their own way", () => {
    expect(row("complaints")?.checkIns).toEqual([
      { from: "2026-01-01", to: "2026-01-31", target: "2", actual: "3", hit: null },
    ]);
    const later = scorecard(plan, { ...snapshot, asOf: "2026-01-31" });
    expect(later.rows.find(({ name }) => name === "complaints")?.checkIns[0]?.hit).toBe(false);
    expect(row("answer tickets")?.checkIns.map(({ actual, hit }) => [actual, hit])).toEqual([
      ["0.9", false],
      ["1", true],
      [null, null],
    ]);
  });

  test("streaks count alike check-ins in a row, and the trend compares with up to three before", () => {
    expect(row("meet noisy users")).toMatchObject({ streak: { hit: true, length: 3 }, hits: 3, misses: 0 });
    expect(row("call")).toMatchObject({ streak: { hit: false, length: 2 }, trend: "falling" });
  });

  test("people stand beside their even share of the week's target", () => {
    expect(row("call")?.people).toEqual([
      { name: "Ana", actual: "45", target: 25 },
      { name: "Ben", actual: "0", target: 25 },
    ]);
    expect(card.owners).toEqual([
      { owner: "sales", hits: 1, misses: 1 },
      { owner: "support", hits: 2, misses: 0 },
    ]);
  });

  test("a habit that is done while the outcome does not follow is hollow", () => {
    expect(row("meet noisy users")?.hollow).toBe(true);
    expect(row("dials")?.hollow).toBe(false);
    expect(card.change.find(({ row: name }) => name === "meet noisy users")?.text).toContain(
      "change what is done, not how much",
    );
  });

  test("a goal missed twice in a row comes with a change that the plan takes (25 → 15 calls a day)", () => {
    const first = { ...plan, habits: [{ name: "dials", owner: "sales", per: "day", atLeast: 25 }] } as const;
    const { change } = scorecard(first, { asOf: "2026-01-18", activities: { dials: daily([15, 16]) } });
    const dials = change.find(({ row: name }) => name === "dials");
    expect(dials?.text).toContain("at 15.5 a day on average: write 15 from Mon 19 Jan on instead of 25");
    expect(dials?.change).toEqual({
      path: ["habits", 0, "atLeast"],
      to: [
        { from: "2026-01-05", count: 25 },
        { from: "2026-01-19", count: 15 },
      ],
    });
    if (dials?.change) expect(applyChange(first, dials.change).habits?.[0]?.atLeast).toEqual(dials.change.to);
    const once = scorecard(first, { asOf: "2026-01-11", activities: { dials: daily([15]) } });
    expect(once.change.filter(({ row: name }) => name === "dials")).toEqual([]);
  });

  test("every line says why it is done", () => {
    expect(row("call")?.why).toBe("It feeds wins; 20 wins make 20 customers.");
    expect(row("dials")?.why).toBe("It serves the outcome goal.");
    expect(row("complaints")?.why).toBe("The plan does not say what it serves.");
  });

  test("a week may start on another day", () => {
    const sunday = scorecard(plan, snapshot, { weekStart: "sun" });
    expect(sunday.rows[1]?.checkIns[0]).toMatchObject({ from: "2026-01-04", to: "2026-01-10" });
    expect(() => scorecard(plan, snapshot, { weekStart: "monday" as "mon" })).toThrow(
      /scorecard requires weekStart/,
    );
  });

  test("cases that are none, or of no such habit, are refused by name", () => {
    const codes = (given: unknown): unknown => {
      try {
        return scorecard(plan, snapshot, { cases: given as typeof cases });
      } catch (error) {
        return (error as { issues: { code: string }[] }).issues.map(({ code }) => code);
      }
    };
    expect(codes({ "answer ticket": [] })).toEqual(["habit.unknown"]);
    expect(codes([])).toEqual(["cases.invalid"]);
    const rows = [{ on: "soon", within: 1, of: 2 }, { on: "2026-01-06", within: 3, of: 2 }, 7];
    expect(codes({ "answer tickets": rows })).toEqual(["cases.invalid", "cases.invalid", "cases.invalid"]);
  });

  test("the summary says what was hit, what was missed and what to change, as text and as Markdown", () => {
    const report = scorecardReport(card, { people: true });
    // People are named only where that is asked for.
    expect(scorecardReport(card).sections.map(({ title }) => title)).not.toContain("By person");
    expect(report.sections.map(({ title }) => title)).toEqual([
      "In short",
      "Hit",
      "Missed",
      "What to change",
      "So far",
      "The last check-ins",
      "By person",
      "Why we do it",
    ]);
    const text = toText(report, { width: 100 });
    expect(text).toContain("3 goals hit, 2 missed. The outcome is behind.");
    expect(text).toContain(
      '"call" fell short in the week from Mon 19 Jan 2026, at 45 of 50: from now on it takes',
    );
    const markdown = toMarkdown(report);
    expect(markdown).toContain("## What to change");
    expect(markdown).toMatch(/\| call \| sales \| 1 \| 2 \| 2 misses \| falling \|/);
  });
});
