import { describe, expect, it } from "vitest";
import { personalTargets } from "../../src/align/personal-targets.js";
import { leftOutOfHistory, weeklyHistory } from "../../src/align/weekly-history.js";
import { encodeExact } from "../../src/number/exact-string.js";
import { parsePlan } from "../../src/plan/parse.js";
import type { Snapshot } from "../../src/plan/snapshot.js";

const plan = parsePlan({
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  deal: { activities: [{ name: "onboarding" }] },
  funnel: [
    { stage: "call", rate: "5%" },
    { stage: "meeting", rate: "50%" },
  ],
});

// Monday 5 January 2026; the 11th is a Sunday, the 16th a Friday.
const happened: Snapshot = {
  asOf: "2026-01-15",
  entered: {
    call: [
      { on: "2026-01-05", count: 12, by: "Ben" },
      { on: "2026-01-11", count: "1.5", by: "Ana" },
      { on: "2026-01-07", count: 3, by: "Ana" },
      { on: "2026-01-07", count: 7 },
      { on: "2026-01-12", count: 9, by: "Ana" },
    ],
    meeting: 4,
  },
  activities: {
    onboarding: [{ on: "2026-01-09", count: 2, by: "Ana" }],
    lunch: [{ on: "2026-01-09", count: 2, by: "Ana" }],
  },
  won: [
    { on: "2026-01-06", value: 900, by: "Ana" },
    { on: "2026-01-06", value: 900, by: "Ana" },
  ],
};

describe("a history by person and week", () => {
  it("adds up what carries a day and a person and what the plan knows, from Monday to Sunday", () => {
    // The week of the 12th is not over on a Thursday.
    expect(weeklyHistory(happened, plan)).toEqual({
      Ana: [{ week: "2026-01-05", counts: { call: "4.5", onboarding: "2", win: "2" } }],
      Ben: [{ week: "2026-01-05", counts: { call: "12" } }],
    });
  });

  it("counts a week whose working days are over: on its Friday, or before holidays that end it", () => {
    const friday = weeklyHistory({ ...happened, asOf: "2026-01-16" }, plan);
    expect(friday["Ana"]?.map(({ week }) => week)).toEqual(["2026-01-05", "2026-01-12"]);
    const holidays = parsePlan({ ...plan, calendar: { holidays: ["2026-01-16"] } });
    expect(weeklyHistory(happened, holidays)["Ana"]).toHaveLength(2);
  });

  it("is of the plan's people where it names them, as personal targets want it", () => {
    const named = parsePlan({ ...plan, teams: { sales: { people: [{ name: "Ana" }] } } });
    const history = weeklyHistory(happened, named);
    expect(Object.keys(history)).toEqual(["Ana"]);
    expect(personalTargets(named, history).people.map(({ name }) => name)).toEqual(["Ana"]);
  });

  it("is empty where nothing carries a day and a person", () => {
    expect(weeklyHistory({ asOf: "2026-01-15", entered: { call: 3 }, won: 2 }, plan)).toEqual({});
  });
});

describe("what no person's history holds", () => {
  // Whoever left the company used to vanish from the weeks without a word.
  it("names those who are in no team, the busiest first, and counts what names nobody", () => {
    const staffed = parsePlan({ ...plan, teams: { sales: { people: [{ name: "Cleo" }] } } });
    const { strangers, nobody } = leftOutOfHistory(happened, staffed);
    // Ana: 1.5 + 3 + 9 calls, 2 onboardings, 2 wins. Ben: 12 calls. 7 calls name nobody.
    expect(strangers.map(({ name, count }) => [name, encodeExact(count)])).toEqual([
      ["Ana", "17.5"],
      ["Ben", "12"],
    ]);
    expect(encodeExact(nobody)).toBe("7");
    expect(leftOutOfHistory(happened, plan).strangers).toEqual([]);
  });
});
