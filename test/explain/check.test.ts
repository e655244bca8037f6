import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.js";
import { plainFormat } from "../../src/format/format.js";
import { check, type CheckResult } from "../../src/track/check.js";
import { chanceWords } from "../../src/words/chance.js";
import { numbersOf } from "./answer-numbers.js";

const plan = {
  goal: { metric: "customers", amount: 10, period: "2026-Q1" },
  funnel: [{ stage: "meeting", rate: { won: 20, of: 100 }, lag: 20 }],
} as const;
const january = { asOf: "2026-01-16", entered: { meeting: 12 }, won: 0 };
const behind = { asOf: "2026-03-13", entered: { meeting: 14 }, won: 1 };
const checks = { minChance: "80%", freshWithinDays: 3, minAttainment: "95%" } as const;

const ANSWERS = {
  "before work has begun": check({ ...plan, checks }),
  "under way": check({ ...plan, checks }, { snapshot: january, today: "2026-01-20" }),
  "hopelessly behind": check(plan, { snapshot: behind }),
  "the period is over": check({ ...plan, checks }, { snapshot: { ...behind, asOf: "2026-03-31" } }),
  "losses, and a team that is full": check(
    {
      ...plan,
      goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
      deal: { value: 1_000 },
      churn: { customers: 2 },
      funnel: [{ stage: "demo", rate: "50%", owner: "sales", minutes: 60 }],
      teams: { sales: { minutesPerDay: 120, people: [{ name: "Ana" }] } },
      checks: { maxUtilisation: "50%" },
    },
    { snapshot: { asOf: "2026-01-16", entered: { demo: 12 }, won: 3, churned: 1 } },
  ),
  "a past that was tried": check(plan, {
    backtest: {
      ...{ asOf: "2025-12-31", per: "month", level: "0.8", chance: "0.8", periods: [], untested: [] },
      held: { count: 5, of: 9, low: "0.3", high: "0.8" },
      heldByLuck: { count: 2, of: 9, low: "0.1", high: "0.5" },
      reached: { count: 5, of: 9, low: "0.3", high: "0.8" },
      failed: [{ code: "range" }],
      spread: { learned: "0.2", needed: "0.5" },
    },
  }),
} as const satisfies Record<string, CheckResult>;

const all = Object.entries(ANSWERS).flatMap(([name, answer]) =>
  numbersOf(answer)
    .filter(({ path }) => path.includes("finding") && !isElsewhere(path))
    .map(({ path, value }) => ({ name, answer, path, value })),
);

/** Figures of sentences within a finding: each is in the answer that the sentence is taken from. */
function isElsewhere(path: readonly (string | number)[]): boolean {
  return ["reason", "fixes", "verdict", "needed", "outlook", "issue"].some((part) => path.includes(part));
}

describe("every number of what a check found has an explanation that contains it", () => {
  it("is tried with chances before and after work has begun, and with other findings", () => {
    const keys = new Set(all.map(({ path }) => path.at(-1)));
    for (const key of [
      "least",
      "chance",
      "goal",
      "held",
      "of",
      "level",
      "byNow",
      "atMost",
      "actual",
      "demand",
      "capacity",
    ])
      expect([...keys]).toContain(key);
  });

  it("is found, each of them", () => {
    for (const { name, answer, path, value } of all) {
      const { text, formula } = explain(answer, path);
      const shown =
        path.at(-1) === "chance" && typeof value === "number"
          ? [chanceWords(value, plainFormat)]
          : [plainFormat.number(value), plainFormat.rate(value), plainFormat.writtenRate(value)];
      const missing = shown.every((each) => !`${text} ${formula}`.includes(each));
      expect(missing ? `${name} ${path.join(" ")}, ${value}: ${text}` : "").toBe("");
      expect(formula).not.toBe("");
    }
  });
});

it("says given what the goal is so sure", () => {
  const chanceOf = (answer: CheckResult) => {
    const place = answer.cases.findIndex(({ code }) => code === "minChance");
    return explain(answer, ["cases", place, "finding", "chance"]).text;
  };
  expect(chanceOf(ANSWERS["before work has begun"])).toMatch(
    /^With all of this work done as planned, the goal is reached with a chance of \d+%/,
  );
  expect(chanceOf(ANSWERS["under way"])).toMatch(
    /^If the rest is done as planned, .* with a chance of \d+%\.$/,
  );
  const least = ANSWERS["before work has begun"].cases.findIndex(({ code }) => code === "minChance");
  expect(explain(ANSWERS["before work has begun"], ["cases", least, "finding", "least"])).toMatchObject({
    text: ANSWERS["before work has begun"].cases[least]?.text,
    formula: "the goal has a chance of at least 80%",
  });
});

it("says that a number is not there, with what is", () => {
  expect(() => explain(ANSWERS["under way"], ["cases", 0, "finding", "chnce"])).toThrow(
    "explain requires the path of a number",
  );
});
