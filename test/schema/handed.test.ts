import { describe, expect, test } from "vitest";

import { calendarPicture, toSvg } from "../../src/charts/index.js";
import { PlanError, solve, track } from "../../src/index.js";
import { solutionReport, toText, trackReport } from "../../src/report/index.js";
import { toCsv, toIcs } from "../../src/rows/index.js";

// A renderer that was handed a plan instead of its answer used to say "sections is not iterable".

const plan = {
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "50%" }],
} as const;
const answer = solve(plan);

describe("a renderer that is handed the wrong thing says what it wants and what it got", () => {
  const hand = (renderer: unknown, value: unknown) => () => (renderer as (value: unknown) => unknown)(value);

  test.each([
    ["toText", toText, answer, "a report", "an answer of solve"],
    ["toText", toText, undefined, "a report", "nothing"],
    ["solutionReport", solutionReport, plan, "an answer of solve", "a plan"],
    ["trackReport", trackReport, answer, "an answer of track", "an answer of solve"],
    ["calendarPicture", calendarPicture, "plan.yaml", "an answer of solve", "a string"],
    ["toSvg", toSvg, answer, "a picture or a report", "an answer of solve"],
    ["toIcs", toIcs, { some: 1 }, "an answer of solve", "something else"],
  ])("%s", (name, renderer, value, wanted, got) => {
    expect(hand(renderer, value)).toThrow(new TypeError(`${name} requires ${wanted}; got ${got}`));
  });

  test("toCsv", () => {
    expect(hand(toCsv, answer)).toThrow("toCsv requires a list of rows; got object");
  });

  test("and takes what is right", () => {
    expect(toText(solutionReport(answer))).toContain("demo");
    expect(toText(trackReport(track(plan, { asOf: "2026-01-09", won: 1 })))).toContain("demo");
  });
});

describe("the error of a plan is known by its brand", () => {
  const brand = Symbol.for("reverse-funnel/PlanError");

  test("across copies of the package", () => {
    expect({ [brand]: true } instanceof PlanError).toBe(true);
    expect(new Error("no plan") instanceof PlanError).toBe(false);
    expect(([null] as unknown[])[0] instanceof PlanError).toBe(false);
  });

  test("and a class that extends it judges as classes do", () => {
    class OwnError extends PlanError {}
    const issue = { code: "key.unknown", path: ["a"], expected: "b", received: "c", message: "d" } as const;
    expect(new OwnError([issue]) instanceof PlanError).toBe(true);
    expect(new PlanError([issue]) instanceof OwnError).toBe(false);
  });
});
