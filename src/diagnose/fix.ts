import type { ExactString } from "../number/exact-string.js";
import type { Path } from "../schema/issue.js";

/** The greatest goal that can be reached as things stand. */
export interface NearestGoal {
  /** The amount that can be reached, in the metric's unit. */
  readonly amount: ExactString;
  /** The wins that it takes. */
  readonly wins: number;
  /** With `goal.chance`: the chance of the goal as it is asked for, with all that can be done. */
  readonly chance?: number;
}

/** One change that would do, all else as written. */
export interface Fix {
  /** The number to change. */
  readonly path: Path;
  /** What the plan says now; undefined where it says nothing. */
  readonly from: unknown;
  /** What would do. */
  readonly to: unknown;
  /** The change in a sentence. */
  readonly text: string;
}
