import type { IssueCode } from "../schema/issue-code.js";
import type { Journey } from "../history/journeys/journey.js";
import type { StageSeen } from "./stage-census.js";
import type { Issue } from "../schema/issue.js";

/**
 * Something to know about one row, or about the whole file (row null). `error`: the row was set aside. `note`: the row is
 * used, and the sentence says how.
 */
export interface ImportIssue extends Issue {
  /** An error sets the row aside; a note does not. */
  readonly level: "error" | "note";
  /** Which file or list, from 0 in the order in which they were handed in; null for all of them together. */
  readonly table: number | null;
  /** As a spreadsheet numbers rows: the header is row 1. Objects of an API count from 1. */
  readonly row: number | null;
  /** The header of the column. */
  readonly header: string | null;
  /** Which cell of the row that is, from 1, where the header is in the table. */
  readonly column?: number;
}

/** How many rows one reason concerns. */
export interface RowCount {
  /** The code of the issues that are counted. */
  readonly code: IssueCode;
  /** The column's header; null for what concerns whole rows. */
  readonly column: string | null;
  /** How many rows. */
  readonly rows: number;
}

/** What became of the rows; read = used + setAside, always. Blank lines and the header are no rows. */
export interface ImportCounts {
  /** Rows that were read. */
  readonly read: number;
  /** Rows that were understood. */
  readonly used: number;
  /** Those of them whose deals carry no day at all: they may be in a pipeline, and teach nothing. */
  readonly undated: number;
  /** Rows that were not. */
  readonly setAside: number;
  /** Why rows were set aside; adds up to `setAside`. */
  readonly reasons: readonly RowCount[];
  /** What is to be known of rows that are used; a row may have several. */
  readonly notes: readonly RowCount[];
}

/** What an adapter makes of a file: journeys in the order of their ids, and an account of every row. */
export interface Import<Stage extends string = string> {
  /** The deals that could be read, each with its path. */
  readonly journeys: readonly Journey<Stage>[];
  /** The first twenty issues of each code and column; `counts` has all of them. */
  readonly issues: readonly ImportIssue[];
  /** Every stage that the rows name, in the order of their appearance, and what it counts as. */
  readonly stageNames: readonly StageSeen[];
  /**
   * Deals that were last seen in an unknown stage or status, and open deals of unknown day: how they stand, or how long, is not
   * known. Hand their number to `learn`.
   */
  readonly leftOut: number;
  /** How many rows were read and used, and why others were not. */
  readonly counts: ImportCounts;
}

/** An import whose journeys are gone through and never held all at once. */
export interface JourneyStream<Stage extends string = string> extends Omit<Import<Stage>, "journeys"> {
  /** Each journey, made anew as often as they are gone through, in the order in which their deals appear. */
  readonly journeys: Iterable<Journey<Stage>>;
  /** The last day on which anything happened; see `latestDay`. Undefined where no day is known. */
  readonly latest: string | undefined;
}
