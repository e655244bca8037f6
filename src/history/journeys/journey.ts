import type { ExactString } from "../../number/exact-string.js";

/** That a deal entered a stage, and on which day; null when nobody wrote down when. */
export interface Step<Stage extends string = string> {
  /** The stage that was entered. */
  readonly stage: Stage;
  /** On which day; null where nobody wrote it down. */
  readonly on: string | null;
}

/** Whether a deal is still worked on, or how it ended. */
export type JourneyState = "open" | "won" | "lost";

/**
 * How a deal's record stood through a day, where it cannot be told by leaving out what is dated later: it was closed and
 * reopened, an ending was undone, an amount or an owner changed. Holds only what differed.
 */
export interface EarlierRecord<Stage extends string = string> extends Partial<
  Pick<
    Journey<Stage>,
    "owner" | "channel" | "value" | "currency" | "probability" | "steps" | "state" | "closed" | "expected"
  >
> {
  /** The last day on which the record stood so. */
  readonly through: string;
  /** As in the journey; `all` where every step was recorded. */
  readonly recorded?: "all" | "furthest" | "ends";
}

/**
 * The dated path of one deal through the stages. Plain data; dates are `YYYY-MM-DD`, amounts are exact texts, and null is
 * what is not known.
 */
export interface Journey<Stage extends string = string> {
  /** What tells it from all others. */
  readonly id: string;
  /** Who works on it. */
  readonly owner: string | null;
  /** Where it came from. */
  readonly channel: string | null;
  /** What it is worth, in `currency`; null where it is not known. */
  readonly value: ExactString | null;
  /** An ISO 4217 code; null where amounts carry none. */
  readonly currency: string | null;
  /** The chance that the CRM gives it, from "0" to "1". */
  readonly probability: ExactString | null;
  /** Each entry into a stage that was recorded, in the order of the days; a stage may appear more than once. */
  readonly steps: readonly Step<Stage>[];
  /**
   * What `steps` leave out, where they do. `furthest`: the stage it came to is among them, but not every day on the way there.
   * `ends`: only where it began and how it ended was recorded, so a loss may have been in any stage from the last step on.
   * Left out: every step was recorded.
   */
  readonly recorded?: "furthest" | "ends";
  /**
   * Set where the record is one row that is overwritten as the deal moves, and holds the stages whose entry shows by its day even
   * then: a later stage has a day of its own. As of an earlier day neither the amount nor a place of any other kind is known.
   */
  readonly placed?: readonly Stage[];
  /** How the record stood before, in the order of days, where leaving out what is dated later does not tell. */
  readonly earlier?: readonly EarlierRecord<Stage>[];
  /** Whether it is still worked on, or how it ended. */
  readonly state: JourneyState;
  /** The day of the win or the loss; null for an open deal, and where nobody wrote it down. */
  readonly closed: string | null;
  /** The day on which an open deal is expected to close. */
  readonly expected: string | null;
}
