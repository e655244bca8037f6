import { parsePlan } from "../plan/parse.js";
import type { PlanInput } from "../plan/plan.js";
import type { Unread } from "../plan/unread.js";
import type { Solution } from "./answer.js";
import { deepFreeze } from "./freeze.js";
import { parseMinOnTimeShare, prepare, type SolveOptions } from "../schedule/prepared.js";
import { solveModel } from "./solve-model.js";

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
export function solve<const Stage extends string, const Team extends string = string, Given = PlanInput>(
  plan: PlanInput<Stage, Team> & Unread<Given>,
  options?: SolveOptions,
): Solution<Stage, Team> {
  const read = parsePlan(plan);
  const answer = solveModel(prepare(read, parseMinOnTimeShare(options)), {
    chance: options?.chance !== false,
  });
  return deepFreeze(answer) as unknown as Solution<Stage, Team>;
}
