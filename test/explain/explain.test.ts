import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.js";
import { makeFormat } from "../../src/format/format.js";
import { parseExact } from "../../src/number/exact-string.js";
import { valueAt } from "../../src/plan/change.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { solve } from "../../src/solve/solve.js";
import type { Solution } from "../../src/solve/answer.js";
import { sayExplanation } from "../../src/words/explanations/say-explanation.js";
import { planFormat } from "../../src/words/plan-format.js";
import { plans, type PlanKnobs } from "../generators/plans.js";
import { runs } from "../laws/runs.js";
import { numbersOf, type AnswerNumber } from "./answer-numbers.js";
import { areEqual, sidesOf } from "./recompute.js";

const threeTeams = solve({
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
  deal: { value: 1_000, owner: "sales" },
  churn: { customers: 5, owner: "success" },
  funnel: [{ stage: "demo request", rate: "50%", owner: "marketing" }],
});

/** No figure rounded, so that formulas can be worked out again. */
const EXACT = makeFormat(undefined, { exact: true });

/** An answer to a generated plan; a plan whose counts are beyond what a number can say has none. */
function answerTo(plan: object): Solution | undefined {
  try {
    return solve(plan as PlanInput);
  } catch (error) {
    expect((error as { code?: string }).code).toBe("count.too-large");
    return undefined;
  }
}

/** The ways in which a sentence may show a number. */
function shownAs({ value }: AnswerNumber, { plan }: Solution): string[] {
  const exact = String(value);
  if (parseExact(exact) === undefined) return [exact];
  const { number, written, money, rate, writtenRate, precise } = planFormat(plan);
  return [
    exact,
    ...[number, written, money, rate, writtenRate, precise].map((show) => show(exact).toLowerCase()),
  ];
}

/** Days, stages and people are many and alike: the first three numbers of each kind stand for all, and the last one. */
function few(numbers: readonly AnswerNumber[]): AnswerNumber[] {
  const kinds = new Map<string, AnswerNumber[]>();
  for (const number of numbers) {
    const kind = kindOf(number.path);
    kinds.set(kind, [...(kinds.get(kind) ?? []), number]);
  }
  return [...kinds.values()].flatMap((alike) => [...alike.slice(0, 3), ...alike.slice(3).slice(-1)]);
}

/** Where a number is, whichever stage, activity, person or day it is of. */
function kindOf(path: AnswerNumber["path"]): string {
  return path
    .map((part, index) => (typeof part === "number" || path[index - 1] === "stages" ? "*" : part))
    .join(" ");
}

const WORKED_OUT = ["perDay", "perWeek", "minutesPerDay", "cost"];

/** All that every explanation must keep to. */
function holds(answer: Solution, number: AnswerNumber): void {
  const explanation = explain(answer, number.path);
  const { text, formula, supports } = explanation;
  const where = `${number.path.join(" ")}: ${text} | ${formula}`;
  // Its sentence contains the number itself.
  expect(
    shownAs(number, answer).some((shown) => text.toLowerCase().includes(shown)),
    where,
  ).toBe(true);
  // Its chain of whys ends at the outcome goal, or without targets at what the plan writes of it.
  const end = supports.at(-1)?.path ?? explanation.path;
  const changed = ["now", "lastPeriod", "change"].includes(String(end.at(-1)));
  expect(end.slice(1, changed ? -1 : undefined), where).toEqual(["goal", "amount"]);
  // Its formula gives its result again when the figures, none of them rounded, are worked out.
  const exactly = explain(answer, number.path, { format: EXACT }).formula;
  const sides = sidesOf(exactly);
  if (sides !== undefined) expect(areEqual(sides), `${where} | ${exactly}`).toBe(true);
  const dealt = number.path.includes("people");
  if (!dealt && WORKED_OUT.includes(String(number.path.at(-1)))) expect(formula, where).toMatch(/ = |^0$/);
  // Its inputs stand in the answer where they say.
  for (const { path } of explanation.inputs) {
    if (path[0] !== "plan") expect(valueAt(answer, path), `${where} | ${path.join(" ")}`).toBeDefined();
  }
}

