import { type Report, type Table } from "./report.js";

/** What a table's foot says where its figures are rounded; said once in a report. */
export const ROUNDED = "Rounded; exact with --exact.";

/** The first table of a report whose figures are rounded; undefined where none is. */
export function firstRounded({ sections }: Report): Table | undefined {
  for (const { blocks } of sections)
    for (const block of blocks)
      if (block.kind === "table" && block.rows.some((row) => row.some((cell) => typeof cell !== "string")))
        return block;
  return undefined;
}
