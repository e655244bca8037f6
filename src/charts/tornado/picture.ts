import type { Lever } from "../../sensitivity/levers.js";
import type { PictureNumber, PictureWords } from "../picture-number.js";

/** What is compared: minutes or units of work on a day, or the outcome of the work as planned. */
export type TornadoMeasure = "minutes a day" | "units a day" | "outcome";

/** What the first step of one lever does. */
export interface TornadoBar {
  /** Which number of the plan is moved: `the rate of "demo"`. */
  readonly what: string;
  /** By how much: `"+10%"`, `"+1 day"`. */
  readonly by: string;
  /** By how much the measure changes; below 0 where there is less of it. */
  readonly change: PictureNumber;
  /** Whether more of the lever makes the goal easier, harder, or does neither. */
  readonly more: Lever["more"];
}

/** Which number it would be worth to move: what the first step of each lever does, the strongest first. */
export interface TornadoPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "tornado";
  /** What is compared. */
  readonly measure: TornadoMeasure;
  /** What it is today; the bars start here. */
  readonly now: PictureNumber;
  /** The levers, the strongest first. */
  readonly bars: readonly TornadoBar[];
}
