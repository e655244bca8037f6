import type { JourneyState } from "../history/journeys/journey.js";
import type { Binding } from "./binding.js";
import type { DateCode } from "./date-cell.js";

/** Columns of a deal's row that hold dates of the deal itself. */
export const DEAL_DATES = ["created", "closed", "expected", "won", "lost"] as const;

/** That a deal entered a stage (or was won, or lost), by the column for it. */
export interface EnteredFact {
  readonly target: number;
  readonly column: number;
  readonly code: DateCode;
}

/** What only a row of the layout `deals` says. */
export interface DealFacts {
  readonly dates: Readonly<Partial<Record<(typeof DEAL_DATES)[number], DateCode>>>;
  readonly entered: readonly EnteredFact[];
  readonly status: JourneyState | undefined;
  readonly probability: string | undefined;
}

/** What one row says, before it is known how its columns write dates and amounts. */
export interface RowFacts {
  /** As a spreadsheet numbers rows. */
  readonly row: number;
  /** What the columns of its table mean. */
  readonly binding: Binding;
  /** The stage it names: an index, WON, LOST or LEFT_OUT. */
  readonly target: number | undefined;
  readonly on: DateCode | undefined;
  readonly owner: string | undefined;
  readonly channel: string | undefined;
  readonly value: string | undefined;
  readonly currency: string | undefined;
  /** What the own row of a deal says; undefined for a row of its history. */
  readonly deal: DealFacts | undefined;
}
