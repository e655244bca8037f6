import type { ExactString } from "../number/exact-string.js";

export type { Fix } from "../words/fixes.js";

/** The greatest goal that can be reached as things stand. */
export interface NearestGoal {
  /** The amount that can be reached, in the metric's unit. */
  readonly amount: ExactString;
  /** The wins that it takes. */
  readonly wins: number;
  /** With `goal.chance`: the chance of the goal as it is asked for, with all that can be done. */
  readonly chance?: number;
}
