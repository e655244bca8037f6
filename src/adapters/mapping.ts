import type { FunnelStages } from "../history/journeys/paths.js";
import type { DecimalMark } from "./amount-column.js";
import type { DateOrder } from "./date-column.js";

/** What a column can say of a deal. */
export type ColumnRole =
  | "id"
  | "owner"
  | "channel"
  | "value"
  | "currency"
  | "probability"
  | "pipeline"
  | "stage"
  | "on"
  | "created"
  | "closed"
  | "expected"
  | "won"
  | "lost"
  | "status"
  | "isWon"
  | "isClosed"
  | "deleted";

/**
 * How the columns and words of a file become journeys. `Stage` are the names of the funnel's stages: mapping to any other
 * is a compile error.
 */
export interface Mapping<Stage extends string = string> {
  /**
   * `deals`: a row is a deal, with its current stage or a column for each stage. `history`: a row says that a deal entered
   * a stage on a day. Default: `history` when `stage` and `on` and `id` are mapped and nothing says how a deal ended.
   */
  readonly layout?: "deals" | "history" | undefined;
  /**
   * Which column says what, by its header:
   *
   * - `id`, `owner`, `channel`, `value`, `currency`, `probability`, `pipeline`
   * - `stage`: the current stage (deals) or the one entered (history); `on`: since when, or when
   * - `created`: the day it came in, which counts as entering `createdIn`
   * - `closed`: the day of the win or loss; `expected`: the day an open deal should close; one column may be both
   * - `won`, `lost`: the day of the win, of the loss; `status`: open, won or lost in words; `isWon`, `isClosed`, `deleted`:
   *   true or false
   *
   * `null`: this is not read, whatever the system usually calls it.
   */
  readonly columns?:
    | Readonly<
        Partial<Record<Exclude<ColumnRole, "id">, string | null | undefined>> & {
          /** The column of the id, or several that make it together. */
          readonly id?: string | readonly string[] | null | undefined;
        }
      >
    | undefined;
  /** The column that holds the day on which a deal entered a stage. */
  readonly entered?: Readonly<Partial<Record<Stage | "won" | "lost", string | undefined>>> | undefined;
  /**
   * The file's names (or ids) of stages, and what they are here: a stage, `won`, `lost`, or null to leave it out. Names that
   * are already those of the funnel need not be listed.
   */
  readonly stages?: Readonly<Record<string, Stage | "won" | "lost" | null>> | undefined;
  /** Words of the status column beside open, won and lost. */
  readonly statuses?: Readonly<Record<string, "open" | "won" | "lost">> | undefined;
  /** The file's names of channels, and the plan's. */
  readonly channels?: Readonly<Record<string, string>> | undefined;
  /** The pipelines whose deals count; all when absent. */
  readonly crmPipeline?: string | readonly string[] | undefined;
  /** The stage that a new deal is in. Default: the first stage of its path that the file or `stages` mentions. */
  readonly createdIn?: Stage | undefined;
  /** How 3/4/2026 is meant, where the columns do not say it themselves. */
  readonly dates?: DateOrder | undefined;
  /** How 1,234 is meant, where the column does not say it itself. */
  readonly decimal?: DecimalMark | undefined;
  /** The currency of all amounts, whatever the deals' own is: for a column that was converted already. */
  readonly valueIn?: string | undefined;
  /** Words that mean that nothing is known, beside `-`, `N/A`, `null` and dates such as 0000-00-00. */
  readonly empty?: readonly string[] | undefined;
  /** The row of the headers, from 1; what stands above it is no table. Default: found from the headers that are known. */
  readonly headerRow?: number | undefined;
  /** Where days begin, for times that carry a zone: `"+02:00"`. Default `"+00:00"`, UTC. */
  readonly utcOffset?: string | undefined;
  /** The same by the name of a time zone, such as `Europe/Berlin`; it needs `zoneMinutes`, which the command brings. */
  readonly timeZone?: string | undefined;
  /** What stands between cells. Default: found from the first lines. */
  readonly delimiter?: string | undefined;
}

/** A mapping together with the funnel it maps into: `funnel: plan.funnel`, or names from first to last. */
export interface ImportOptions<Stage extends string = string> extends Mapping<NoInfer<Stage>> {
  /** The plan's funnel, or the names of its stages in order. */
  readonly funnel: FunnelStages<Stage>;
  /**
   * The last day that counts, `YYYY-MM-DD`: the file is read as it stood at the end of that day. What is dated later is
   * dropped before any deal is read, so that a win that was undone afterwards is still a win. Default: everything counts.
   */
  readonly asOf?: string | undefined;
  /**
   * How many files there are. Of several, each may lack columns that another has, where it has the id and one more: leads in
   * one file and wins in another. Default 1.
   */
  readonly files?: number | undefined;
  /**
   * How many minutes east of UTC the clocks of a time zone stand at a moment, given in minutes since 1970: needed for `timeZone`,
   * because this package knows no zones by itself.
   */
  readonly zoneMinutes?: ((moment: number, timeZone: string) => number) | undefined;
}
