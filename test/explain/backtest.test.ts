import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/calendar/day.js";
import { explain } from "../../src/explain/explain.js";
import { plainFormat } from "../../src/format/format.js";
import { backtest } from "../../src/history/backtest/backtest.js";
import type { Journey } from "../../src/history/journeys/journey.js";
import { definePlan } from "../../src/plan/define-plan.js";
import { LAST_DAY } from "../history/history-simulator.js";
import { numbersOf } from "./answer-numbers.js";

const plan = definePlan({
  goal: { metric: "customers", amount: 10, period: "2027-01" },
  funnel: [{ stage: "demo", rate: "50%" }],
});
const bare = { owner: null, channel: null, value: null, currency: null, probability: null, expected: null };
const FIRST = LAST_DAY - 364;

/** Four deals a day for a year; one of them is won, after some days, the others are lost at once. */
function history({ wonUntil = 365, lag }: { wonUntil?: number; lag: (day: number) => number }): Journey[] {
  return Array.from({ length: 365 * 4 }, (_, id): Journey => {
    const day = id >> 2;
    const steps = [{ stage: "demo", on: formatDay(FIRST + day) }];
    const isWon = id % 4 === 0 && day < wonUntil;
    const ends = day + (isWon ? lag(day) : 0);
    const known = { ...bare, id: String(id), steps };
    if (ends > 364) return { ...known, state: "open", closed: null };
    return { ...known, state: isWon ? "won" : "lost", closed: formatDay(FIRST + ends) };
  });
}

const steady = history({ lag: () => 0 });
const ANSWERS = {
  "a steady year": backtest(plan, steady),
  "by week": backtest(plan, steady, { per: "week", asOf: "2026-03-31" }),
  "a rate that falls": backtest(plan, history({ wonUntil: 240, lag: () => 0 })),
  "lags that grow": backtest(plan, history({ lag: (day) => (day < 150 ? 10 : 40) })),
  "a history that is too short": backtest(plan, steady.slice(0, 4 * 80)),
} as const;

const all = Object.entries(ANSWERS).flatMap(([name, answer]) =>
  numbersOf(answer).map(({ path, value }) => ({ name, answer, path, value })),
);

describe("every number of a backtest has an explanation that contains it", () => {
  it("is tried with assumptions that failed", () => {
    const failed = Object.values(ANSWERS).flatMap((answer) => answer.failed.map(({ code }) => code));
    expect([...new Set(failed)].sort()).toEqual(["rate", "timing"]);
  });

  it("is found, each of them", () => {
    expect(all.length).toBeGreaterThan(300);
    for (const { name, answer, path, value } of all) {
      const { text, formula } = explain(answer, path);
      const isShare = ["level", "chance", "low", "high", "spread", "learned", "needed"].includes(
        String(path.at(-1)),
      );
      const shown = isShare ? plainFormat.rate(value) : plainFormat.number(value);
      expect(`${text} ${formula}`, `${name} ${path.join(" ")}`).toContain(shown);
      expect(formula).not.toBe("");
    }
  });
});

describe("what is said", () => {
  const say = (name: keyof typeof ANSWERS, ...path: (string | number)[]) => explain(ANSWERS[name], path).text;

  it("names the month and what was known before it", () => {
    expect(say("a steady year", "periods", 0, "won")).toBe("31 wins came in March 2026, as history tells.");
    expect(say("a steady year", "periods", 0, "fresh", "expected")).toBe(
      "From the rates and lags that were known on the day before, 31.1 wins of deals that began in it were expected in March 2026.",
    );
    expect(say("a steady year", "periods", 0, "sure")).toMatch(
      /^\d+ wins is the most of which it was 80% sure, on the day before, that as many come in March 2026\.$/,
    );
    expect(say("by week", "periods", 0, "won")).toBe(
      "7 wins came in the week from Mon 19 Jan 2026, as history tells.",
    );
  });

  it("says how often ranges held, and where that lies in the long run", () => {
    expect(say("a steady year", "held", "count")).toBe(
      "10 of 10 months ended within the 80% range that was forecast the day before.",
    );
    // Wilson at 90%: 1 − z²/(n + z²) with z = 1.6449 and n = 10 is 10 ÷ 12.7055 = 78.7%.
    expect(say("a steady year", "held", "low")).toMatch(
      /79% is the lower end of where that share lies in the long run, nine times of ten: from 79% to 100%\.$/,
    );
    expect(explain(ANSWERS["a steady year"], ["held", "count"]).formula).toBe("10 ÷ 10 = 100%");
  });

  it("says what failed", () => {
    const { failed } = ANSWERS["a rate that falls"];
    const place = failed.findIndex(({ code }) => code === "rate");
    expect(say("a rate that falls", "failed", place, "wentOn", "came")).toMatch(
      /^[\d.]+ were expected to go on from "demo" in all periods, and \d+ did: its rate or its lag is off beyond luck\.$/,
    );
    const timing = ANSWERS["lags that grow"].failed.findIndex(({ code }) => code === "timing");
    expect(say("lags that grow", "failed", timing, "fresh", "came")).toMatch(
      /^[\d.]+ wins of deals that began in the periods were expected in all periods, and \d+ came: lags are off beyond luck\.$/,
    );
  });

  it("refuses what is no number, with what is near", () => {
    expect(() => explain(ANSWERS["a steady year"], ["spread", "lerned"])).toThrow(
      "explain requires the path of a number; got spread lerned (did you mean spread learned?)",
    );
    expect(() => explain(ANSWERS["a history that is too short"], ["spread", "learned"])).toThrow(
      "the plan does not say enough for it",
    );
  });
});
