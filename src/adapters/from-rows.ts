import { PLAIN } from "./dialect.js";
import type { Import } from "./import.js";
import type { ImportOptions } from "./mapping.js";
import type { RowObject } from "./object-rows.js";
import { importAll } from "./open-import.js";

/**
 * The journeys in rows that someone else has read: objects by column name, from a database, a spreadsheet or an API.
 *
 * The same rules as {@link fromCsv}; numbers mean exactly themselves, and in a column of dates Excel serial numbers or
 * milliseconds since 1970.
 *
 * @throws RangeError for an offset that is none, and for a time zone without `zoneMinutes`
 *
 * @example
 * ```ts
 * const rows = [{ deal: 1, stage: "demo", on: "2026-01-05" }, { deal: 1, stage: "won", on: "2026-01-20" }];
 * const columns = { id: "deal", stage: "stage", on: "on" };
 * fromRows(rows, { funnel: ["demo", "proposal"], columns }).journeys[0]?.closed; // => "2026-01-20"
 * ```
 */
export function fromRows<const Stage extends string>(
  rows: readonly RowObject[],
  options: ImportOptions<Stage>,
): Import<Stage> {
  return importAll(PLAIN, [], [rows], options);
}
