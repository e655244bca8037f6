import type { TargetRow } from "../rows/target-row.js";
import { plainFormat } from "../format/format.js";
import { left, right, sentence, table, type FormatOption, type Report } from "./report.js";
import { countCell, numberCell } from "./figures.js";
import { requireHanded } from "../schema/handed.js";

/**
 * The report of targets as rows: one table, in order of days.
 *
 * @throws TypeError for anything else than a list of rows
 *
 * @example
 * ```ts
 * targetsReport([], { title: "January" }).sections[0]?.blocks; // => [{ kind: "sentence", text: "There are no targets.", tone: "plain" }]
 * ```
 */
export function targetsReport(
  rows: readonly TargetRow[],
  { title, format = plainFormat }: FormatOption & { readonly title: string },
): Report {
  requireHanded("targetsReport", ["a list of rows"], rows);
  const isOneDay = rows.every(({ from, to }) => from === to);
  const columns = [
    left(isOneDay ? "Day" : "From"),
    left("To"),
    left("Team"),
    left("Person"),
    left("Stage"),
    left("Activity"),
    right("Target"),
    right("Done"),
    right("Left"),
  ];
  const lines = rows.map((row) => [
    row.from === null ? "" : format.date(row.from),
    row.to === null || isOneDay ? "" : format.date(row.to),
    row.team ?? "",
    row.person ?? "",
    row.stage,
    row.activity ?? "",
    countCell(format, row.target),
    row.done === null ? "" : numberCell(format, row.done),
    row.left === null ? "" : numberCell(format, row.left),
  ]);
  return {
    title,
    sections: [
      {
        title: "Targets",
        blocks: rows.length === 0 ? [sentence("There are no targets.")] : [table(columns, lines)],
      },
    ],
  };
}
