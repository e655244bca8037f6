import { issueAt, type Issue, type Path } from "../plan/issue.js";
import type { PlanInput } from "../plan/plan.js";
import { PlanError } from "../plan/plan-error.js";

/** Refuses, by name, the parts of a plan whose mathematics is not there yet: an answer never leaves one out silently. */
export function refuseUnhonoured(plan: PlanInput): void {
  const issues = unhonoured(plan)
    .filter(([, value]) => value !== undefined)
    .map(([path, value]) => refusal(path, value));
  if (issues.length > 0) throw new PlanError(issues);
}

function unhonoured(plan: PlanInput): (readonly [Path, unknown])[] {
  return [[["goal", "chance"], plan.goal.chance]];
}

function refusal(path: Path, value: unknown): Issue {
  const advice = "leave it out for now; the plan is valid, but this part would be ignored";
  return issueAt(path, value, {
    code: "part.not-yet",
    expected: "a part that is honoured (this one is not yet)",
    advice,
  });
}
