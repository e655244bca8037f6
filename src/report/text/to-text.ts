import { figureTable, type Block, type Report, type Section, type Sentence, type Table } from "../report.js";
import { firstRounded, ROUNDED } from "../rounded.js";
import { paint, type Paint } from "./paint.js";
import { tableLines } from "./text-table.js";
import { visible } from "../../format/visible.js";
import { cutTo, widthOf } from "../../format/width.js";
import { wrap } from "./wrap.js";

/** How a report is written as text. */
export interface TextOptions {
  /** Cells in a line; 80 unless given, not below 40. */
  readonly width?: number | undefined;
  /** Whether headings and news are coloured with ANSI codes; false unless given. Nothing is said by colour alone. */
  readonly colour?: boolean | undefined;
}

const LEAST_WIDTH = 40;

/**
 * Writes a report as plain text with tables, for a terminal, a log or a mail. Control characters in names are made visible,
 * and names that are too long are cut. Pictures are left out: their numbers stand in tables.
 *
 * @example
 * ```ts
 * toText({ title: "Plan", sections: [{ title: "Goal", blocks: [{ kind: "sentence", text: "10 customers.", tone: "plain" }] }] });
 * // => "Plan\n====\n\nGoal\n  10 customers.\n"
 * ```
 */
export function toText(report: Report, { width = 80, colour = false }: TextOptions = {}): string {
  const cells = Math.max(LEAST_WIDTH, width);
  const painted = paint(colour);
  const title = cutTo(visible(report.title), cells);
  const heading = [painted.bold(title), "=".repeat(widthOf(title))];
  const rounded = firstRounded(report);
  const sections = report.sections.flatMap((section) => sectionLines(section, cells, painted, rounded));
  return [...heading, ...sections, ""].join("\n");
}

const INDENT = "  ";

function sectionLines({ title, blocks }: Section, width: number, painted: Paint, rounded?: Table): string[] {
  const lines = blocks.flatMap((block) => [
    ...blockLines(block, width - INDENT.length, painted),
    ...(block === rounded ? [ROUNDED] : []),
  ]);
  if (lines.length === 0 && blocks.length > 0) return [];
  return ["", painted.bold(cutTo(visible(title), width)), ...lines.map((line) => `${INDENT}${line}`)];
}

function blockLines(block: Block, width: number, painted: Paint): string[] {
  switch (block.kind) {
    case "sentence":
      return wrap(visible(block.text), width).map(tone(block, painted));
    case "list":
      return block.items.flatMap((item) => itemLines(visible(item), width));
    case "table":
      return underlined(block, width, painted);
    case "figures":
      return underlined(figureTable(block), width, painted);
    case "picture":
      return [];
  }
}

function underlined(block: Table, width: number, painted: Paint): string[] {
  const { head, body } = tableLines(block, width);
  return [painted.underline(head), ...body];
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
