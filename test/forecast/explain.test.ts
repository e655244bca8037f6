import { describe, expect, test } from "vitest";

import { explain } from "../../src/explain/explain.js";
import { forecast } from "../../src/forecast/forecast.js";
import { parseExact } from "../../src/number/exact-string.js";
import type { Path } from "../../src/schema/issue.js";

const outlook = forecast(
  {
    goal: { metric: "new-mrr", amount: 10_000, period: "2026-Q1" },
    deal: { value: 1000 },
    funnel: [
      { stage: "call", rate: "10%", lag: 3 },
      { stage: "meeting", rate: "25%", lag: 10 },
    ],
  },
  {
    asOf: "2026-01-30",
    entered: { call: 200 },
    pipeline: {
      meeting: [{ entered: "2026-01-25", value: 2000, expected: "2026-01-29" }, { entered: "2026-01-02" }],
    },
    won: [{ on: "2026-01-20", value: 1500 }],
  },
  { pace: { perDay: { call: 10 } }, horizon: "2026-04-05" },
);

/** What is text although it may look like a number. */
const TEXTS = [
  "plan",
  "snapshot",
  "pace",
  "assumptions",
  "on",
  "month",
  "asOf",
  "horizon",
  "stage",
  "expected",
  "entered",
];

function numbersOf(value: unknown, path: Path): Path[] {
  if (typeof value === "number") return [path];
  if (typeof value === "string") return parseExact(value) === undefined ? [] : [path];
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, member]) =>
    TEXTS.includes(key) && path.join() !== "atEnd,from"
      ? []
      : numbersOf(member, [...path, isList ? Number(key) : key]),
  );
}

const numbers = [
  ...numbersOf(outlook, []),
  ...["won", "pipeline", "pace"].map((part) => ["atEnd", "from", part]),
];

describe("explain reaches a forecast", () => {
  test("every number of it, each up to the goal", () => {
    expect(numbers.length).toBeGreaterThan(200);
    for (const path of numbers) {
      const { text, formula, supports: reasons } = explain(outlook, path);
      expect([path, text]).toEqual([path, expect.stringMatching(/\.$/)]);
      expect(formula).not.toBe("");
      expect(reasons.at(-1)?.text).toBe("The goal is 10,000 of new MRR from 1 January to 31 March 2026.");
    }
  });

  test("says where the expected wins come from", () => {
    expect(explain(outlook, ["atEnd", "wins"]).inputs.map(({ name }) => name)).toEqual([
      "won",
      "pipeline",
      "pace",
    ]);
    expect(explain(outlook, ["pipelineHealth", "slipped", 0, "value"]).text).toContain('"meeting"');
  });

  test("names the nearest path where no number stands", () => {
    expect(() => explain(outlook, ["atEnd", "win"])).toThrow("did you mean atEnd wins?");
    expect(() => explain(outlook, ["targets", "wins"])).toThrow("explain requires the path of a number");
  });
});