const KNOBS: readonly PlanKnobs[] = [
  {},
  { zeroRates: true, available: true },
  { rounding: "cascade" },
  { period: "undated", depth: 0 },
  { lags: true, open: true },
  { lags: true, open: true, rounding: "cascade" },
];

describe("every number of an answer has an explanation that contains it, recomputes and leads to the goal", () => {
  it.each(KNOBS)("%j", (knobs) => {
    const everyNumber = fc.property(plans(knobs), (plan) => {
      const answer = answerTo(plan);
      if (answer !== undefined) for (const number of few(numbersOf(answer))) holds(answer, number);
    });
    fc.assert(everyNumber, { ...runs(0.05), endOnFailure: true });
  });
});

// Origin of the figures: worked by hand (10,000 and five lost customers at 1,000 are 15 wins; half of the requests win).
describe("the first worked example reads as a manager would say it", () => {
  it.each([
    [["wins"], "15 wins must come out, because 15 meet the goal exactly.", "15 exact wins = 15"],
    [
      ["exactWins"],
      "15 wins would meet the goal exactly: 15,000 must be won, and each win adds 1,000.",
      "(10,000 goal + 5,000 churn) ÷ 1,000 a win = 15",
    ],
    [
      ["bridge", 1, "amount"],
      "Churn takes away, and must be won back, 5,000.",
      "5 customers × 1,000 each = 5,000",
    ],
    [["lossLimits", 0, "atMost"], /^At most 5 customers may churn in the period/, "5 customers = 5"],
    [
      ["path", 0, "perDay"],
      '2 each day at "demo request" suffices for 30 in 22 working days: that is 1.4, rounded up.',
      "30 ÷ 22 working days = 1.4, rounded up to 2",
    ],
    [
      ["stages", "demo request", "days", 3, "count"],
      '1 unit must enter "demo request" on Tue 6 Jan: spread level, 6 of 30 must be in by its end, and 5 were in before.',
      "6 by its end − 5 before = 1",
    ],
    [
      ["stages", "demo request", "rate"],
      '50% of the units that enter "demo request" are won, as the plan says.',
      "50%",
    ],
  ])("%j", (path, text, formula) => {
    const explanation = explain(threeTeams, path);
    if (typeof text === "string") expect(explanation.text).toBe(text);
    else expect(explanation.text).toMatch(text);
    expect(explanation.formula).toBe(formula);
  });

  it("follows a day's work up to the goal", () => {
    const { supports } = explain(threeTeams, ["stages", "demo request", "days", 3, "count"]);
    expect(supports.map(({ path }) => path.join(" "))).toEqual([
      "targets stages demo request total",
      "targets wins",
      "targets exactWins",
      "targets goal amount",
    ]);
  });
});

describe("a path", () => {
  it("may start with targets or leave it out, and may give list positions as text", () => {
    const short = explain(threeTeams, ["path", 0, "total"]);
    expect(explain(threeTeams, ["targets", "path", 0, "total"])).toEqual(short);
    expect(explain(threeTeams, ["path", "0", "total"])).toEqual(short);
  });

  it.each([
    [
      ["stages", "dmeo request", "total"],
      /got stages "dmeo request" total \(did you mean stages "demo request"\?\)/,
    ],
    [["stages", "demo request", "totl"], /did you mean stages "demo request" total\?/],
    [["stges"], /did you mean stages\?/],
    [["stages", "demo request"], /go on with one of stage, channel/],
    [["path", 7, "total"], /after path comes one of 0, 1/],
    [["economics", "cac"], /the plan does not say enough for it/],
    [["wins", "x"], /nothing stands below wins/],
    [[], /go on with one of/],
    [["__proto__", "x"], /explain requires the path of a number/],
  ])("that leads to no number is named with the nearest one: %j", (path, message) => {
    expect(() => explain(threeTeams, path)).toThrow(RangeError);
    expect(() => explain(threeTeams, path)).toThrow(message);
  });

  it("of something that is no answer is the programmer's mistake", () => {
    expect(() => explain(null as never, ["wins"])).toThrow(TypeError);
    expect(() => explain({} as never, ["wins"])).toThrow(
      "explain requires an answer of solve or forecast, or one with a chance; got object",
    );
  });
});

