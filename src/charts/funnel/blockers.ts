import type { Reason } from "../../words/reasons.js";
import type { Solution } from "../../solve/answer.js";

/** What is in the way of a goal, in few words, by the stage where it stands; or of the goal as a whole. */
export interface Blockers {
  /** By the name of the stage. */
  readonly stages: ReadonlyMap<string, readonly string[]>;
  /** Whatever belongs to no stage. */
  readonly goal: readonly string[];
}

/** Where is a plan blocked? Nowhere for one that can be reached. */
export function blockersOf(answer: Solution): Blockers {
  const stages = new Map<string, string[]>();
  const goal: string[] = [];
  for (const reason of answer.status === "feasible" ? [] : answer.reasons) {
    const names = placesOf(reason, answer);
    if (names.length === 0) goal.push(shortly(reason));
    for (const name of names) stages.set(name, [...new Set([...(stages.get(name) ?? []), shortly(reason)])]);
  }
  return { stages, goal: [...new Set(goal)] };
}

/** The stages that a reason speaks of; a team that is short of time is blocked where it does the work that takes most. */
function placesOf(reason: Reason, { targets }: Solution): readonly string[] {
  if (reason.code === "no-value" || reason.code === "chance" || reason.code === "budget") return [];
  if (reason.code !== "capacity") return [reason.stage];
  const work = (targets?.activities ?? []).filter(({ activity }) => activity === reason.activity);
  const stages = Object.keys(targets?.stages ?? {});
  return work.map(({ stage }) => stage).filter((stage) => stages.includes(stage));
}

function shortly(reason: Reason): string {
  switch (reason.code) {
    case "zero-rate":
      return "nothing goes on from here";
    case "no-value":
      return "a win adds nothing";
    case "available":
      return "too few to be had";
    case "no-time":
      return "too late to start";
    case "chance":
      return "never as sure as asked";
    case "budget":
      return "over the budget";
    case "capacity":
      return "too much for the team";
  }
}
