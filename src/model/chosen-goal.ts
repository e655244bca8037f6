import { at } from "../number/invariant.js";
import { goalKeyPath } from "../plan/goals.js";
import type { GoalInput } from "../plan/plan.js";
import type { Path } from "../schema/issue.js";
import type { CompiledPlan } from "./compile.js";

/** Where the plan, as it was written, says something of the goal that binds. */
export function goalAt({ written, binds }: CompiledPlan, key: keyof GoalInput): Path {
  return goalKeyPath({ plan: written, binds }, key);
}

/** The place of the goal that binds, as an answer says it: only where there are several. */
export function bindsIn({ written, binds }: CompiledPlan): { readonly binds?: number } {
  return written.goals === undefined ? {} : { binds };
}

/** The plan as an answer holds it: as it was written, with the goal that binds. */
export function planInAnswer(compiled: CompiledPlan): {
  readonly plan: CompiledPlan["written"];
  readonly binds?: number;
} {
  return { plan: compiled.written, ...bindsIn(compiled) };
}

/** Each goal of a plan by itself; the plan alone where it has one. */
export function eachGoal<Of extends CompiledPlan>(compiled: Of): readonly Of[] {
  // All goals have the same period: where the plan has dates, each of them has.
  return compiled.goals.length === 0 ? [compiled] : (compiled.goals as readonly Of[]);
}

/** A plan that was changed, looked at for the goal that bound before: another one may bind now. */
export function forSameGoal<Of extends CompiledPlan>(changed: Of, { binds }: CompiledPlan): Of {
  return changed.goals.length === 0 ? changed : at(eachGoal(changed), binds);
}
