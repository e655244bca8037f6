import { describe, expect, it } from "vitest";
import { applyChange } from "../../src/plan/change.js";
import { compile } from "../../src/solve/compile.js";
import { solve } from "../../src/solve/solve.js";

/** Worked by hand: 10 wins ÷ 10% = 100 calls are needed, and 40 × 10% = 4 wins are possible. */
const plan = {
  goal: { metric: "customers", amount: 10, period: { workingDays: 1 } },
  funnel: [{ stage: "call", rate: "10%", available: 40 }],
} as const;

describe("an infeasible plan solved without its fixes", () => {
  it("has all of its answer but the fixes", () => {
    const [whole, without] = [solve(plan), solve(plan, { fixes: false })];
    expect(whole.status === "infeasible" && whole.fixes.length).toBeGreaterThan(0);
    expect(without).toEqual({ ...whole, fixes: [] });
    expect(without.status === "infeasible" && without.nearest).toEqual({ amount: "4", wins: 4 });
  });

  it("is so for a compiled plan and its what-ifs too", () => {
    const compiled = compile(plan, { fixes: false });
    const change = { path: ["funnel", 0, "rate"], to: "20%" };
    expect(compiled.solve([change])).toEqual(solve(applyChange(plan, change), { fixes: false }));
  });
});

describe("a verb that takes a plan", () => {
  it("takes a compiled one as it is, with the same answer", () => {
    expect(solve(compile(plan))).toEqual(solve(plan));
  });

  it("compiles it anew where other windows are asked for", () => {
    const timed = {
      ...plan,
      goal: { ...plan.goal, period: "2026-01" },
      funnel: [{ stage: "call", rate: "10%", lag: { median: 5, p90: 15 } }],
    } as const;
    const options = { minOnTimeShare: 1 };
    expect(solve(compile(timed), options)).toEqual(solve(timed, options));
    expect(solve(compile(timed), options)).not.toEqual(solve(timed));
  });
});
