import { parsePlan } from "../plan/parse.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import { refuseUnhonoured } from "../solve/not-yet.js";
import { parseMinOnTimeShare, prepare, type Prepared, type SolveOptions } from "../schedule/prepared.js";

/** Reads a plan, and refuses the parts of it that are not honoured yet. */
export function parseSolvablePlan(plan: PlanInput): Plan {
  const read = parsePlan(plan);
  refuseUnhonoured(read);
  return read;
}

/** Reads a plan and prepares it for solving. */
export function preparedPlan(plan: PlanInput, options?: SolveOptions): Prepared {
  return prepare(parseSolvablePlan(plan), parseMinOnTimeShare(options));
}
