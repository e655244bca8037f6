import type { ActivityEntry } from "../history/journeys/activity-entry.js";
import { byText } from "../history/journeys/tally.js";
import { formatDay } from "../calendar/day.js";
import { folded } from "./cell.js";
import { ActivityReader, type ActivityRow, type ActivityRowOptions } from "./activity-reader.js";
import { CsvReader } from "./csv-reader.js";
import type { ImportCounts, ImportIssue } from "./import.js";
import { feedObjects, type RowObject } from "./object-rows.js";

/** How an activity log is read. */
export interface ActivityLogOptions extends ActivityRowOptions {
  /** The log's words for stages and activities, and the plan's; words that are not listed stay as they are. */
  readonly activities?: Readonly<Record<string, string>> | undefined;
  /** What stands between cells. Default: found from the first lines. */
  readonly delimiter?: string | undefined;
}

/** The lines of a log in the order of days, and an account of every row. */
export interface ActivityImport {
  /** What was done, in the order of the rows. */
  readonly entries: readonly ActivityEntry[];
  /** Rows that could not be read, by row and column. */
  readonly issues: readonly ImportIssue[];
  /** How many rows were read and used, and why others were not. */
  readonly counts: ImportCounts;
}

/**
 * The lines of an activity log: on which day, what (a stage or other work), how often, and who. A line without a count is
 * one. Lines of the same day, work and person are added up.
 *
 * @example
 * ```ts
 * const log = "date,activity,count,person\n2026-01-05,call,12,Ana\n2026-01-05,call,3,Ana\n";
 * fromActivityLog(log).entries; // => [{ on: "2026-01-05", activity: "call", count: 15, by: "Ana" }]
 * ```
 */
export function fromActivityLog(
  source: string | readonly RowObject[],
  options: ActivityLogOptions = {},
): ActivityImport {
  const reader = new ActivityReader(options, typeof source === "string" ? 2 : 1);
  if (typeof source === "string") {
    const file = new CsvReader(reader, { delimiter: options.delimiter });
    file.push(source);
    file.end();
  } else feedObjects(source, reader);
  const rows = reader.rows();
  return Object.freeze({
    entries: addedUp(rows, options.activities ?? {}),
    issues: reader.log.issues(),
    counts: reader.log.counts(),
  });
}

function addedUp(
  rows: readonly ActivityRow[],
  names: Readonly<Record<string, string>>,
): readonly ActivityEntry[] {
  const known = new Map(Object.entries(names).map(([word, name]) => [folded(word), name]));
  const sums = new Map<string, ActivityEntry>();
  for (const { day, label, count, by } of rows) {
    const activity = known.get(folded(label)) ?? label;
    const key = JSON.stringify([day, activity, by]);
    const before = sums.get(key)?.count ?? 0;
    sums.set(key, Object.freeze({ on: formatDay(day), activity, count: before + count, by }));
  }
  const inOrder = (one: ActivityEntry, other: ActivityEntry) =>
    byText(one.on, other.on) || byText(one.activity, other.activity) || byText(one.by ?? "", other.by ?? "");
  return Object.freeze([...sums.values()].sort(inOrder));
}
