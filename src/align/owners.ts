import type { PlanInput } from "../plan/plan.js";
import { listStages } from "../plan/stage-list.js";

interface Owned {
  readonly owner?: string | undefined;
}

/** Every team that a plan gives work to, each once, in the order of the plan. */
export function listOwners(plan: PlanInput): readonly string[] {
  const stages = listStages(plan).flatMap(({ stage }): Owned[] => [stage, ...(stage.activities ?? [])]);
  const { deal, churn, habits, tasks: needs } = plan;
  const all: readonly (Owned | undefined)[] = [
    ...stages,
    deal,
    ...(deal?.activities ?? []),
    churn,
    ...(habits ?? []),
    ...(needs ?? []),
  ];
  return [...new Set(all.flatMap((each) => each?.owner ?? []))];
}
