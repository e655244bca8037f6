import { cellText, type Column, type Table } from "../report.js";
import { visible } from "../../format/visible.js";
import { padTo, widthOf } from "../../format/width.js";
import { at } from "../../number/invariant.js";
import { leastWidth, wrap } from "./wrap.js";

const GAP = "  ";
/** A name is broken inside a word only where the word is longer. */
const LONGEST_WORD = 20;
const INDENT = "  ";

/** A table, or some of its columns, as lines: headings, which are empty where each row names its own, and rows. */
interface TableLines {
  readonly head: readonly string[];
  readonly body: readonly string[];
}

/**
 * The lines of a table. Names and headings wrap where the lines would not fit; numbers and dates are never cut or broken.
 * Where that is not enough, figures come in several tables, each with the names again; and where there are more than
 * figures, each row becomes a block that says its cells below each other.
 */
export function tableLines({ columns, rows }: Table, width: number): readonly TableLines[] {
  const cells = rows.map((row) => row.map((cell) => visible(cellText(cell))));
  const titles = columns.map(({ title }) => visible(title));
  const isFigures = columns.slice(1).every(({ align }) => align === "right");
  const parts = bands({ columns, titles, cells }, width, isFigures);
  return parts ?? [{ head: [], body: cells.flatMap((row, index) => block(titles, row, width, index)) }];
}

/** The columns as they are written, made harmless. */
interface Shown {
  readonly columns: readonly Column[];
  readonly titles: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

/** The table as it fits: whole, or where `split` allows it in as few parts as it takes; undefined where neither does. */
function bands(shown: Shown, width: number, split: boolean): readonly TableLines[] | undefined {
  const count = shown.columns.length;
  const parts: TableLines[] = [];
  for (let from = 1; from < count || parts.length === 0;) {
    let to = count;
    let found = beside(shown, from, to, width);
    while (split && found === undefined && to > from + 1) found = beside(shown, from, (to -= 1), width);
    if (found === undefined) return undefined;
    parts.push(found);
    from = to;
  }
  return parts;
}

/** The first column and some others, beside each other; undefined where they do not fit. */
function beside(shown: Shown, from: number, to: number, width: number): TableLines | undefined {
  const some = <Item>(list: readonly Item[]) => [...list.slice(0, 1), ...list.slice(from, to)];
  const [columns, titles, cells] = [some(shown.columns), some(shown.titles), shown.cells.map(some)];
  const widths = fitted(columns, titles, cells, width);
  if (widths === undefined) return undefined;
  const lines = (row: readonly string[]) => rowLines(row, columns, widths);
  return { head: lines(titles), body: cells.flatMap(lines) };
}

/** How wide each column becomes; undefined where they do not fit beside each other. */
function fitted(
  columns: readonly Column[],
  titles: readonly string[],
  cells: readonly (readonly string[])[],
  width: number,
): readonly number[] | undefined {
  const most = columns.map((_, index) => widest(titles, cells, index, widthOf));
  // Figures stand on the right, and keep together; names may wrap, headings too.
  const least = columns.map(({ align }, index) =>
    Math.max(
      leastWidth(at(titles, index), LONGEST_WORD),
      widest([], cells, index, align === "right" ? widthOf : (text) => leastWidth(text, LONGEST_WORD)),
    ),
  );
  const gaps = GAP.length * (columns.length - 1);
  if (total(least) + gaps > width) return undefined;
  const widths = [...most];
  // Always the widest that can still give way gives way first.
  for (let over = total(widths) + gaps - width; over > 0; over -= 1) {
    const index = widestOver(widths, least);
    widths[index] = at(widths, index) - 1;
  }
  return widths;
}

function widest(
  titles: readonly string[],
  cells: readonly (readonly string[])[],
  index: number,
  measure: (text: string) => number,
): number {
  return cells.reduce((most, row) => Math.max(most, measure(row[index] ?? "")), measure(titles[index] ?? ""));
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

function widestOver(widths: readonly number[], least: readonly number[]): number {
  let found = -1;
  widths.forEach((width, index) => {
    if (width > at(least, index) && (found < 0 || width > at(widths, found))) found = index;
  });
  return found;
}

/** One row, on as many lines as its longest cell wraps to. */
function rowLines(row: readonly string[], columns: readonly Column[], widths: readonly number[]): string[] {
  const wrapped = columns.map(({ align }, index) => {
    const room = at(widths, index);
    return wrap(row[index] ?? "", room).map((line) => padTo(line, room, align));
  });
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, index) => lines[line] ?? " ".repeat(at(widths, index)))
      .join(GAP)
      .trimEnd(),
  );
}

/** A row below the other: its first cell, empty where it goes on with the row before, then what others say. */
function block(titles: readonly string[], row: readonly string[], width: number, index: number): string[] {
  const [name = "", ...others] = row;
  const lines = others.flatMap((cell, at) => (cell === "" ? [] : titled(titles[at + 1] ?? "", cell, width)));
  const gap = index === 0 || name === "" ? [] : [""];
  return [...gap, ...(name === "" ? [] : wrap(name, width)), ...lines];
}

function titled(title: string, cell: string, width: number): string[] {
  const [first = "", ...rest] = wrap(`${title}: ${cell}`, width - 2 * INDENT.length);
  return [`${INDENT}${first}`, ...rest.map((line) => `${INDENT}${INDENT}${line}`)];
}
