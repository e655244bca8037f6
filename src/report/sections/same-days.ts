import type { Format } from "../../format/format.js";
import type { SameDays } from "../../track/same-days.js";
import { amountCell, numberCell, rateCell } from "../figures.js";
import { left, right, table, type Cell, type Section } from "../report.js";

/** This period so far beside the same days of an earlier one. */
export function sameDaysSection({ now, before, rows }: SameDays, format: Format): Section {
  const cells = rows.map((row): readonly Cell[] => {
    const cell = row.what === "value" ? amountCell : numberCell;
    const known = (value: string | null): Cell => (value === null ? "not known" : cell(format, value));
    return [nameOf(row.what), known(row.before), known(row.now), rateCell(format, row.ratio)];
  });
  const columns = [
    left("What"),
    right(format.dateRange(before.from, before.to)),
    right(format.dateRange(now.from, now.to)),
    right("Now ÷ then"),
  ];
  return {
    title: "The same days of an earlier period",
    blocks: cells.length === 0 ? [] : [table(columns, cells)],
  };
}

function nameOf(what: string): string {
  if (what === "win") return "wins";
  return what === "value" ? "their value" : what;
}
