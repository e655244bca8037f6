import type { PictureNumber, PictureWords } from "../picture-number.js";

/** One day of a month. */
export interface PictureDay {
  /** The date, `YYYY-MM-DD`. */
  readonly on: string;
  /** Whether the day is in the period and work is done on it. */
  readonly isWorking: boolean;
  /** How much to start on it; null where nothing is started. */
  readonly count: PictureNumber | null;
}

/** A month, from its first day to its last. */
export interface PictureMonth {
  /** The month, `YYYY-MM`. */
  readonly month: string;
  /** All its days, those before and after the period too. */
  readonly days: readonly PictureDay[];
}

/** What to start on each day at one stage. */
export interface CalendarStage {
  /** The stage as it is named in the plan. */
  readonly stage: string;
  /** The team that answers for it; null where none is named. */
  readonly owner: string | null;
  /** All units of the stage. */
  readonly total: PictureNumber;
  /** The least whole number that suffices when done on every working day; null where there is no working day. */
  readonly perDay: PictureNumber | null;
  /** The last day on which starting still counts; null where none is known. */
  readonly startBy: string | null;
  /** The months of the period that have work, at most twelve of them. */
  readonly months: readonly PictureMonth[];
  /** How many months of work follow that are not shown. */
  readonly monthsLeftOut: number;
}

/** The days of the period as months, with what to start on each day. */
export interface CalendarPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "calendar";
  /** Each stage whose units are work of their own, or each that was asked for. */
  readonly stages: readonly CalendarStage[];
}
