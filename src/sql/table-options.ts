import type { FunnelStages } from "../history/journeys/paths.js";
import type { SqlDialect } from "./dialect.js";

/** Which column of the table says what, by its name. Values and currencies, owners and channels may be missing. */
export interface TableColumns {
  /** The deal; `id` unless given. */
  readonly id?: string | undefined;
  /** The stage that it entered, or `won` or `lost`; `stage` unless given. */
  readonly stage?: string | undefined;
  /** The day on which it did: a date, a time, or a text such as 2026-01-31; `on` unless given. */
  readonly on?: string | undefined;
  /** Who worked on it. */
  readonly owner?: string | undefined;
  /** Where it came from. */
  readonly channel?: string | undefined;
  /** What it is worth, a number. */
  readonly value?: string | undefined;
  /** The currency of that. */
  readonly currency?: string | undefined;
}

/** A table of stage changes in a warehouse: one row for each entry of a deal into a stage, and for its win or loss. */
export interface TableOptions<Stage extends string = string> {
  /** The engine that will run the statements. */
  readonly dialect: SqlDialect;
  /**
   * The table or view: `crm.stage_history`, where each dot stands between two names; or the list of these names, which may then
   * hold dots. Names are quoted, so they are written as the catalogue has them.
   */
  readonly table: string | readonly string[];
  /** Its columns. */
  readonly columns?: TableColumns | undefined;
  /** The stages from first to last, or the funnel of a plan. */
  readonly funnel: FunnelStages<Stage>;
  /** What the table calls stages, where not as the funnel does: `{ "Demo booked": "demo", "Closed - Won": "won", Junk: null }`. */
  readonly stages?: Readonly<Record<string, NoInfer<Stage> | "won" | "lost" | null>> | undefined;
  /** The last day that counts, `YYYY-MM-DD`; rows of later days are not read. */
  readonly asOf: string;
  /**
   * `statements`: each step keeps its rows for the session (a temporary table, in Spark a cached view) and the last statement
   * asks for the result; `query`: one statement that changes nothing, for dbt and for readers without other rights.
   * Default: `statements`, which is never slower.
   */
  readonly form?: "statements" | "query" | undefined;
}
