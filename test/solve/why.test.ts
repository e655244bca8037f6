import { describe, expect, it } from "vitest";
import { planReport } from "../../src/report/plan-report.js";
import { toHtml } from "../../src/report/html/to-html.js";
import { toText } from "../../src/report/text/to-text.js";
import { scorecardReport } from "../../src/report/track/scorecard-report.js";
import { solve } from "../../src/solve/solve.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";

const PLAN = {
  goal: { metric: "customers", amount: 10, period: "2026-01", why: "The new team lives on these." },
  funnel: [
    {
      stage: "first meeting",
      rate: "25%",
      why: "Nobody buys from a stranger.",
      activities: [{ name: "research", minutes: 20, why: "We ask what only they can answer." }],
    },
    { stage: "proposal", rate: "50%" },
  ],
  habits: [
    { name: "thank you notes", atLeast: 2, per: "week", why: "They open doors." },
    { name: "calls", atLeast: 5, per: "day", serves: "goal", why: "It keeps us honest." },
  ],
} as const;

describe("why something is done, in the writer's own words", () => {
  it("stands beside the number in the answer, and nowhere that it was not written", () => {
    const { targets } = solve(PLAN);
    expect(targets?.goal.why).toBe("The new team lives on these.");
    expect(targets?.path.map(({ why }) => why)).toEqual([
      "Nobody buys from a stranger.",
      undefined,
      undefined,
    ]);
    expect(targets?.activities.map(({ activity, why }) => [activity, why])).toEqual([
      ["research", "We ask what only they can answer."],
      ["proposal", undefined],
    ]);
    expect(Object.hasOwn(targets?.stages.proposal ?? {}, "why")).toBe(false);
  });

  it("is what the report for a manager says of goal, stages, work and habits", () => {
    const report = planReport({ answer: solve(PLAN) });
    for (const written of [toText(report), toHtml(report)])
      for (const why of [
        "The new team lives",
        "Nobody buys",
        "We ask what",
        "They open doors",
        "It keeps us honest",
      ])
        expect(written.replace(/\s+/g, " ")).toContain(why);
  });

  it("is what the scorecard gives as the reason", () => {
    const card = scorecard(PLAN, { asOf: "2026-01-11", activities: { calls: 9 } });
    const said = Object.fromEntries(card.rows.map(({ name, why }) => [name, why]));
    expect(said["thank you notes"]).toBe("They open doors.");
    expect(said["calls"]).toBe("It serves the outcome goal. It keeps us honest.");
    expect(said["research"]).toContain(" We ask what only they can answer.");
    expect(said["wins so far"]).toContain(" The new team lives on these.");
    expect(toText(scorecardReport(card)).replace(/\s+/g, " ")).toContain("thank you notes: They open doors.");
  });
});
