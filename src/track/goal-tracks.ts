import type { GoalOutlook } from "../forecast/answer.js";
import { eachGoal } from "../model/chosen-goal.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { at } from "../number/invariant.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Metric } from "../plan/metric.js";
import { outcomeSoFar } from "./observed.js";
import { outcomeStatus, type Status, type Thresholds } from "./status.js";

/** How one of several goals stands. */
export interface GoalTrack {
  /** What is counted. */
  readonly metric: Metric;
  /** How much of it is to be reached. */
  readonly goal: ExactString;
  /** The amount now. */
  readonly now: ExactString;
  /** The amount expected at the period's end. */
  readonly projected: ExactString;
  /** Projected ÷ goal; null for a goal of 0. */
  readonly attainment: ExactString | null;
  /** How it stands by that. */
  readonly status: Status;
  /** Whether it needs most of all goals of the plan. */
  readonly binds: boolean;
}

/** How each of several goals stands, by what is expected at the period's end; none where the plan has one. */
export function goalTracks(
  compiled: DatedPlan,
  seen: CompiledSnapshot,
  ahead: readonly GoalOutlook[],
  isReachable: () => boolean,
  thresholds: Thresholds,
): readonly GoalTrack[] {
  const goals = eachGoal(compiled);
  return ahead.map(({ metric, goal, amount, attainment, binds }, place): GoalTrack => {
    const own = at(goals, place);
    return {
      ...{ metric, goal, attainment, binds, projected: amount },
      now: encodeExact(outcomeSoFar(own, seen).amount),
      status: outcomeStatus(parseQuantity(amount), own.bridge.goal, isReachable, thresholds),
    };
  });
}

const WORST_FIRST: readonly Status[] = ["out of reach", "behind", "on track", "ahead"];

/** The status of the goal that stands worst; undefined where there are none. */
export function worstStatus(goals: readonly GoalTrack[]): Status | undefined {
  return WORST_FIRST.find((status) => goals.some((goal) => goal.status === status));
}
