import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.js";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { check } from "../../src/track/check.js";
import { planReport } from "../../src/report/plan-report.js";
import { cellText } from "../../src/report/report.js";
import { solutionReport } from "../../src/report/solution-report.js";

/*
 * Leads come in on Mondays alone, ten of them, and Ana of sales never works on Mondays: each lead's demo of 200 minutes is
 * Ben's, on the day on which it comes. That is 2,000 minutes in each week where he has 5 × 300 = 1,500 and the team
 * 1,500 + 1,200 = 2,700, so the plan can be reached and Ben cannot. Whole units explain 2 × 200 of it, not 500.
 */
const rest = ["02-03/02-06", "02-10/02-13", "02-17/02-20", "02-24/02-27"].map((days) =>
  days
    .split("/")
    .map((day) => `2026-${day}`)
    .join("/"),
);
const mondays = ["2026-02-02", "2026-02-09", "2026-02-16", "2026-02-23"];
const crowded = {
  goal: { metric: "customers", amount: 40, period: "2026-02" },
  funnel: [
    { stage: "lead", rate: "100%", owner: "marketing" },
    { stage: "demo", rate: "100%", owner: "sales", minutes: 200 },
  ],
  teams: {
    marketing: { people: [{ name: "Max", absences: rest }] },
    sales: { minutesPerDay: 300, people: [{ name: "Ana", absences: mondays }, { name: "Ben" }] },
  },
} as const;

