import { goalAt } from "../model/chosen-goal.js";
import { compileSnapshot, type CompiledSnapshot } from "../model/compile-snapshot.js";
import { isDated, type CompiledPlan, type DatedPlan } from "../model/compile.js";
import type { SolveOptions } from "../model/options.js";
import { parseSnapshot } from "../plan/parse-snapshot.js";
import { issueAt, type Problem } from "../schema/issue.js";
import { PlanError } from "../schema/plan-error.js";
import { compiledFrom } from "../solve/compiled.js";

/**
 * Reads a plan that is looked at over time; one that was compiled is taken as it is.
 *
 * @throws PlanError where it is not valid, and where its period has no dates
 */
export function compileDatedPlan(plan: unknown, options?: SolveOptions): DatedPlan {
  const compiled = compiledFrom(plan, options);
  if (isDated(compiled)) return compiled;
  const problem: Problem = {
    code: "period.undated",
    expected: "a period with dates to look at progress in",
    advice: "give the goal a period with dates, such as 2026-Q1",
  };
  throw new PlanError([issueAt(goalAt(compiled, "period"), compiled.plan.goal.period, problem)]);
}

/**
 * Reads what has happened with a plan.
 *
 * @throws PlanError where it is not valid for the plan's stages
 */
export function compileSnapshotFor({ written }: CompiledPlan, snapshot: unknown): CompiledSnapshot {
  return compileSnapshot(parseSnapshot(snapshot, written));
}
