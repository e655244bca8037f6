import { describe, expect, it } from "vitest";

import { plainFormat } from "../../src/format/format.js";
import type { GoalPlan } from "../../src/plan/plan.js";
import { chanceWords, sayChance, sayHowOften } from "../../src/words/chance.js";

const plan: GoalPlan = {
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "25%" }],
};
const lasting = (period: GoalPlan["goal"]["period"]): GoalPlan => ({
  ...plan,
  goal: { ...plan.goal, period },
});

describe("how sure a goal is", () => {
  it("names what is taken as right, and what it was without a margin", () => {
    const chance = { asked: null, reached: 0.572, without: 0.572 };
    expect(sayChance(plan, chance, plainFormat)).toBe(
      "57% sure, if the work is done as planned and the rates are right.",
    );
    const sampled: GoalPlan = { ...plan, funnel: [{ stage: "demo", rate: { won: 30, of: 120 } }] };
    expect(sayChance(sampled, { asked: 0.8, reached: 0.804, without: 0.53 }, plainFormat)).toBe(
      "80% sure, if the work is done as planned; without the margin 53%.",
    );
  });

  it("begins like a sentence, and never says a chance of 0% that is none", () => {
    const chance = { asked: null, reached: 1e-9, without: null };
    expect(sayChance(plan, chance, plainFormat)).toMatch(/^Under 0\.1% sure, if /);
    expect(chanceWords(1 - 1e-12, plainFormat)).toBe("over 99.9%");
    expect([chanceWords(0, plainFormat), chanceWords(1, plainFormat)]).toEqual(["0%", "100%"]);
  });

  it("is left out where no chance is told", () => {
    expect(sayChance(plan, { asked: 0.8, reached: null, without: null }, plainFormat)).toBeUndefined();
  });
});

describe("how often it comes about", () => {
  // By hand: ten times the chance, to the nearest whole; a hundred times where that would say never or always.
  it.each([
    [0, "No such month reaches it."],
    [0.0004, "Of a hundred such months, hardly one reaches it."],
    [0.012, "Of a hundred such months, about one reaches it."],
    [0.04, "Of a hundred such months, about four reach it."],
    [0.1, "Of ten such months, about one reaches it."],
    [0.572, "Of ten such months, about six reach it."],
    [0.8, "Of ten such months, about eight reach it."],
    [0.949, "Of ten such months, about nine reach it."],
    [0.95, "Of a hundred such months, about 95 reach it."],
    [0.999, "Of a hundred such months, hardly one misses it."],
    [1, "Every such month reaches it."],
  ])("with a chance of %d: %s", (chance, words) => {
    expect(sayHowOften(plan, chance, plainFormat)).toBe(words);
  });

  it.each([
    ["2026-02", "month"],
    ["2026-Q3", "quarter"],
    ["2026", "year"],
    ["2026-04-01/2027-03-31", "year"],
    ["2026-02-01/2026-04-30", "period"],
    [{ start: "2026-01-05", weeks: 1 }, "week"],
    [{ start: "2026-01-05", weeks: 6 }, "period"],
    [{ workingDays: 20 }, "period"],
  ])("counts periods like %j as each a %s", (period, noun) => {
    expect(sayHowOften(lasting(period), 0.8, plainFormat)).toBe(
      `Of ten such ${noun}s, about eight reach it.`,
    );
  });
});
