import type { ColumnRole } from "./mapping.js";

/** How one system names its columns: what is known of a file before its mapping says more. */
export interface Dialect {
  /** Headers that each role goes by, folded (see `folded`), best first. */
  readonly aliases: Readonly<Partial<Record<ColumnRole, readonly string[]>>>;
  /** Reads the label of the stage out of a header such as `Date entered "Proposal (Sales)"`, folded. */
  readonly enteredLabel?: (header: string) => string | undefined;
  /** Is this the header of a table of stage changes? */
  readonly isHistory?: (header: ReadonlySet<string>) => boolean;
  /** Aliases of a table of stage changes. */
  readonly history?: Readonly<Partial<Record<ColumnRole, readonly string[]>>>;
  /** Brings headers to one form first, such as without `Deal - `. Takes and gives folded names. */
  readonly plainHeader?: (header: string) => string;
  /** Brings ids to one form. */
  readonly plainId?: (id: string) => string;
  /** Whether a time without a zone is UTC. */
  readonly zonelessIsUtc?: boolean;
  /** Whether probabilities are 0 to 1 or 0 to 100; found from the column where absent. */
  readonly probability?: "share" | "percent";
  /** Whether amounts always use a point and no grouping, as APIs do. */
  readonly decimal?: ".";
  /** Whether the current stage was entered on `created` where `on` is empty: nothing has moved since. */
  readonly unmovedSinceCreated?: boolean;
}

/** A file that names its columns itself. */
export const PLAIN: Dialect = { aliases: {} };
