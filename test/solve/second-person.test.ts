import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import type { PersonShare } from "../../src/workload/activity-target.js";

/*
 * The second rep comes in July, and nine tenths of the business come with her. Work used to be dealt by presence so far:
 * the first rep got 664 visits and the second 336, and one week asked one of them for 1,920 of 1,500 minutes while "it can
 * be reached". Alike people who are there together get alike work.
 *
 * By hand: January to June weigh 10%. Of 1,000 visits 46.6 fall in the first half-year, all the first rep's; half each of
 * the rest are 523 and 477.
 */
const seasonality = { jan: "10%", feb: "10%", mar: "10%", apr: "10%", may: "10%", jun: "10%" };

const visitsOf = (second: object): readonly PersonShare[] => {
  const answer = solve(
    parsePlan({
      goal: { metric: "customers", amount: 250, period: 2026 },
      funnel: [{ stage: "visit", rate: "25%", owner: "rep", minutes: 60 }],
      calendar: { seasonality },
      teams: { rep: { minutesPerDay: 300, people: [{ name: "Old" }, { name: "New", ...second }] } },
    }),
  );
  expect(answer.status).toBe("feasible");
  return answer.targets?.activities[0]?.people ?? [];
};

describe.each([
  ["starts in July", { starts: "2026-07-01" }],
  ["is on leave until July", { absences: ["2026-01-01/2026-06-30"] }],
])("a second person who %s", (_, second) => {
  const [old, other] = visitsOf(second);

  it("gets half of what comes from then on: 523 and 477, one more or less", () => {
    expect((old?.total ?? 0) + (other?.total ?? 0)).toBe(1000);
    expect(Math.abs((old?.total ?? 0) - 523)).toBeLessThanOrEqual(1);
    expect(Math.abs((other?.total ?? 0) - 477)).toBeLessThanOrEqual(1);
  });

  it("gets nothing before: the first half-year's 46.6 visits are the first person's", () => {
    const before = (person: PersonShare | undefined) =>
      (person?.days ?? [])
        .filter(({ on }) => on < "2026-07-01")
        .reduce((total, { count }) => total + count, 0);
    expect([before(old), before(other)]).toEqual([47, 0]);
  });

  it("leaves nobody above their own minutes where the team is not: at most 25 visits of an hour in 1,500 minutes", () => {
    for (const person of [old, other])
      for (const { count } of person?.weeks ?? []) expect(count).toBeLessThanOrEqual(25);
  });
});
