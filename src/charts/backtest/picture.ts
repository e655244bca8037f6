import type { PictureNumber, PictureWords } from "../picture-number.js";

/** One period of the past: what was forecast, and what came. */
export interface BacktestBar {
  /** Its first day. */
  readonly from: string;
  /** Its last day. */
  readonly to: string;
  /** The lower end of the range of wins. */
  readonly low: PictureNumber;
  /** The upper end. */
  readonly high: PictureNumber;
  /** The wins that came. */
  readonly won: PictureNumber;
  /** Whether they lie in the range. */
  readonly held: boolean;
}

/** How the forecasts of the past would have done: a range for each period, and what came. */
export interface BacktestPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "backtest";
  /** Months or weeks. */
  readonly per: "month" | "week";
  /** How many of all cases a range is to hold. */
  readonly level: PictureNumber;
  /** How many ranges held. */
  readonly held: PictureNumber;
  /** The periods, in order. */
  readonly bars: readonly BacktestBar[];
}
