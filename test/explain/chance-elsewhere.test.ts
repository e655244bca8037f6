import { describe, expect, it } from "vitest";
import { align } from "../../src/align/align.js";
import { explain } from "../../src/explain/explain.js";
import { plainFormat } from "../../src/format/format.js";
import { compare } from "../../src/sensitivity/compare.js";
import { levers } from "../../src/sensitivity/levers.js";
import { solveFor } from "../../src/sensitivity/solve-for.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { track } from "../../src/track/track.js";
import { chanceWords } from "../../src/words/chance.js";
import type { Path } from "../../src/schema/issue.js";

const plan = {
  goal: { metric: "customers", amount: 10, period: "2026-Q1", chance: "80%" },
  funnel: [{ stage: "meeting", rate: { won: 20, of: 100 }, lag: 20 }],
} as const;
const january = { asOf: "2026-01-16", entered: { meeting: 12 }, won: 0 };
const february = { asOf: "2026-02-13", entered: { meeting: 25 }, won: 2 };
const north = { ...plan, name: "north" };
const south = { ...plan, name: "south", goal: { ...plan.goal, amount: 6 } };

const ANSWERS = {
  track: track(plan, february, { previous: january }),
  "track far behind": track(plan, { ...february, entered: { meeting: 3 }, won: 0 }),
  "track of several goals": track(
    {
      goals: [plan.goal, { metric: "revenue", amount: 9000 }],
      deal: { value: 1000, per: "deal" },
      funnel: plan.funnel,
    },
    february,
  ),
  scorecard: scorecard(plan, february),
  align: align([north, south]),
  levers: levers(plan),
  compare: compare(plan, [{ name: "twenty more", changes: [{ path: ["goal", "amount"], to: 30 }] }]),
  solveFor: solveFor(plan, ["funnel", 0, "rate"], { total: { meeting: 60 } }),
} as const;

/** The keys under which these answers say how sure something is. */
const SURE = new Set(["chance", "asked", "asPlanned", "paceSoFar", "best", "reached"]);
const BESIDE = new Set(["error", "atLeast", "atMost", "product"]);

/** Every chance of an answer, found without the library's help: numbers under these keys, wherever they stand. */
function chancesOf(value: unknown, path: Path): { path: Path; value: number }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]): { path: Path; value: number }[] => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const isSure =
      SURE.has(key) ||
      (BESIDE.has(key) && (path[0] === "together" || path[0] === "chance" || path[0] === "chances"));
    if (typeof member === "number") return isSure ? [{ path: at, value: member }] : [];
    return chancesOf(member, at);
  });
}

const all = Object.entries(ANSWERS).flatMap(([name, answer]) =>
  // The figures of sentences are these chances once more; what a scenario says of why it cannot be reached is in its own answer.
  chancesOf(answer, [])
    .filter(
      ({ path }) =>
        !path.some((step) =>
          ["verdict", "reasons", "nearest", "conflicts", "changes"].includes(String(step)),
        ),
    )
    .map((chance) => ({ name, ...chance })),
);

describe("every chance of an answer without its plan has an explanation that contains it", () => {
  it("is found in each of them", () => {
    expect([...new Set(all.map(({ name }) => name))]).toEqual(Object.keys(ANSWERS));
    expect(all.map(({ path }) => path.at(-1))).toEqual(
      expect.arrayContaining([...SURE, ...BESIDE].filter((key) => key !== "best")),
    );
  });

  it.each(all)("$name $path", ({ name, path, value }) => {
    const answer = ANSWERS[name as keyof typeof ANSWERS];
    const { text, formula } = explain(answer, path);
    const isChange = path.at(-2) === "change";
    const shown =
      path.at(-1) === "error" ? String(value) : isChange ? "points" : chanceWords(value, plainFormat);
    expect(text).toContain(shown);
    expect(formula).not.toBe("");
  });
});

describe("a number that is no chance", () => {
  it("is not explained there, with what is", () => {
    expect(() => explain(ANSWERS.levers, ["now", "outcome"])).toThrow(
      "explain requires the path of a chance",
    );
    expect(() => explain(ANSWERS.track, ["chance", "bst"])).toThrow("did you mean chance best?");
  });
});

it("says of a lever by how many points the chance moves", () => {
  const answer = ANSWERS.levers;
  const place = answer.levers.findIndex(({ kind }) => kind === "rate");
  const { then, change } = answer.levers[place]?.steps[0] ?? { then: { chance: 0 }, change: { chance: 0 } };
  const points = Math.round((change.chance ?? 0) * 1e4) / 100;
  const { text } = explain(answer, ["levers", place, "steps", 0, "change", "chance"]);
  expect(text).toMatch(/^With \+10% of /);
  expect(points).toBeGreaterThan(0);
  expect(text).toContain(`${chanceWords(then.chance ?? 0, plainFormat)} instead of`);
  expect(text).toMatch(/[0-9.]+ points more\.$/);
});