describe("utilisation by person", () => {
  it("sets what is assigned to each person against their own minutes, week by week", () => {
    const { targets } = solve(parsePlan(crowded));
    expect(targets?.utilisation.map(({ week }) => week)).toEqual(mondays);
    expect(targets?.utilisation[0]).toEqual({
      ...{ team: "sales", week: "2026-02-02", of: "minutes", demand: "2000", capacity: "2700" },
      people: [
        { name: "Ana", demand: "0", capacity: "1200", share: "0", isOver: false },
        { name: "Ben", demand: "2000", capacity: "1500", share: "4/3", isOver: true },
      ],
    });
  });

  it("counts the most per day in units, and a week of absence as no room: no share", () => {
    // 40 demos, ten a week, at most four a day: Ben has room for 20 a week, and Ana, who is on leave all month, for none.
    const people = [{ name: "Ana", absences: ["2026-02-01/2026-02-28"] }, { name: "Ben" }];
    const teams = { ...crowded.teams, sales: { maxPerDay: { demo: 4 }, people } };
    const { targets } = solve(parsePlan({ ...crowded, teams }));
    expect(targets?.utilisation[0]?.people).toEqual([
      { name: "Ana", demand: "0", capacity: "0", share: null, isOver: false },
      { name: "Ben", demand: "10", capacity: "20", share: "0.5", isOver: false },
    ]);
  });

  it("gives each person their part of what the team has together: habits and open work", () => {
    // Alike people. Of 2 × 30 minutes of a weekly habit each has 30. Of the trial that an open demo leads to, half sure and
    // 60 minutes, each has 15. The one win to go for takes two onboardings of 45 minutes, one each: half of it is the open
    // demo's, and its onboardings once stayed unassigned. New work is half a trial, one whole
    // one, and it is Ana's: 60 minutes.
    const { targets } = solve(
      parsePlan({
        goal: { metric: "customers", amount: 1, period: "2026-02-02/2026-02-06" },
        deal: { owner: "sales", activities: [{ name: "onboarding", minutes: 45, perUnit: 2 }] },
        funnel: [
          { stage: "demo", rate: "50%" },
          { stage: "trial", rate: "100%", owner: "sales", minutes: 60 },
        ],
        teams: { sales: { minutesPerDay: 300, people: [{ name: "Ana" }, { name: "Ben" }] } },
        habits: [{ name: "read", owner: "sales", atLeast: 2, per: "week", minutes: 30 }],
        pipeline: { demo: 1 },
      }),
    );
    const shares = targets?.activities.map(({ people }) => people.map(({ total }) => total));
    expect(shares).toEqual([[], [1, 0], [1, 1]]);
    expect(targets?.utilisation[0]?.people.map(({ demand }) => demand)).toEqual(["150", "90"]);
  });

  it("is one week of its own where the period has no dates", () => {
    const { targets } = solve(
      parsePlan({
        goal: { metric: "customers", amount: 8, period: { workingDays: 10 } },
        funnel: [{ stage: "demo", rate: "50%", owner: "sales", minutes: 60 }],
        teams: { sales: { minutesPerDay: 100, people: [{ name: "Ana" }, { name: "Ben", fte: "60%" }] } },
      }),
    );
    // 16 demos, 10 and 6 by capacity 5 : 3; 600 of 1,000 minutes and 360 of 600.
    expect(targets?.utilisation[0]?.people).toEqual([
      { name: "Ana", demand: "600", capacity: "1000", share: "0.6", isOver: false },
      { name: "Ben", demand: "360", capacity: "600", share: "0.6", isOver: false },
    ]);
  });

  it("stands in the report of the answer and of the plan, each person with their fullest week, and nowhere without names", () => {
    const answer = solve(parsePlan(crowded));
    for (const { sections } of [solutionReport(answer), planReport({ answer }, { people: true })]) {
      const found = sections.find(({ title }) => title === "Fullest week of each person");
      const rows = found?.blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])) ?? [];
      // All weeks are alike, and the first of them is named: 0 of 1,200 minutes, and 2,000 of 1,500.
      expect(rows.map((row) => row.map(cellText))).toEqual([
        ["Ana", "minutes", "Mon 2 Feb", "0", "1,200", "0%"],
        ["Ben", "minutes", "Mon 2 Feb", "2,000", "1,500", "133%"],
      ]);
    }
    const teams = { marketing: { headcount: 1 }, sales: { minutesPerDay: 300, headcount: 2 } };
    const unnamed = { ...crowded, teams };
    const { sections } = planReport({ answer: solve(parsePlan(unnamed)) }, { people: true });
    // A report names nobody unless asked to.
    expect(planReport({ answer }).sections.map(({ title }) => title)).not.toContain(
      "Fullest week of each person",
    );
    expect(sections.map(({ title }) => title)).not.toContain("Fullest week of each person");
  });

  it("is explained, up to the goal", () => {
    const answer = solve(parsePlan(crowded));
    const share = explain(answer, ["utilisation", 0, "people", 1, "share"]);
    expect(share.formula).toBe("2,000 ÷ 1,500 = 133%");
    expect(share.supports.map(({ path }) => path)).toEqual([
      ["targets", "utilisation", 0, "demand"],
      ["targets", "goal", "amount"],
    ]);
  });

  it("is red in `check`, by name and week, where it is more than whole units explain", () => {
    const { failures } = check(crowded);
    expect(failures.map(({ code, path }) => ({ code, path }))).toEqual([
      { code: "personal-load", path: ["teams", "sales", "people"] },
    ]);
    expect(failures[0]?.text).toMatch(
      /^"Ben" has 2,000 minutes of work in the week of Mon 2 Feb \(and too much in 3 other weeks\), and 1,500 minutes/,
    );
    // Whoever has demos of 170 minutes is at 1,700 of 1,500, which two demos of 170 each explain.
    const [lead, demo] = crowded.funnel;
    expect(check({ ...crowded, funnel: [lead, { ...demo, minutes: 170 }] }).failures).toEqual([]);
  });

  it("is left to the reason `capacity` where the whole team is over", () => {
    const [lead, demo] = crowded.funnel;
    const { failures } = check({ ...crowded, funnel: [lead, { ...demo, minutes: 300 }] });
    expect(failures.map(({ code }) => code)).toEqual(["capacity"]);
  });
});
