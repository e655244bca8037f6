import type { ExactString } from "../../number/exact-string.js";
import type { Status } from "../../track/status.js";
import type { PictureNumber, PictureWords } from "../picture-number.js";

/** How much there is, or should be, by the end of a day. */
export interface ProgressPoint {
  /** The date, `YYYY-MM-DD`. */
  readonly on: string;
  /** The amount by the end of that day, in the goal's metric. */
  readonly amount: ExactString;
}

/** Where most cases lie by the end of a day. */
export interface ProgressRange {
  /** The date, `YYYY-MM-DD`. */
  readonly on: string;
  /** The lowest amount of the range. */
  readonly low: ExactString;
  /** The highest amount of the range. */
  readonly high: ExactString;
}

/** How sure the expected end is, as a forecast says it. */
export interface ProgressChance {
  /** The chance that the goal is reached at the end, as an exact quantity from 0 to 1. */
  readonly reached: ExactString;
  /** How much of all cases the ranges hold at least, as an exact quantity from 0 to 1. */
  readonly level: ExactString;
  /** How work goes on: as the plan asks, or at another pace. */
  readonly pace: "planned" | "other";
  /** Where most cases lie, from now on to the period's end, in order of the days. */
  readonly ranges: readonly ProgressRange[];
}

/** The outcome on its way: where it should be day by day, where it is, and where it will end. */
export interface ProgressPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "progress";
  /** The goal's amount. */
  readonly goal: PictureNumber;
  /** The day through which it is known what happened. */
  readonly asOf: string;
  /** Where the outcome should be by the end of each day of the period. */
  readonly planned: readonly ProgressPoint[];
  /** Where it was, as far as days are known; the last point is the day `asOf`. */
  readonly actual: readonly ProgressPoint[];
  /** Whether the actual amounts stay as they are between two points (wins day by day) or are readings in between. */
  readonly steps: boolean;
  /** Where it is now. */
  readonly now: PictureNumber;
  /** Where it should be now. */
  readonly shouldBe: PictureNumber;
  /** Now − where it should be: below 0 when behind. */
  readonly gap: PictureNumber;
  /** The amount expected at the period's end. */
  readonly projected: PictureNumber;
  /** Projected ÷ goal; null for a goal of 0. */
  readonly attainment: PictureNumber | null;
  /** How sure the expected end is; null where no forecast says it, or nothing is left to come. */
  readonly chance: ProgressChance | null;
  /** How far the outcome is from where it should be. */
  readonly status: Status;
}
