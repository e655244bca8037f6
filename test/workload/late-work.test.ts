import { describe, expect, it } from "vitest";
import { solve } from "../../src/solve/solve.js";

describe("work that comes when nobody is there any more", () => {
  const plan = {
    goal: { metric: "customers", amount: 20, period: "2027-Q4" },
    funnel: [
      { stage: "call", rate: "50%", owner: "rep", minutes: 15, lag: 10 },
      { stage: "visit", rate: "25%", owner: "rep", minutes: 60 },
    ],
    calendar: { holidays: ["2027-12-24/2027-12-31"] },
    teams: { rep: { minutesPerDay: 300, people: [{ name: "Ana" }, { name: "Ben" }] } },
  } as const;

  // 160 calls from 1 October to 21 December, each a visit 10 days later with a chance of a half: those of the last calls fall on the
  // closing days from 24 December on. 72 of 80 visits were dealt to Ana and Ben, and nothing said what became of the other 8.
  it("is said, with how much it is", () => {
    const { targets, assumptions } = solve(plan);
    const late = assumptions.find(({ code }) => code === "work-too-late");
    const visits = targets?.activities.find(({ activity }) => activity === "visit");
    const dealt = visits?.people.reduce((sum, { total }) => sum + total, 0);
    expect([visits?.total, dealt]).toEqual([80, 72]);
    expect(late).toMatchObject({ activity: "visit", team: "rep", count: 8, lastDay: "2027-12-23" });
    expect(late?.text).toMatch(/^8 of "visit" come after the last day .* Thu 23 Dec/);
  });

  it("is not there where somebody works to the end", () => {
    const open = { ...plan, calendar: { holidays: ["2027-12-24"] } } as const;
    expect(solve(open).assumptions.map(({ code }) => code)).not.toContain("work-too-late");
  });
});
