import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "../../src/calendar/day.js";
import { explain } from "../../src/explain/explain.js";
import { parsePlan } from "../../src/plan/parse.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { planReport } from "../../src/report/plan-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { solve } from "../../src/solve/solve.js";
import { solveOrThrow } from "../../src/solve/solve-or-throw.js";
import { readNumber } from "../oracle/written.js";

const QUARTERS = { "2019-Q1": "20%", "2019-Q2": "20%", "2019-Q3": "20%", "2019-Q4": "40%" } as const;

/** A yearly quota of 100,000 each, and how one of two people is there. */
function planOf(person: object, goal: object = { profile: QUARTERS }): PlanInput {
  return parsePlan({
    currency: "USD",
    goal: { metric: "revenue", amount: 160_000, period: "2019", ...goal },
    deal: { value: 1000, owner: "rep" },
    funnel: [{ stage: "visit", rate: "25%", owner: "rep" }],
    teams: {
      rep: {
        people: [
          { name: "New", quota: 100_000, ...person },
          { name: "Old", quota: 100_000 },
        ],
      },
    },
  });
}

const quotas = (plan: PlanInput) => solveOrThrow(plan).quotas;

describe("a yearly quota of 100,000 that is due by 20, 20, 20 and 40%", () => {
  it("is 86,667 for who starts on 1 March: two of the three months of the first quarter are relieved", () => {
    const answer = quotas(planOf({ starts: "2019-03-01" }));
    expect(answer?.each).toEqual([
      {
        team: "rep",
        person: "New",
        quota: "100000",
        presentShare: "13/15",
        relief: "40000/3",
        afterRelief: "260000/3",
        overAssignment: null,
      },
      {
        team: "rep",
        person: "Old",
        quota: "100000",
        presentShare: "1",
        relief: "0",
        afterRelief: "100000",
        overAssignment: null,
      },
    ]);
    // 186,666 2/3 of 160,000.
    expect([answer?.assigned, answer?.overAssignment]).toEqual(["560000/3", "7/6"]);
  });

  // By hand: October has a third of 40% on its 23 working days; a month of a quarter of 20% is 6 2/3%.
  it.each([
    ["away for five of 23 working days in October", { absences: ["2019-10-07/2019-10-11"] }, "200000/69"],
    ["who leaves at the end of November", { leaves: "2019-11-30" }, "40000/3"],
    ["who is there all year", {}, "0"],
    ["away on a weekend", { absences: ["2019-10-12/2019-10-13"] }, "0"],
    ["who comes after the year", { starts: "2020-01-01" }, "100000"],
  ] as const)("has a relief for one %s", (_, person, relief) => {
    const found = quotas(planOf(person))?.each[0]?.relief ?? "";
    expect(String(readNumber(found))).toBe(String(readNumber(relief)));
  });

  it("goes by calendar months where there is no profile: 10 of 12 from 1 March", () => {
    expect(quotas(planOf({ starts: "2019-03-01" }, {}))?.each[0]?.presentShare).toBe("5/6");
    // From 1 to 15 March, 15 of 31 days of a month, beside two whole ones: 2 ÷ (2 + 15/31) = 62/77.
    const part = planOf({ leaves: "2019-02-28" }, { period: "2019-01-01/2019-03-15" });
    expect(quotas(part)?.each[0]?.presentShare).toBe("62/77");
  });

  it("is a team's as well, by how much of a full week its people work, and says how much more is assigned", () => {
    const plan = planOf({ starts: "2019-03-01", fte: "50%" });
    const rep = { ...plan.teams?.["rep"], quota: 160_000 };
    const [team] = quotas({ ...plan, teams: { rep } })?.each ?? [];
    // (13/15 × 1/2 + 1) ÷ 1.5 = 43/45 is there: 160,000 × 2/45 are relieved.
    expect(team).toMatchObject({ person: null, presentShare: "43/45", relief: "64000/9" });
    // 186,666 2/3 ÷ (160,000 × 43/45) = 105/86.
    expect(team?.overAssignment).toBe("105/86");
  });

  it("is in the report and explained", () => {
    const answer = solve(planOf({ starts: "2019-03-01" }));
    const text = toText(planReport({ answer }));
    expect(text).toMatch(/rep +New +100,000 +87% +13,333 +86,667/);
    expect(text).toContain("Together they come to 186,667 USD, 117% of the goal.");
    expect(explain(answer, ["quotas", "each", 0, "relief"])).toMatchObject({
      text: '13,333 USD are taken off the quota of "New", because 87% of the target falls on days on which "New" is there.',
      formula: "100,000 × (100% − 13/15) = 13,333",
    });
    expect(explain(answer, ["quotas", "each", 0, "afterRelief"]).formula).toBe("100,000 − 13,333 = 86,667");
    expect(explain(answer, ["quotas", "overAssignment"]).formula).toBe("186,667 ÷ 160,000 = 117%");
  });

  it("is nowhere where no plan writes one, and needs no dates", () => {
    expect(Object.hasOwn(solveOrThrow(planOf({})), "quotas")).toBe(true);
    const none = parsePlan({
      goal: { metric: "customers", amount: 5, period: { workingDays: 20 } },
      funnel: [{ stage: "visit", rate: "25%" }],
    });
    expect(Object.hasOwn(solveOrThrow(none), "quotas")).toBe(false);
    const undated = parsePlan({ ...none, teams: { rep: { headcount: 2, quota: 4 } } });
    expect(quotas(undated)).toMatchObject({
      each: [{ afterRelief: "4" }],
      assigned: "4",
      overAssignment: "0.8",
    });
  });
});

describe("relief, whatever the absence", () => {
  const first = parseDay("2019-01-01") ?? 0;
  const stretch = fc
    .tuple(fc.nat(364), fc.nat(364))
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
  const away = ([from, to]: readonly [number, number]) => [
    `${formatDay(first + from)}/${formatDay(first + to)}`,
  ];
  const reliefOf = (absences: readonly string[]) =>
    readNumber(quotas(planOf({ absences }))?.each[0]?.relief ?? "");

  it("is all of it for a full absence, and that of two parts of the year adds up", () => {
    expect(String(reliefOf(["2019-01-01/2019-12-31"]))).toBe("100000");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 363 }), (cut) => {
        const both = reliefOf(away([0, cut])).plus(reliefOf(away([cut + 1, 364])));
        expect(String(both)).toBe("100000");
      }),
      { numRuns: 20 },
    );
  });

  it("never shrinks with a longer absence", () => {
    fc.assert(
      fc.property(stretch, ([from, to]) => {
        const longer = reliefOf(away([Math.max(0, from - 5), to]));
        expect(reliefOf(away([from, to])).compare(longer)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 20 },
    );
  });
});
