import type { ExactString } from "../number/exact-string.js";
import type { Path } from "../schema/issue.js";

interface ReasonOf<Code extends string> {
  /** Tells the kinds of reason apart. */
  readonly code: Code;
  /** Where in the plan the reason stands. */
  readonly path: Path;
  /** The reason in a sentence, with its figures. */
  readonly text: string;
}

/** A stage must pass units on, and its rate is 0. */
export interface ZeroRateReason extends ReasonOf<"zero-rate"> {
  /** The stage whose rate is 0. */
  readonly stage: string;
}

/** A win adds nothing to the metric, and something must be added. */
export interface NoValueReason extends ReasonOf<"no-value"> {
  /** What must be added, in the metric's unit. */
  readonly short: ExactString;
}

/** A list is too short for the units that must enter a stage. */
export interface AvailableReason extends ReasonOf<"available"> {
  /** The stage whose list is too short. */
  readonly stage: string;
  /** How many units must enter. */
  readonly needed: number;
  /** How many there are. */
  readonly available: ExactString;
  /** Needed − available. */
  readonly short: ExactString;
}

/** Nothing that is started on a working day from workFrom on can land in the period. */
export interface NoTimeReason extends ReasonOf<"no-time"> {
  /** The stage where work would begin. */
  readonly stage: string;
  /** The last day on which it could have been started; null where no day would do. */
  readonly lastDay: string | null;
}

/** A team is asked for more than it can do. */
export interface CapacityReason extends ReasonOf<"capacity"> {
  /** The team. */
  readonly team: string;
  /** What is short: "minutes", or the activity that has a most per day. */
  readonly of: string;
  /** The Mondays of the weeks concerned; "period" without dates, the date itself for a need. */
  readonly weeks: readonly string[];
  /** How many minutes or units too many, in all these weeks. */
  readonly short: ExactString;
  /** The week in which most is short. */
  readonly worst: {
    /** Its Monday. */
    readonly week: string;
    /** What is asked for. */
    readonly demand: ExactString;
    /** What the team can do. */
    readonly capacity: ExactString;
  };
  /** The activity, habit or need that asks for most. */
  readonly activity: string;
}

/** No amount of new work makes the goal as sure as the plan asks, though nothing else is in the way. */
export type ChanceReason = ReasonOf<"chance">;

/** Why a plan cannot be reached; `code` tells the kinds apart. */
export type Reason = ZeroRateReason | NoValueReason | AvailableReason | NoTimeReason | CapacityReason | ChanceReason;
