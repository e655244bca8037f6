import { describe, expect, it } from "vitest";
import { forecast } from "../../../src/forecast/forecast.js";
import { compilePlan } from "../../../src/model/compile.js";
import { parsePlan } from "../../../src/plan/parse.js";
import type { GoalPlan } from "../../../src/plan/plan.js";
import { plannedVolumes } from "../../../src/schedule/planned-wins.js";
import { solutionReport } from "../../../src/report/solution-report.js";
import { toText } from "../../../src/report/text/to-text.js";
import { heldChance, printedWork } from "../../../src/sensitivity/held-chance.js";
import { whyUntold } from "../../../src/solve/chance/why-untold.js";
import { solve } from "../../../src/solve/solve.js";

const CUSTOMERS: GoalPlan["goal"] = { metric: "customers", amount: 6, period: "2026-Q1" };
const EACH_MONTH: GoalPlan["goal"] = { ...CUSTOMERS, every: "month" };
const EARNED: GoalPlan["goal"] = { metric: "revenue-earned", amount: 500, period: "2026-Q1" };
const PLAIN: GoalPlan["funnel"] = [
  { stage: "call", rate: "20%" },
  { stage: "demo", rate: "50%" },
];
const LOOP: GoalPlan["funnel"] = [
  { stage: "call", rate: "20%" },
  { stage: "demo", rate: { won: 50, of: 100 }, returns: { to: "demo", rate: "10%" } },
];
const KNOWN_LOOP: GoalPlan["funnel"] = [
  { stage: "call", rate: "20%" },
  { stage: "demo", rate: "50%", returns: { to: "demo", rate: "10%" } },
];

describe("why no chance is told", () => {
  type Told = readonly [string, GoalPlan["goal"], GoalPlan["funnel"], string | undefined];
  const CASES: readonly Told[] = [
    ["a plain goal", CUSTOMERS, PLAIN, undefined],
    ["units that come back by known rates", CUSTOMERS, KNOWN_LOOP, undefined],
    ["units that come back", CUSTOMERS, LOOP, "comes-back"],
    // A forecast and a solution said two different things of it.
    ["what units earn that come back", EARNED, LOOP, "earned"],
  ];

  it("is none of each month, but of other work than the plan's it is not told", () => {
    const plan: GoalPlan = { goal: EACH_MONTH, deal: { value: 10 }, funnel: PLAIN };
    const compiled = compilePlan(parsePlan(plan), { num: 1, den: 2 });
    expect(whyUntold(compiled)).toBeUndefined();
    expect(heldChance(compiled, printedWork(compiled, plannedVolumes(compiled)))).toBeNull();
  });

  it("is of what is earned only that it is not told of what is ahead", () => {
    const plan: GoalPlan = { goal: EARNED, deal: { value: 10 }, funnel: PLAIN };
    const compiled = compilePlan(parsePlan(plan), { num: 1, den: 2 });
    expect(whyUntold(compiled)?.code).toBe("earned");
    expect(solve(plan).targets?.chance?.reason).toBeNull();
    expect(forecast(plan, { asOf: "2026-01-15" }).chance?.reason?.code).toBe("earned");
    expect(heldChance(compiled, printedWork(compiled, plannedVolumes(compiled)))).toBeNull();
  });

  it.each(CASES)("is one reason for every verb: %s", (_, goal, funnel, code) => {
    const plan: GoalPlan = { goal, deal: { value: 10 }, funnel };
    const compiled = compilePlan(parsePlan(plan), { num: 1, den: 2 });
    expect(whyUntold(compiled)?.code).toBe(code);
    expect(solve(plan).targets?.chance?.reason?.code).toBe(code);
    expect(forecast(plan, { asOf: "2026-01-15" }).chance?.reason?.code).toBe(code);
    const held = heldChance(compiled, printedWork(compiled, plannedVolumes(compiled)));
    expect(held === null).toBe(code !== undefined);
  });

  it.each(CASES.filter(([, , , code]) => code !== undefined))(
    "is said in the text, too: %s",
    (_, goal, funnel) => {
      const solution = solve({ goal, deal: { value: 10 }, funnel });
      const reason = solution.targets?.chance?.reason?.text ?? "";
      expect(toText(solutionReport(solution), { width: 400 })).toContain(reason);
      expect(reason).toMatch(/^No chance is told/);
    },
  );
});
