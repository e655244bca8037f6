import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayReader } from "../../../src/history/journeys/days.js";
import type { Journey, Step } from "../../../src/history/journeys/journey.js";
import { filledDays, readPassage } from "../../../src/history/journeys/passage.js";
import { formatDay, parseDay } from "../../../src/calendar/day.js";
import { journeys as anyJourneys } from "../../generators/journeys.js";

const STAGES = ["A", "B", "C"] as const;
const deal = { owner: null, channel: null, value: null, currency: null, probability: null, expected: null };
const last = parseDay("2026-12-31") ?? 0;

function made(
  steps: readonly (readonly [string, string | null])[],
  state: Journey["state"] = "open",
  closed: string | null = null,
): Journey {
  return { ...deal, id: "1", steps: steps.map(([stage, on]): Step => ({ stage, on })), state, closed };
}

function dates(journey: Journey, asOf = last): readonly (string | null)[] | undefined {
  const passage = readPassage(journey, STAGES, asOf, dayReader());
  return passage?.reached.map((day) => (day === null ? null : formatDay(day)));
}

// Every expected date is worked by hand from the rule "the first day in this or any later stage".
describe("passageOf", () => {
  it("counts a skipped stage as passed on the day of the next one", () => {
    expect(
      dates(
        made([
          ["A", "2026-01-05"],
          ["C", "2026-01-20"],
        ]),
      ),
    ).toEqual(["2026-01-05", "2026-01-20", "2026-01-20"]);
  });

  it("counts the stages before a deal that begins in the middle as passed on its first day", () => {
    expect(dates(made([["B", "2026-01-08"]]))).toEqual(["2026-01-08", "2026-01-08"]);
  });

  it("lets going back undo nothing, and takes the first time in a stage", () => {
    const back = made([
      ["A", "2026-01-05"],
      ["B", "2026-01-09"],
      ["A", "2026-01-12"],
      ["B", "2026-01-15"],
    ]);
    expect(dates(back)).toEqual(["2026-01-05", "2026-01-09"]);
  });

  it("takes a win as behind all stages, and never lets a lag be negative: won before first contact is won at once", () => {
    expect(dates(made([["A", "2026-01-10"]], "won", "2026-01-05"))).toEqual([
      "2026-01-05",
      "2026-01-05",
      "2026-01-05",
    ]);
  });

  it("does not know what lies after the day it looks from: a later win is an open deal, a later step no step", () => {
    const won = made(
      [
        ["A", "2026-01-05"],
        ["B", "2026-01-20"],
      ],
      "won",
      "2026-02-01",
    );
    const seen = readPassage(won, STAGES, parseDay("2026-01-10") ?? 0, dayReader());
    expect(seen).toEqual({
      state: "open",
      furthest: 0,
      reached: [parseDay("2026-01-05")],
      closed: null,
      dated: [true],
      anywhere: false,
    });
  });

  it("has nothing to say of a journey that has not begun, nor of a closed one without any date", () => {
    expect(dates(made([["A", "2026-01-05"]]), parseDay("2026-01-04"))).toBeUndefined();
    expect(dates(made([["A", null]], "lost", null))).toBeUndefined();
    expect(dates(made([]))).toBeUndefined();
  });

  it("fills a stage without a date with the last day that is known before it", () => {
    const passage = readPassage(
      made([
        ["A", "2026-01-05"],
        ["B", null],
      ]),
      STAGES,
      last,
      dayReader(),
    );
    expect(passage?.reached.at(-1)).toBeNull();
    expect(passage === undefined ? [] : filledDays(passage)).toEqual([
      parseDay("2026-01-05"),
      parseDay("2026-01-05"),
    ]);
  });

  it("gives days that never fall and never lie beyond the day it looks from, for any journey", () => {
    fc.assert(
      fc.property(anyJourneys(STAGES), fc.integer({ min: 20_400, max: 20_600 }), (list, asOf) => {
        for (const journey of list) {
          const passage = readPassage(journey, STAGES, asOf, dayReader());
          const days = passage === undefined ? [] : filledDays(passage).filter((day) => day !== null);
          expect([...days].sort((one, other) => one - other)).toEqual(days);
          expect(days.every((day) => day <= asOf)).toBe(true);
        }
      }),
    );
  });

  it("refuses a date that is none in our grammar", () => {
    expect(() => dates(made([["A", "2026-02-30"]]))).toThrow(
      'journeys requires dates such as 2026-01-31; got "2026-02-30"',
    );
  });
});
