import ICAL from "ical.js";
import { describe, expect, test } from "vitest";

import { toIcs } from "../../src/rows/to-ics.js";
import { solve } from "../../src/solve/solve.js";

const plan = {
  name: "January; calls, and \\ more",
  goal: { metric: "customers", amount: 6, period: { start: "2026-01-05", end: "2026-01-30" } },
  funnel: [
    {
      stage: "call 📞, long or short; whichever suits the customer who is on the line",
      rate: "10%",
      owner: "sales",
    },
  ],
} as const;

/** Events as ical.js, a program of others, reads them. */
function eventsOf(text: string): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

describe("a calendar file", () => {
  test("has the last day to start, a milestone for each week and a check-in for each week, as whole days", () => {
    const events = eventsOf(toIcs(solve(plan)));
    const dated = events.map((event) => [
      event.startDate.toString(),
      event.startDate.isDate,
      event.component.getFirstPropertyValue("categories"),
    ]);
    // Twenty working days from Monday 5 January: work counts to the last one, the last week closes with the period.
    const fridays = ["2026-01-09", "2026-01-16", "2026-01-23", "2026-01-30"];
    const mondays = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"];
    const expected = [
      ["2026-01-30", true, "start by"],
      ...fridays.map((day) => [day, true, "milestone"]),
      ...mondays.map((day) => [day, true, "check-in"]),
    ];
    expect(dated.map(String).sort()).toEqual(expected.map(String).sort());
  });

  test("says names as they are written, whatever stands in them", () => {
    const text = toIcs(solve(plan), { kinds: ["start by"] });
    const [event] = eventsOf(text);
    expect(event?.summary).toBe(`Last day to start: ${plan.funnel[0].stage}`);
    // 60 calls over twenty days.
    expect(event?.description).toBe("60 in all, 3 a day, from Mon 5 Jan 2026 to Fri 30 Jan 2026.");
    // Backslash, semicolon and comma stand behind a backslash (RFC 5545, 3.3.11).
    expect(text).toContain("X-WR-CALNAME:January\\; calls\\, and \\\\ more\r\n");
  });

  test("folds its lines at 75 octets and ends them with CR and LF", () => {
    const text = toIcs(solve(plan));
    const lines = text.split("\r\n");
    expect(lines.at(-1)).toBe("");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("is the same each time, and knows an event again when its figures change", () => {
    const ids = (amount: number) =>
      eventsOf(toIcs(solve({ ...plan, goal: { ...plan.goal, amount } }))).map(({ uid }) => uid);
    expect(toIcs(solve(plan))).toBe(toIcs(solve(plan)));
    expect(ids(12)).toEqual(ids(6));
    expect(new Set(ids(6)).size).toBe(9);
    expect(toIcs(solve(plan))).toContain("DTSTAMP:20260105T000000Z");
    expect(toIcs(solve(plan), { stamp: "2026-02-03" })).toContain("DTSTAMP:20260203T000000Z");
  });

  test("of a team has only what the team answers for", () => {
    const summaries = eventsOf(toIcs(solve(plan), { team: "sales", kinds: ["milestone"] })).map(
      ({ summary }) => summary,
    );
    expect(summaries).toHaveLength(4);
    expect(summaries.join()).not.toContain("win");
  });

  test("needs days", () => {
    const undated = solve({ ...plan, goal: { ...plan.goal, period: { workingDays: 20 } } });
    expect(() => toIcs(undated)).toThrow("a period with dates for a calendar");
    expect(() => toIcs(solve(plan), { stamp: "soon" })).toThrow("toIcs requires stamp as a date");
    expect(() => toIcs(solve(plan), { kinds: ["party" as never] })).toThrow("toIcs requires kinds of");
  });
});
