import { expect, it } from "vitest";

import type { PlanInput } from "../../src/plan/plan.js";
import { toHtml } from "../../src/report/html/to-html.js";
import { planReport } from "../../src/report/plan-report.js";
import { solve } from "../../src/solve/solve.js";

/** So many teams, each of which works on every win: the later ones longer. */
function planOf(teams: number): PlanInput {
  const names = Array.from({ length: teams }, (_, index) => `team ${index}`);
  return {
    goal: { metric: "customers", amount: 1000, period: "2026" },
    deal: { activities: names.map((owner, index) => ({ name: `work ${index}`, owner, minutes: index + 1 })) },
    teams: Object.fromEntries(names.map((name) => [name, { headcount: 5, minutesPerDay: 300 }])),
    funnel: [{ stage: "demo", rate: "25%", owner: "team 0" }],
  };
}

const sectionOf = (plan: PlanInput) => {
  const section = planReport({ answer: solve(plan) }).sections.find(({ title }) => title === "Teams");
  const teams = section?.blocks.flatMap((block) =>
    block.kind === "picture" && block.picture.kind === "utilisation"
      ? block.picture.rows.map(({ team }) => team)
      : [],
  );
  return { teams, rest: section?.blocks.slice(1) };
};

it("pictures the fullest of very many teams, and says so", () => {
  // 200 teams over a year used to make a page of 11.7 MB, twice 10,600 weeks that nobody can read.
  const { teams, rest } = sectionOf(planOf(200));
  expect(teams).toEqual(Array.from({ length: 24 }, (_, index) => `team ${176 + index}`));
  expect(rest).toMatchObject([
    { kind: "sentence", text: "The picture shows the fullest 24 of 200 rows; the table has them all." },
    { kind: "table", rows: { length: 200 } },
  ]);
  expect(toHtml(planReport({ answer: solve(planOf(200)) })).length).toBeLessThan(3_000_000);
});

it("pictures every team of a usual plan", () => {
  const { teams, rest } = sectionOf(planOf(24));
  expect(teams).toHaveLength(24);
  expect(rest).toMatchObject([{ kind: "table" }]);
});
