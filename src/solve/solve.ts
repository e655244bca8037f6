import { planInAnswer } from "../model/chosen-goal.js";
import type { CompiledPlan } from "../model/compile.js";
import type { SolveOptions } from "../model/options.js";
import type { PlanInput } from "../plan/plan.js";
import { findFixes } from "../diagnose/fixes.js";
import { findNearestGoal } from "../diagnose/nearest-goal.js";
import type { Reason } from "../words/reasons.js";
import { findReasons, noValue } from "../diagnose/reasons.js";
import type { InfeasibleSolution, Solution } from "./answer.js";
import { collectAssumptions } from "./assumptions.js";
import { lateWork } from "./time-assumptions.js";
import { planFormat } from "../words/plan-format.js";
import { told as sayAssumptions } from "../words/assumptions.js";
import { chanceAssumptions } from "./chance/chance-assumptions.js";
import { planWork, toldChance, type PlannedWork } from "./chance/goal-chance.js";
import { chanceReasons, sureWays } from "./chance/ways-out.js";
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
export function solveCompiled(
  compiled: CompiledPlan,
  { fixes = true, chance = true }: SolveOptions = {},
): Solution {
  const plan = planInAnswer(compiled);
  const planned = planWork(compiled);
  const rests = [...collectAssumptions(compiled), ...chanceAssumptions(compiled, planned)];
  if (planned === undefined)
    return {
      ...{ status: "infeasible", ...plan, targets: null, reasons: [noValue(compiled)] },
      ...waysOut(compiled, [noValue(compiled)], undefined, fixes),
      assumptions: rests,
    };
  const { volumes } = planned;
  const reasons = [...findReasons(compiled, volumes), ...chanceReasons(compiled, planned)];
  const built = volumes.blocked.length > 0 ? null : buildTargets(compiled, volumes, planned);
  const told = built === null || !chance || compiled.flow.length === 0 ? null : toldChance(compiled, volumes);
  const targets = built?.chance === null ? { ...built, chance: told } : built;
  const late = targets === null ? [] : sayAssumptions(lateWork(targets), planFormat(compiled.written));
  const assumptions = [...rests, ...late];
  if (targets !== null && reasons.length === 0) return { status: "feasible", ...plan, targets, assumptions };
  return {
    ...{ status: "infeasible", ...plan, targets, reasons },
    ...waysOut(compiled, reasons, planned, fixes),
    assumptions,
  };
}

function waysOut(
  compiled: CompiledPlan,
  reasons: readonly Reason[],
  planned: PlannedWork | undefined,
  wanted: boolean,
): Pick<InfeasibleSolution, "nearest" | "fixes"> {
  if (typeof planned?.chance?.reached === "number") return sureWays(compiled, reasons, planned, wanted);
  const nearest = findNearestGoal(compiled, Number(planned?.volumes.wins ?? 0));
  return { nearest, fixes: wanted ? findFixes(compiled, reasons, nearest) : [] };
}
