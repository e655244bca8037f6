import { issueAt, type Issue, type Problem } from "../schema/issue.js";
import { parsePlan } from "../plan/parse.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import { PlanError } from "../schema/plan-error.js";

/** Reads a plan, and refuses the parts of it that are not honoured yet; `solve`, `compile` and `align` honour a chance. */
export function readPlan(plan: unknown, honoursChance = false): Plan {
  const read = parsePlan(plan);
  if (!honoursChance) refuseUnhonoured(read);
  return read;
}

/** Refuses, by name, the part of a plan whose mathematics is not there yet: an answer never leaves one out silently. */
export function refuseUnhonoured(plan: PlanInput): void {
  const issues = unhonouredParts(plan);
  if (issues.length > 0) throw new PlanError(issues);
}

/** The parts of a plan that only those honour so far. */
function unhonouredParts({ goal }: PlanInput): Issue[] {
  if (goal.chance === undefined) return [];
  const problem: Problem = {
    code: "part.not-yet",
    expected: "a part that is honoured here (only solve, compile and align honour this one so far)",
    advice: "leave it out for now; the plan is valid, but this part would be ignored",
  };
  return [issueAt(["goal", "chance"], goal.chance, problem)];
}
