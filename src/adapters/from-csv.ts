import { PLAIN } from "./dialect.js";
import type { Import } from "./import.js";
import type { ImportOptions } from "./mapping.js";
import { importAll } from "./open-import.js";

/**
 * The journeys in any delimited text, given which column says what.
 *
 * Reads commas, semicolons, tabs and bars; quotes, newlines in quotes, a byte order mark; dates and amounts however they are
 * written, as long as their column as a whole tells how. Every row is used or set aside with its reason. Several texts (a
 * file in parts, deals and their history) are read as one.
 *
 * @throws RangeError for an offset or a delimiter that is none, and for a time zone without `zoneMinutes`
 *
 * @example
 * ```ts
 * const csv = "Deal,Stage,Since,Closed\n1,demo,2026-01-05,\n2,Won,,2026-01-09\n";
 * const columns = { id: "Deal", stage: "Stage", on: "Since", closed: "Closed" };
 * fromCsv(csv, { funnel: ["demo", "proposal"], columns }).journeys.map(({ state }) => state); // => ["open", "won"]
 * ```
 */
export function fromCsv<const Stage extends string>(
  text: string | readonly string[],
  options: ImportOptions<Stage>,
): Import<Stage> {
  return importAll(PLAIN, typeof text === "string" ? [text] : text, [], options);
}
