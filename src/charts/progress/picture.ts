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
  /** How far the outcome is from where it should be. */
  readonly status: Status;
}
