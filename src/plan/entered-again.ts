import type { PlanParts } from "./plan.js";
import { listStages, stagesBeside } from "./stage-list.js";

/** The stages of a validated plan that units enter again: by the name of each, where units come back to in its loop. */
export function enteredAgain(plan: PlanParts): ReadonlyMap<string, string> {
  const stages = listStages(plan);
  const loops = new Map<string, string>();
  for (const from of stages) {
    const { returns, stage: last } = from.stage;
    if (returns === undefined) continue;
    const { to } = returns;
    const list = stagesBeside(stages, from).map(({ stage }) => stage.stage);
    for (const name of list.slice(list.indexOf(to), list.indexOf(last) + 1)) loops.set(name, to);
  }
  return loops;
}
