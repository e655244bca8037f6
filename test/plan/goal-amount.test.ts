import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.js";
import { forecast } from "../../src/forecast/forecast.js";
import { encodeExact } from "../../src/number/exact-string.js";
import { parseGoalAmount } from "../../src/plan/goal-amount.js";
import { applyChange } from "../../src/plan/change.js";
import { solutionReport } from "../../src/report/solution-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { solve } from "../../src/solve/solve.js";
import { solveOrThrow } from "../../src/solve/solve-or-throw.js";

const SATISFACTION = {
  goal: {
    metric: "units",
    unit: "CSAT points",
    amount: { now: 82, change: "+5%" },
    period: "2026-Q1",
  },
  deal: { value: 0.3 },
  funnel: [{ stage: "meeting", rate: "50%" }],
} as const;

const YEAR_ON_YEAR = {
  currency: "EUR",
  goal: { metric: "revenue", amount: { lastPeriod: 120_000, change: "+20%" }, period: "2026-Q1" },
  deal: { value: 4_000 },
  funnel: [{ stage: "proposal", rate: "25%" }],
} as const;

describe("the amount of a goal", () => {
  // By hand: 5% of 82 is 4.1; 120% of 120,000 is 144,000; 90% of 3 is 2.7; nothing less than all of it is 0.
  it.each([
    [82, "82"],
    [{ now: 82, change: "+5%" }, "4.1"],
    [{ now: "82", change: "+0%" }, "0"],
    [{ lastPeriod: 120_000, change: "+20%" }, "144000"],
    [{ lastPeriod: 3, change: "-10%" }, "2.7"],
    [{ lastPeriod: "1/3", change: "-100%" }, "0"],
    [{ lastPeriod: 0.1, change: "+12.5%" }, "0.1125"],
  ] as const)("of %j is %s", (written, amount) => {
    expect(encodeExact(parseGoalAmount(written).amount)).toBe(amount);
  });

  it("is what must be added where it is a change of what there is now", () => {
    // 4.1 points at 0.3 a win are 13 2/3 wins, so 14, and 28 meetings at 50%.
    const targets = solveOrThrow(SATISFACTION);
    expect(targets.goal).toEqual({
      metric: "units",
      amount: "4.1",
      unit: "CSAT points",
      change: { of: "now", was: "82", by: "0.05" },
    });
    expect([targets.wins, targets.stages.meeting.total]).toEqual([14, 28]);
  });

  it("is what this period must reach where it is a change of the last one", () => {
    // 144,000 at 4,000 a win are 36 wins, and 144 proposals at 25%.
    const targets = solveOrThrow(YEAR_ON_YEAR);
    expect(targets.goal.amount).toBe("144000");
    expect([targets.wins, targets.stages.proposal.total]).toEqual([36, 144]);
  });

  it("says how it came about, in the report and where it is explained", () => {
    expect(toText(solutionReport(solve(SATISFACTION)))).toContain(
      "4.1 CSAT points from 1 January to 31 March 2026 (64 working days): 5% of the\n  82 there are now, to be added.",
    );
    const { text, formula, inputs } = explain(solve(YEAR_ON_YEAR), ["goal", "amount"]);
    expect(text).toBe(
      "The goal is 144,000 EUR of revenue from 1 January to 31 March 2026: 20% more than the 120,000 EUR of the last period.",
    );
    expect(formula).toBe("120,000 × (100% + 20%) = 144,000");
    expect(inputs).toEqual([
      { name: "the last period", value: "120000", path: ["plan", "goal", "amount", "lastPeriod"] },
      { name: "change", value: "0.2", path: ["plan", "goal", "amount", "change"] },
    ]);
    const less = {
      ...YEAR_ON_YEAR,
      goal: { ...YEAR_ON_YEAR.goal, amount: { lastPeriod: 100, change: "-10%" } },
    } as const;
    expect(explain(solve(less), ["goal", "amount"]).text).toContain(
      "10% less than the 100 EUR of the last period.",
    );
    expect(explain(solve(SATISFACTION), ["goal", "change", "was"]).text).toBe(
      "The plan says that 82 is what there is now.",
    );
  });

  it("ends the whys of a forecast, and of a plan whose wins add nothing", () => {
    const ahead = forecast(YEAR_ON_YEAR, { asOf: "2026-01-31", won: 3, entered: { proposal: 40 } });
    expect(explain(ahead, ["atEnd", "wins"]).supports.at(-1)?.text).toContain(
      "20% more than the 120,000 EUR",
    );
    const nothing = solve(applyChange(YEAR_ON_YEAR, { path: ["deal", "value"], to: 0 }));
    expect(nothing.targets).toBeNull();
    expect(explain(nothing, ["plan", "deal", "value"]).supports.at(-1)?.path).toEqual([
      "plan",
      "goal",
      "amount",
      "lastPeriod",
    ]);
  });

  it("can be lowered to a number where it is out of reach", () => {
    const short = solve(applyChange(YEAR_ON_YEAR, { path: ["funnel", 0, "available"], to: 100 }));
    // 100 proposals win 25 at 4,000 each.
    expect(short.status === "infeasible" && short.fixes[0]?.text).toBe(
      "Lower the goal from 144,000 to 100,000.",
    );
  });

  it("may be a last period under a metric that ends with a size", () => {
    const plan = {
      goal: { metric: "ending-mrr", amount: { lastPeriod: 80_000, change: "+5%" }, period: "2026-01" },
      deal: { value: 100 },
      base: { mrr: 80_000 },
      funnel: [{ stage: "demo", rate: "50%" }],
    } as const;
    // 84,000 less the base of 80,000 is 4,000: 40 wins.
    expect(solveOrThrow(plan).wins).toBe(40);
  });
});
