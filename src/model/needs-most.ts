import { compare, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { exactWins, plannedWins, type Bridge } from "./bridge.js";
import type { PipelineWins } from "./pipeline-wins.js";

/** A goal with what its wins and its open work come to. */
interface NeedyGoal {
  readonly bridge: Bridge;
  readonly pipelineWins: PipelineWins;
}

/**
 * Which of several goals needs most wins of new work?
 *
 * Its place: by the whole wins to go for less what open work brings, then by the exact wins, then in the order of the plan.
 * One that no number of wins meets needs most. (Open units with a value of their own count for another number of wins under
 * each goal, so what they bring is taken off first.)
 */
export function needsMost(goals: readonly NeedyGoal[]): number {
  return goals.reduce((most, goal, place) => {
    const binding = goals[most];
    return binding !== undefined && compareNeeds(goal, binding) > 0 ? place : most;
  }, 0);
}

/** Whether one goal needs more (above 0), as much (0) or less (below 0) than another. */
export function compareNeeds(one: NeedyGoal, other: NeedyGoal): number {
  const [need, otherNeed] = [needOf(one), needOf(other)];
  if (need === undefined || otherNeed === undefined)
    return Number(need === undefined) - Number(otherNeed === undefined);
  return compare(need.whole, otherNeed.whole) || compare(need.exact, otherNeed.exact);
}

/** What new work must bring; undefined where no number of wins is enough. */
function needOf({
  bridge,
  pipelineWins,
}: NeedyGoal): { readonly whole: Ratio; readonly exact: Ratio } | undefined {
  const wins = plannedWins(bridge);
  if (wins === undefined) return undefined;
  const open = pipelineWins.wins;
  return {
    whole: subtract({ num: wins, den: 1 }, open),
    exact: subtract(exactWins(bridge) ?? ZERO, open),
  };
}

/** How many more wins open work counts for under one goal than under another: units with a value of their own differ. */
export function moreFromPipeline(one: NeedyGoal, other: NeedyGoal): Ratio {
  return subtract(one.pipelineWins.wins, other.pipelineWins.wins);
}
