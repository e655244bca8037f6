import type { ExactString } from "../../number/exact-string.js";
import type { GapCause } from "../../track/gap-causes.js";
import type { GapPart } from "../../track/gap.js";
import type { PictureNumber, PictureWords } from "../picture-number.js";

/** One part of the gap as a bar between where the parts before it have led and where it leads. */
export interface WaterfallBar {
  /** What the part is due to, in words. */
  readonly label: string;
  /** Which kind of cause it is. */
  readonly lever: GapPart["lever"] | GapCause["cause"];
  /** The stage it stands at; null for what belongs to none. */
  readonly stage: string | null;
  /** How much it adds; below 0 where it takes away. */
  readonly amount: PictureNumber;
  /** Where the bar starts. */
  readonly from: ExactString;
  /** Where it ends: from + amount, exactly. */
  readonly to: ExactString;
}

/** Why the outcome is not what was planned: from the plan through every part of the gap to what is. */
export interface WaterfallPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "waterfall";
  /** The day through which it is known what happened. */
  readonly asOf: string;
  /** What was planned by then: where the first bar starts. */
  readonly planned: PictureNumber;
  /** The parts, in the order of the answer; each starts where the one before it ends. */
  readonly bars: readonly WaterfallBar[];
  /** What is: where the last bar ends. */
  readonly actual: PictureNumber;
}
