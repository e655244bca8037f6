import type { ExactString } from "../number/exact-string.js";

/** One line of a table of targets: what one team, or person, is to do of one thing in one span of days. */
export interface TargetRow {
  /** The first day: of the day, the calendar week or the calendar month; null for what has no day. */
  readonly from: string | null;
  /** The last day, included. */
  readonly to: string | null;
  /** The team that answers for it; null where the plan names none. */
  readonly team: string | null;
  /** The person to whom it is assigned; null for the whole team. */
  readonly person: string | null;
  /** Work of its own, what comes from the stages before, the wins, what is done for each of these, or a habit. */
  readonly kind: "work" | "milestone" | "win" | "activity" | "habit";
  /** The stage, "win", or the name of the habit. */
  readonly stage: string;
  /** What is done for the units of the stage; null for the stage itself. */
  readonly activity: string | null;
  /** The channel that the stage belongs to; null for a stage that all units pass. */
  readonly channel: string | null;
  /** How many, in whole units. */
  readonly target: number;
  /** How many were done of it; null where no snapshot tells. */
  readonly done: ExactString | null;
  /** What is left: target − done, not below 0; null where it is not known how many were done. */
  readonly left: ExactString | null;
}

/** The columns of a table of targets, in order. */
export const TARGET_COLUMNS = [
  "from",
  "to",
  "team",
  "person",
  "kind",
  "stage",
  "activity",
  "channel",
  "target",
  "done",
  "left",
] as const satisfies readonly (keyof TargetRow)[];
