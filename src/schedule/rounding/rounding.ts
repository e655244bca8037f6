import type { Ratio, Whole } from "../../number/ratio.js";
import type { FlowStage } from "../../model/flow.js";

/** What a rounding works from: the funnel, the exact need of each stage, and the wins that must leave the last one. */
export interface RoundingInput {
  readonly flow: readonly FlowStage[];
  readonly exact: readonly Ratio[];
  readonly wins: Ratio;
  /** By stage: the share of units brought by channels that is won in time. */
  readonly unitsLanding: readonly Ratio[];
}

/** Whole entries by stage, and the stages with a rate of 0 that the whole numbers ask to pass units on. */
export interface Rounded {
  readonly entries: readonly Whole[];
  readonly blocked: readonly number[];
}

/** Turns exact volumes into whole ones. A new rounding is one function in a file of its own. */
export type Rounding = (input: RoundingInput) => Rounded;
