import type { PlanParts } from "./plan.js";
import { listStages } from "./stage-list.js";

/** The stages of a validated plan that units enter again: by the name of each, where units come back to in its loop. */
export function enteredAgain(plan: PlanParts): ReadonlyMap<string, string> {
  const stages = listStages(plan);
  const loops = new Map<string, string>();
  for (const { stage: from, path } of stages) {
    if (from.returns === undefined) continue;
    const { to } = from.returns;
    const list = stages
      .filter((each) => each.path.length === path.length && isBelow(each.path, path.slice(0, -1)))
      .map(({ stage }) => stage.stage);
    for (const name of list.slice(list.indexOf(to), list.indexOf(from.stage) + 1)) loops.set(name, to);
  }
  return loops;
}

function isBelow(path: readonly (string | number)[], place: readonly (string | number)[]): boolean {
  return place.every((key, at) => path[at] === key);
}
