import { at } from "../number/invariant.js";
import type { CompiledPlan, CompiledStage } from "../model/compile.js";
import type { FixableReason, Overload } from "./fixable-reason.js";

/**
 * Can a change that touches only some reasons be enough? A single change is a fix only if no other reason is left; so that
 * a plan with many reasons does not try what is sure to leave one. What a chance asks for is touched by every change.
 */
export function mayHelp(
  reasons: readonly FixableReason[],
  touches: (reason: FixableReason) => boolean,
): boolean {
  return reasons.every((reason) => reason.code === "chance" || touches(reason));
}

/** Whether a reason is that a team is asked for too much, of its minutes or of one of its limits. */
export function isOverIn(
  reason: FixableReason,
  team: string,
  of = reason.code === "capacity" ? reason.of : "",
): boolean {
  return reason.code === "capacity" && reason.team === team && reason.of === of;
}

/**
 * Can a higher rate be enough? It asks for less at its own stage and at those before it, and leaves those after it as they
 * are. Where open work or channels with fixed units bring wins as well, it can ask for less everywhere.
 */
export function rateMayHelp(
  compiled: CompiledPlan,
  reasons: readonly FixableReason[],
  stage: number,
): boolean {
  const { flow, pipeline, plan } = compiled;
  const isPlain = pipeline.length === 0 && flow.every(({ brought }) => brought === null);
  if (!isPlain || plan.goal.chance !== undefined) return true;
  const isEased = ({ index }: CompiledStage): boolean => leadsThrough(compiled, index, stage);
  return mayHelp(reasons, (reason) => {
    switch (reason.code) {
      case "available":
        return flow.some((each) => each.name === reason.stage && isEased(each));
      case "capacity":
        return flow.some((each) => isEased(each) && takesOf(each, reason));
      case "budget":
      case "chance":
      case "no-time":
      case "no-value":
      case "zero-rate":
        return true;
    }
  });
}

function leadsThrough({ flow }: CompiledPlan, from: number, through: number): boolean {
  for (let index = from; index >= 0; index = at(flow, index).next) if (index === through) return true;
  return false;
}

/** Whether entries of a stage take of what a team is short of. */
function takesOf({ activities }: CompiledStage, { team, of }: Overload): boolean {
  return activities.some(
    ({ owner, name, minutes }) => owner === team && (of === "minutes" ? minutes !== undefined : name === of),
  );
}
