import { issueAt, type Issue, type Problem } from "../schema/issue.js";
import type { Reason } from "../words/reasons.js";
import type { PlanInput } from "../plan/plan.js";
import { PlanError } from "../schema/plan-error.js";
import type { Targets } from "./answer.js";
import type { Compiled } from "./compiled.js";
import { solve } from "./solve.js";

/**
 * The targets of a plan that is known to be feasible: for tests and scripts that have nothing to say when it is not.
 *
 * @throws PlanError with the reasons when the plan cannot be met, and for everything that {@link solve} throws
 *
 * @example
 * ```ts
 * solveOrThrow({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] }).wins; // => 10
 * ```
 */
export function solveOrThrow<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team> | Compiled<Stage, Team>,
): Targets<Stage> {
  const solution = solve<Stage, Team>(plan);
  if (solution.status === "feasible") return solution.targets;
  throw new PlanError(solution.reasons.map(infeasibleIssue));
}

/** A reason as an issue, for whoever wants targets or nothing. */
export function infeasibleIssue({ code, path, text }: Reason): Issue {
  const problem: Problem = {
    code: `infeasible.${code}`,
    expected: "a goal that can be reached",
    advice: "see solve(plan).fixes",
  };
  return { ...issueAt(path, code, problem), message: text };
}
