import type { Exact } from "../../number/exact.js";
import type { Path } from "../../plan/issue.js";

/** One look at a number: a week, or a month for what is counted by the month. */
export interface CheckIn {
  readonly from: string;
  readonly to: string;
  /** Null where nothing was asked for. */
  readonly target: Exact | null;
  /** Null where nothing is known. */
  readonly actual: Exact | null;
  /** Null before the span is over, and where there is nothing to judge. */
  readonly hit: boolean | null;
}

/** What a person did in the last check-in that is over, and what their share of it was. */
export interface PersonScore {
  readonly name: string;
  readonly actual: Exact;
  readonly target: number | null;
}

/** One line of the scorecard. */
export interface ScoreRow {
  /** `process` is the funnel's own work, `habit` a process goal beside it, `outcome` what all of it is for. */
  readonly kind: "process" | "habit" | "outcome";
  readonly name: string;
  readonly owner: string | null;
  /** The goal in words: `at least 25 a day`. */
  readonly goal: string;
  readonly path: Path;
  readonly checkIns: readonly CheckIn[];
  readonly hits: number;
  readonly misses: number;
  /** How many check-ins in a row were alike, up to the last one that is over. */
  readonly streak: { readonly hit: boolean; readonly length: number } | null;
  /** How the last check-in that is over compares with up to three before it. */
  readonly trend: "rising" | "level" | "falling" | null;
  readonly people: readonly PersonScore[];
  /** What it is for. */
  readonly why: string;
  /** Whether it was done as agreed while the outcome that it serves did not follow. */
  readonly hollow: boolean;
}
