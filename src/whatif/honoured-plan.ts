import { parsePlan } from "../plan/parse.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import { refuseUnhonoured } from "../solve/not-yet.js";
import { landsOf, prepare, type Prepared, type SolveOptions } from "../solve/prepared.js";

/** Reads a plan whose habits stand beside the funnel: they are scored, and change no number of the funnel. */
export function honouredPlan(plan: PlanInput): Plan {
  const read = parsePlan(plan);
  refuseUnhonoured({ ...read, habits: undefined });
  return read;
}

/** Reads a plan and prepares it for solving. */
export function preparedPlan(plan: PlanInput, options?: SolveOptions): Prepared {
  return prepare(honouredPlan(plan), landsOf(options));
}
