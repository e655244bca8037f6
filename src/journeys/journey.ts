import type { Exact } from "../number/exact.js";

/** That a deal entered a stage, and on which day; null when nobody wrote down when. */
export interface Step<Stage extends string = string> {
  readonly stage: Stage;
  readonly on: string | null;
}

/** Whether a deal is still worked on, or how it ended. */
export type JourneyState = "open" | "won" | "lost";

/**
 * The dated path of one deal through the stages. Plain data; dates are `YYYY-MM-DD`, amounts are exact texts.
 *
 * - `steps`: each entry into a stage that was recorded, in the order of the days; a stage may appear more than once
 * - `closed`: the day of the win or the loss; null for an open deal, and where nobody wrote it down
 * - `expected`: the day on which an open deal is expected to close
 * - `value` in `currency`; null where it is not known
 * - `probability`: the chance that the CRM gives it, from `"0"` to `"1"`
 */
export interface Journey<Stage extends string = string> {
  readonly id: string;
  readonly owner: string | null;
  readonly channel: string | null;
  readonly value: Exact | null;
  readonly currency: string | null;
  readonly probability: Exact | null;
  readonly steps: readonly Step<Stage>[];
  readonly state: JourneyState;
  readonly closed: string | null;
  readonly expected: string | null;
}
