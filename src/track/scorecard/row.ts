import type { ExactString } from "../../number/exact-string.js";
import type { Path } from "../../schema/issue.js";
import type { AskedKind, PurposeKind } from "../../words/scorecard.js";

/** One look at a number: a week, or a month for what is counted by the month. */
export interface CheckIn {
  /** Its first day. */
  readonly from: string;
  /** Its last day, included. */
  readonly to: string;
  /** Null where nothing was asked for. */
  readonly target: ExactString | null;
  /** Null where nothing is known. */
  readonly actual: ExactString | null;
  /** Null before the last working day of the span is over, and where there is nothing to judge. */
  readonly hit: boolean | null;
}

/** What a person did in the last check-in that is over, and what their share of it was. */
export interface PersonScore {
  /** The person. */
  readonly name: string;
  /** What this person did in the last check-in that is over. */
  readonly actual: ExactString;
  /** What was asked for; null where nothing was. */
  readonly target: number | null;
}

/** One line of the scorecard. */
export interface ScoreRow {
  /**
   * `process` is the funnel's own work, `habit` a process goal beside it, `limit` the most that may be lost, `outcome` what
   * all of it is for.
   */
  readonly kind: "process" | "habit" | "limit" | "outcome";
  /** What is done, or the metric. */
  readonly name: string;
  /** The team that answers for it; null where the plan names none. */
  readonly owner: string | null;
  /** What is asked for. */
  readonly asked: AskedKind;
  /** The same in words: `at least 25 a day`. */
  readonly goal: string;
  /** Where in the plan it stands. */
  readonly path: Path;
  /** Day by day or week by week, as the goal is written. */
  readonly checkIns: readonly CheckIn[];
  /** How many check-ins were hits. */
  readonly hits: number;
  /** How many were misses. */
  readonly misses: number;
  /** How many check-ins in a row were alike, up to the last one that is over. */
  readonly streak: {
    /** Whether they were hits. */
    readonly hit: boolean;
    /** How many. */
    readonly length: number;
  } | null;
  /** How the last check-in that is over compares with up to three before it. */
  readonly trend: "rising" | "level" | "falling" | null;
  /** The same by person, where people are named. */
  readonly people: readonly PersonScore[];
  /** What it is for. */
  readonly purpose: PurposeKind;
  /** The same in a sentence. */
  readonly why: string;
  /** Whether it was done as agreed while the outcome that it serves did not follow. */
  readonly hollow: boolean;
}
