import { figureTable, type Block, type Report, type Section, type Sentence, type Table } from "../report.js";
import { firstRounded, ROUNDED } from "../rounded.js";
import { paint, type Paint } from "./paint.js";
import { tableLines } from "./text-table.js";
import { visible } from "../../format/visible.js";
import { widthOf } from "../../format/width.js";
import { wrap } from "./wrap.js";
import { requireHanded } from "../../schema/handed.js";

/** How a report is written as text. */
export interface TextOptions {
  /** Cells in a line; 80 unless given, not below 40. */
  readonly width?: number | undefined;
  /** Whether headings and news are coloured with ANSI codes; false unless given. Nothing is said by colour alone. */
  readonly colour?: boolean | undefined;
  /** Whether lists and tables are written in full; false unless given: of more than 20 the first 20, and how many more. */
  readonly all?: boolean | undefined;
  /** How to see the rest, said where something was left out: `"--all shows them"`; nothing unless given. */
  readonly hint?: string | undefined;
}

const LEAST_WIDTH = 40;
/** So many items of a list, or rows of a table, are shown. */
const MOST_SHOWN = 20;

/** How to write: cells in a line, colours, and how much of a list. */
interface Manner {
  /** The table at whose foot it is said that figures are rounded. */
  readonly rounded: Table | undefined;
  readonly width: number;
  readonly painted: Paint;
  readonly most: number;
  readonly hint: string;
}

/**
 * Writes a report as plain text with tables, for a terminal, a log or a mail. Control characters in names are made visible.
 * Names wrap where they are too long for their place, numbers and dates are never cut, and a table that is too wide becomes
 * a block for each row. Pictures are left out: their numbers stand in tables.
 *
 * @throws TypeError for anything else than a report
 *
 * @example
 * ```ts
 * toText({ title: "Plan", sections: [{ title: "Goal", blocks: [{ kind: "sentence", text: "10 customers.", tone: "plain" }] }] });
 * // => "Plan\n====\n\nGoal\n  10 customers.\n"
 * ```
 */
export function toText(report: Report, options: TextOptions = {}): string {
  requireHanded("toText", ["a report"], report);
  const { width = 80, colour = false, all = false, hint } = options;
  const manner: Manner = {
    width: Math.max(LEAST_WIDTH, width),
    painted: paint(colour),
    most: all ? Infinity : MOST_SHOWN,
    hint: hint === undefined ? "" : ` (${hint})`,
    rounded: firstRounded(report),
  };
  const title = wrap(visible(report.title), manner.width);
  const rule = "=".repeat(Math.max(...title.map(widthOf)));
  const sections = report.sections.flatMap((section) => sectionLines(section, manner));
  return [...title.map(manner.painted.bold), rule, ...sections, ""].join("\n");
}

const INDENT = "  ";

function sectionLines({ title, blocks }: Section, manner: Manner): string[] {
  const inside = { ...manner, width: manner.width - INDENT.length };
  const lines = blocks.flatMap((block) => [
    ...blockLines(block, inside),
    ...(block === manner.rounded ? [ROUNDED] : []),
  ]);
  if (lines.length === 0 && blocks.length > 0) return [];
  const heading = wrap(visible(title), manner.width).map(manner.painted.bold);
  return ["", ...heading, ...lines.map((line) => (line === "" ? "" : `${INDENT}${line}`))];
}

function blockLines(block: Block, manner: Manner): readonly string[] {
  const { width, painted, most } = manner;
  switch (block.kind) {
    case "sentence":
      return wrap(visible(block.text), width).map(tone(block, painted));
    case "list": {
      const items = block.items.slice(0, most).flatMap((item) => itemLines(visible(item), width));
      return [...items, ...moreLines(block.items.length, manner)];
    }
    case "table":
      return underlined(block, manner);
    case "figures":
      return underlined(figureTable(block), manner);
    case "picture":
      return [];
  }
}

function underlined({ kind, columns, rows }: Table, manner: Manner): readonly string[] {
  const parts = tableLines({ kind, columns, rows: rows.slice(0, manner.most) }, manner.width);
  const lines = parts.flatMap(({ head, body }, part) => {
    const last = head.length - 1;
    const headings = head.map((line, index) => (index === last ? manner.painted.underline(line) : line));
    return [...(part === 0 ? [] : [""]), ...headings, ...body];
  });
  return [...lines, ...moreLines(rows.length, manner)];
}

/** What was left out of a list. */
function moreLines(count: number, { most, hint, width }: Manner): readonly string[] {
  return count <= most ? [] : wrap(`… and ${count - most} more${hint}`, width);
}

function tone({ tone: said }: Sentence, painted: Paint): (line: string) => string {
  if (said === "plain") return (line) => line;
  return said === "good" ? painted.green : painted.red;
}

function itemLines(item: string, width: number): string[] {
  return wrap(item, width - INDENT.length).map((line, index) =>
    index === 0 ? `- ${line}` : `${INDENT}${line}`,
  );
}
