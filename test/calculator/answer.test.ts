import { explain, solve, type Path, type PlanInput } from "reverse-funnel";
import { describe, expect, test } from "vitest";

import { headline, headlineText, type Daily } from "../../docs/calculator/answer/headline.js";
import { makeFormat, plainFormat } from "../../src/format/format.js";
import { stageRows } from "../../docs/calculator/answer/stage-rows.js";
import { waysOut } from "../../docs/calculator/answer/ways-out.js";
import { styleOf } from "../../docs/calculator/reading/locale-style.js";

const STORY: PlanInput = {
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
  deal: { value: 1_000, owner: "sales" },
  churn: { customers: 5 },
  funnel: [{ stage: "demo request", rate: "50%", owner: "marketing" }],
};

describe("the headline", () => {
  // The story: 10 + 5 wins, half of the demos are closed, 22 working days in January 2026: 30 ÷ 22, rounded up.
  test("is the daily number with its owner", () => {
    const { first, then } = headline(solve(STORY));
    expect(first).toMatchObject([{ what: "demo requests", owner: "marketing", perDay: 2, total: 30 }]);
    expect(then).toEqual([]);
  });

  test("counts the activities of a stage that has some, and the work that wins cause after it", () => {
    const calls: PlanInput["funnel"][number] = {
      stage: "demo request",
      rate: "50%",
      owner: "marketing",
      activities: [{ name: "call", perUnit: 3 }],
    };
    const deal = { ...STORY.deal, activities: [{ name: "onboarding", owner: "support", minutes: 60 }] };
    const { first, then } = headline(solve({ ...STORY, deal, funnel: [calls] }));
    // Three calls for each of 30 requests are 90; 90 ÷ 22 days is 4.09, rounded up.
    expect(first).toMatchObject([{ what: "calls", perDay: 5, total: 90 }]);
    expect(then).toMatchObject([{ what: "onboarding", owner: "support", total: 15 }]);
  });

  test("every number of it explains itself, up to the goal", () => {
    const solution = solve(STORY);
    const { first, then } = headline(solution);
    const places = [...first, ...then].flatMap(({ perDayAt, totalAt }: Daily): Path[] => [perDayAt, totalAt]);
    for (const path of places)
      expect(explain(solution, path).supports.at(-1)?.text).toContain("The goal is 10,000 of net new MRR");
  });

  test("is said in one sentence", () => {
    expect(headlineText(solve(STORY))).toBe("2 × demo requests each working day (marketing)");
  });
});

describe("the table", () => {
  test("has a line for each stage and the win, and each of its numbers explains itself", () => {
    const solution = solve(STORY);
    const rows = stageRows(solution);
    expect(rows.map(({ stage, total }) => [stage, total.value])).toEqual([
      ["demo request", 30],
      ["win", 15],
    ]);
    const places = rows.flatMap(({ rate, total, perDay, perWeek }) =>
      [rate, total, perDay, perWeek].flatMap((figure) => (figure === null ? [] : [figure.at])),
    );
    expect(places).toHaveLength(7);
    for (const path of places) expect(explain(solution, path).text).not.toBe("");
  });
});

describe("the ways out", () => {
  test("are the mends, with the nearest goal among them once", () => {
    const solution = solve({ ...STORY, funnel: [{ stage: "demo request", rate: "50%", available: 20 }] });
    if (solution.status !== "infeasible") throw new Error("expected an infeasible plan");
    const ways = waysOut(solution, plainFormat);
    const goals = ways.filter(({ change }) => change.path.join(" ") === "goal amount");
    // 20 requests are 10 wins; 5 of them only make up for churn: 5,000 are left.
    expect(goals).toMatchObject([{ change: { to: 5000 } }]);
    expect(new Set(ways.map(({ change }) => change.path.join(" "))).size).toBe(ways.length);
  });
});

describe("numbers", () => {
  // The marks are those of CLDR, which Intl uses.
  test("are written as the reader's locale writes them", () => {
    const shown = (locale: string) => {
      const { number, rate } = makeFormat(styleOf(locale));
      return [number("1234567.5"), number("66.25"), rate("0.095")];
    };
    expect(shown("en-US")).toEqual(["1,234,568", "66.3", "9.5%"]);
    expect(shown("de-DE")).toEqual(["1.234.568", "66,3", "9,5\u00a0%"]);
    expect(shown("en-IN")).toEqual(["12,34,568", "66.3", "9.5%"]);
  });

  test("carry the sign of their currency where the locale puts it", () => {
    expect(styleOf("en-US", "USD").currency).toEqual(["$", ""]);
    expect(styleOf("de-DE", "EUR").currency).toEqual(["", "\u00a0€"]);
    expect(styleOf("en-US", "not one").currency).toBeUndefined();
    // Marks that steer right-to-left text have nothing to steer between English words.
    expect(JSON.stringify(styleOf("he-IL", "ILS"))).not.toMatch(/\p{Cf}/u);
  });
});