describe("the numbers of people and teams", () => {
  const answer = (minutesPerDay: number) =>
    solve({
      goal: { metric: "customers", amount: 20, period: "2026-01" },
      funnel: [{ stage: "call", rate: "10%", owner: "sales", minutes: 30 }],
      teams: {
        sales: {
          minutesPerDay,
          maxPerDay: { call: 100 },
          people: [{ name: "Ana" }, { name: "Ben", starts: "2026-01-12", fte: "50%" }],
        },
      },
    });

  it.each([360, 10])("are explained as well, with %d minutes a day", (minutesPerDay) => {
    const solution = answer(minutesPerDay);
    const numbers = numbersOf(solution);
    expect(numbers.some(({ path }) => path.includes("people"))).toBe(true);
    for (const number of numbers) holds(solution, number);
  });
});

describe("the numbers of a chance", () => {
  const plan = {
    goal: { metric: "customers", amount: 10, period: "2026-01", chance: "80%" },
    funnel: [{ stage: "demo", rate: { won: 30, of: 100 }, owner: "sales", minutes: 60 }],
    spread: "20%",
  } as const;

  it.each([
    ["that can be reached", plan],
    ["that cannot", { ...plan, teams: { sales: { headcount: 1, minutesPerDay: 60 } } }],
  ])("of a goal %s are explained as well", (_, written) => {
    const solution = solve(written as PlanInput);
    const numbers = few(numbersOf(solution));
    expect(numbers.filter(({ path }) => path[1] === "chance").length).toBeGreaterThan(3);
    for (const number of numbers) holds(solution, number);
  });

  it("say how sure the goal is, and what the margin is for", () => {
    const solution = solve(plan);
    const margin = solution.targets?.bridge.findIndex(({ item }) => item === "chance") ?? -1;
    expect(explain(solution, ["bridge", margin, "wins"]).formula).toMatch(
      /^[\d.]+ wins, the least margin whose work reaches the chance$/,
    );
    expect(explain(solution, ["chance", "asked"]).text).toBe(
      "The plan asks for a chance of 80% that the goal is reached when its work is done.",
    );
    expect(explain(solution, ["chance", "from", "spread"]).text).toMatch(
      /^Of the variance of what this work brings, \d+(?:\.\d)?% comes from periods that differ by more than luck\.$/,
    );
  });
});

describe("an explanation", () => {
  it("is data, and is said again from it in any format", () => {
    const german = makeFormat({ decimal: ",", thousands: ".", grouping: [3] });
    const { says, formula, supports } = explain(threeTeams, ["exactWins"]);
    expect(says.code).toBe("exact-wins");
    expect(sayExplanation(says, planFormat(threeTeams.plan)).formula).toBe(formula);
    expect(sayExplanation(says, planFormat(threeTeams.plan, german)).formula).toBe(
      "(10.000 goal + 5.000 churn) ÷ 1.000 a win = 15",
    );
    expect(supports.map((why) => why.says.code)).toEqual(["goal"]);
  });

  it("is the same for an answer that went through JSON", () => {
    const stored = JSON.parse(JSON.stringify(threeTeams)) as typeof threeTeams;
    expect(explain(stored, ["wins"])).toEqual(explain(threeTeams, ["wins"]));
  });

  it("is frozen plain data", () => {
    const explanation = explain(threeTeams, ["wins"]);
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    expect(Object.isFrozen(explanation.supports)).toBe(true);
  });

  it("explains a number of the plan as it was written", () => {
    expect(explain(threeTeams, ["plan", "deal", "value"]).text).toBe("The plan says 1,000 for deal value.");
  });
});
