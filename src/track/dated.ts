import { issueAt, type Problem } from "../schema/issue.js";
import { parseSnapshot } from "../plan/parse-snapshot.js";
import type { Period } from "../plan/period.js";
import type { PlanInput } from "../plan/plan.js";
import { PlanError } from "../schema/plan-error.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { CompiledPlan as Prepared } from "../model/compile.js";
import type { SolveOptions } from "../model/options.js";
import { compiledFrom } from "../solve/compiled.js";

/** A prepared plan whose period has dates. */
export type DatedPrepared = Prepared & { readonly period: Extract<Period, { kind: "dated" }> };

/** Prepares a plan that is looked at over time. Throws a PlanError where its period has no dates. */
export function prepareDatedPlan(plan: PlanInput, options?: SolveOptions): DatedPrepared {
  const prepared = compiledFrom(plan, options);
  const { period } = prepared;
  if (period.kind === "dated") return { ...prepared, period };
  const problem: Problem = {
    code: "period.undated",
    expected: "a period with dates to look at progress in",
    advice: "give the goal a period with dates, such as 2026-Q1",
  };
  throw new PlanError([issueAt(["goal", "period"], prepared.plan.goal.period, problem)]);
}

/** Reads a snapshot against the plan's stages. */
export function snapshotForPlan({ plan }: Prepared, snapshot: unknown): Snapshot {
  return parseSnapshot(snapshot, plan);
}
