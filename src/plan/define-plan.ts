import { parseNamedPlan } from "./parse.js";
import type { Plan, PlanInput } from "./plan.js";

/**
 * Writes a plan in TypeScript: the names of its stages and teams become part of its type, so that a misspelt stage, owner
 * or key is a compile error. Validates and freezes like {@link parsePlan}.
 *
 * @throws PlanError with every issue
 *
 * @example
 * ```ts
 * const plan = definePlan({
 *   goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
 *   deal: { value: 1_000 },
 *   churn: { customers: 5 },
 *   funnel: [{ stage: "demo request", rate: "50%" }],
 * });
 * plan.funnel[0]?.stage; // => "demo request"
 * ```
 */
export function definePlan<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team>,
): Plan<Stage, Team> {
  return parseNamedPlan(plan);
}
