import type { Import, ImportIssue } from "../adapters/import.js";
import { visible } from "../format/visible.js";

/** The most rows that are named one by one; the counts of all of them follow anyway. */
const MOST_LINES = 20;

/** Rows that were left out on purpose need no fix; the account of all rows counts them. */
const ON_PURPOSE: ReadonlySet<string> = new Set([
  "pipeline.other",
  "stage.left-out",
  "deal.deleted",
  "row.later",
  // The fault of the table stands above: nobody reads it again for each row.
  "table.unreadable",
]);

/** Each row that could not be used, with its place: `deals.csv:12:4 Amount: expected …`, as many as anyone reads. */
export function importNotes(
  { issues, counts }: Pick<Import, "issues" | "counts">,
  files: readonly string[],
): string {
  const faults = issues.filter(({ level, code }) => level === "error" && !ON_PURPOSE.has(code));
  const shown = faults.slice(0, MOST_LINES);
  const rows = shown.filter(({ row }) => row !== null).length;
  const reasons = counts.reasons.filter(({ code }) => !ON_PURPOSE.has(code));
  const more = reasons.reduce((sum, reason) => sum + reason.rows, 0) - rows;
  const rest = more > 0 && rows > 0 ? [`… and ${more} more ${more === 1 ? "row" : "rows"} set aside`] : [];
  return [...shown.map((issue) => noteLine(issue, files)), ...rest].map((line) => `${line}\n`).join("");
}

function noteLine({ table, row, column, header, message }: ImportIssue, files: readonly string[]): string {
  const file = table === null ? files.join(", ") : (files[table] ?? "");
  const place = [file, ...(row === null ? [] : [row, ...(column === undefined ? [] : [column])])].join(":");
  const what = header === null || header.length > 80 ? "" : ` ${header}`;
  return visible(`${place}${what}: ${message}`);
}
