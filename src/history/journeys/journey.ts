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
  /** Whether it is still worked on, or how it ended. */
  readonly state: JourneyState;
  /** The day of the win or the loss; null for an open deal, and where nobody wrote it down. */
  readonly closed: string | null;
  /** The day on which an open deal is expected to close. */
  readonly expected: string | null;
}
