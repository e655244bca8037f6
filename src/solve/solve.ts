import { plannedWins } from "../model/bridge.js";
import type { CompiledPlan } from "../model/compile.js";
import { toCount } from "../model/count.js";
import type { SolveOptions } from "../model/options.js";
import type { PlanInput } from "../plan/plan.js";
import { findFixes } from "../diagnose/fixes.js";
import { findNearestGoal } from "../diagnose/nearest-goal.js";
import type { Reason } from "../diagnose/reason.js";
import { findReasons, noValue } from "../diagnose/reasons.js";
import { computeVolumes } from "../schedule/volumes.js";
import type { Solution, Targets } from "./answer.js";
import { collectAssumptions } from "./assumptions.js";
import { compiledFrom, type Compiled } from "./compiled.js";
import { deepFreeze } from "./freeze.js";
import { buildTargets } from "./targets.js";

/**
 * What must be done, day by day, to reach the goal?
 *
 * Works back from the goal: wins = (goal + churn − expansion …) ÷ what a win is worth, rounded up with the buffer; then
 * what must enter each stage = what must leave it ÷ its rate; then that over the working days. Every whole number is the
 * least that is enough, proved in exact arithmetic.
 *
 * A plan that cannot be met is an answer too: `status: "infeasible"` with the reasons, the nearest goal and the single
 * changes that would do. A goal that is reached already asks for 0 everywhere.
 *
 * @param plan a plan, which is read, or one that was compiled, which is taken as it is
 * @throws PlanError with every issue when the plan is not valid, uses a part that is not honoured yet, or needs counts
 * beyond 2^53 − 1
 *
 * @example
 * ```ts
 * const solution = solve({
 *   goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
 *   deal: { value: 1_000 },
 *   churn: { customers: 5 },
 *   funnel: [{ stage: "demo request", rate: "50%" }],
 * });
 * solution.status; // => "feasible"
 * solution.targets?.wins; // => 15
 * solution.targets?.stages["demo request"].total; // => 30
 * solution.targets?.stages["demo request"].perDay; // => 2
 * ```
 */
export function solve<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team> | Compiled<Stage, Team>,
  options?: SolveOptions,
): Solution<Stage, Team> {
  return deepFreeze(solveCompiled(compiledFrom(plan, options), options)) as Solution<Stage, Team>;
}

/** Solves a plan that was read. */
export function solveCompiled(compiled: CompiledPlan, { fixes = true }: SolveOptions = {}): Solution {
  const { plan } = compiled;
  const assumptions = collectAssumptions(compiled);
  const infeasible = (targets: Targets | null, reasons: readonly Reason[], wins: number): Solution => {
    const nearest = findNearestGoal(compiled, wins);
    const found = fixes ? findFixes(compiled, reasons, nearest) : [];
    return { status: "infeasible", plan, targets, reasons, nearest, fixes: found, assumptions };
  };
  const needed = plannedWins(compiled.bridge);
  if (needed === undefined) return infeasible(null, [noValue(compiled)], 0);
  const wins = toCount(needed, ["goal", "amount"]);
  const volumes = computeVolumes(compiled, wins);
  const reasons = findReasons(compiled, volumes);
  const targets = volumes.blocked.length > 0 ? null : buildTargets(compiled, volumes);
  if (targets === null || reasons.length > 0) return infeasible(targets, reasons, wins);
  return { status: "feasible", plan, targets, assumptions };
}
