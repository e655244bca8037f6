import { cellText, type Column, type Table } from "../report.js";
import { visible } from "../../format/visible.js";
import { cutTo, padTo, widthOf } from "../../format/width.js";

const GAP = "  ";
/** A name is not cut shorter than this. */
const LEAST_TEXT = 6;

/** The lines of a table: headings first. Names are cut where the lines would not fit; numbers never are. */
export function tableLines({ columns, rows }: Table, width: number): { head: string; body: string[] } {
  const cells = rows.map((row) => row.map((cell) => visible(cellText(cell))));
  const titles = columns.map(({ title }) => visible(title));
  const widths = fitted(columns, titles, cells, width);
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => {
        const room = widths[index] ?? 0;
        return padTo(cutTo(cell, room), room, columns[index]?.align ?? "left");
      })
      .join(GAP)
      .trimEnd();
  return { head: line(titles), body: cells.map(line) };
}

function fitted(
  columns: readonly Column[],
  titles: readonly string[],
  cells: readonly (readonly string[])[],
  width: number,
): number[] {
  const body = columns.map((_, index) => Math.max(1, ...cells.map((row) => widthOf(row[index] ?? ""))));
  const widths = body.map((cell, index) => Math.max(cell, widthOf(titles[index] ?? "")));
  // A heading may be cut down to its numbers, a name down to a few letters: always the widest first.
  const least = body.map((cell, index) =>
    columns[index]?.align === "right" ? cell : Math.min(cell, LEAST_TEXT),
  );
  let over = widths.reduce((total, cell) => total + cell, GAP.length * (widths.length - 1)) - width;
  while (over > 0) {
    const widest = widestOver(widths, least);
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  return widths;
}

/** The widest column that can still give way; −1 where none can. */
function widestOver(widths: readonly number[], least: readonly number[]): number {
  let found = -1;
  widths.forEach((width, index) => {
    if (width > (least[index] ?? 0) && (found < 0 || width > (widths[found] ?? 0))) found = index;
  });
  return found;
}
