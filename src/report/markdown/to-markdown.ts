import { visible } from "../../format/visible.js";
import { firstRounded, ROUNDED } from "../rounded.js";
import { cellText, figureTable, type Block, type Report, type Table } from "../report.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * Writes a report as Markdown with tables, as GitHub and most mail and chat programs read it. Names stand in it as text:
 * whatever could be markup is escaped. Pictures are left out: their numbers stand in tables.
 *
 * @throws TypeError for anything else than a report
 *
 * @example
 * ```ts
 * toMarkdown({ title: "Plan", sections: [{ title: "Goal", blocks: [{ kind: "sentence", text: "10 *customers*.", tone: "plain" }] }] });
 * // => "# Plan\n\n## Goal\n\n10 \\*customers\\*.\n"
 * ```
 */
export function toMarkdown(report: Report): string {
  requireHanded("toMarkdown", ["a report"], report);
  const { title, sections } = report;
  const rounded = firstRounded(report);
  const parts = sections.flatMap((section) => {
    const texts = section.blocks
      .flatMap((block) => [blockText(block), block === rounded ? plain(ROUNDED) : ""])
      .filter((text) => text !== "");
    return texts.length === 0 && section.blocks.length > 0 ? [] : [`## ${plain(section.title)}`, ...texts];
  });
  return `${[`# ${plain(title)}`, ...parts].join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "sentence":
      return block.tone === "plain" ? plain(block.text) : `**${plain(block.text)}**`;
    case "list":
      return block.items.map((item) => `- ${plain(item)}`).join("\n");
    case "table":
      return tableText(block);
    case "figures":
      return tableText(figureTable(block));
    case "picture":
      return "";
  }
}

function tableText({ columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const marks = columns.map(({ align }) => (align === "right" ? "---:" : "---"));
  return [
    line(columns.map(({ title }) => plain(title))),
    line(marks),
    ...rows.map((row) => line(row.map((cell) => plain(cellText(cell))))),
  ].join("\n");
}

/** Everything that Markdown or HTML could take for markup, anywhere in a line; a line's start cannot be markup then. */
function plain(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]<>#|~!&@$]/g, (mark) => `\\${mark}`)
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2")
    .replace(/(https?|www)([:.])/gi, "$1\\$2")
    .replace(/\r?\n/g, " ");
}
