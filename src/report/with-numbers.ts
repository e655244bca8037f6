import { styledFigures, styledSentence, type NumberStyle } from "./numbers.js";
import type { Block, Column, Report, Row } from "./report.js";

/**
 * A report whose figures are punctuated as its reader writes them: 1.234,5 instead of 1,234.5.
 *
 * Only punctuation changes, never a digit of the number. Of sentences everything is styled but dates, what stands in quotes,
 * and the names that the report says it holds. Columns that stand right hold figures and are styled as such. Columns that
 * stand left hold names, dates and words: they are styled as sentences where the report says which names it holds, else they
 * stay as they are; headings always do. Pictures carry exact values and are styled when they are drawn. Style a report once:
 * one in another style than the library's own cannot be styled again.
 *
 * @example
 * ```ts
 * const german = { decimal: ",", thousands: ".", grouping: [3] };
 * const report = { title: "Plan", sections: [{ title: "Goal", blocks: [{ kind: "list" as const, items: ["10,000 by 2026-01-31."] }] }] };
 * withNumbers(report, german).sections[0]?.blocks; // => [{ kind: "list", items: ["10.000 by 2026-01-31."] }]
 * ```
 */
export function withNumbers(report: Report, style: NumberStyle): Report {
  const said = (text: string) => styledSentence(text, style, report);
  const columns = {
    right: (text: string) => styledFigures(text, style),
    left: report.names === undefined ? (text: string) => text : said,
  };
  const sections = report.sections.map(({ title, blocks }) => ({
    title,
    blocks: blocks.map((block) => styledBlock(block, said, columns)),
  }));
  return { ...report, sections };
}

type Styled = (text: string) => string;
type Sides = Readonly<Record<Column["align"], Styled>>;

function styledBlock(block: Block, said: Styled, sides: Sides): Block {
  switch (block.kind) {
    case "sentence":
      return { ...block, text: said(block.text) };
    case "list":
      return { ...block, items: block.items.map(said) };
    case "table":
      return { ...block, rows: block.rows.map((row) => styledRow(row, block.columns, sides)) };
    case "figures":
      return {
        ...block,
        items: block.items.map(({ figure, label, note }) => ({
          figure: said(figure),
          label: said(label),
          note: said(note),
        })),
      };
    case "picture":
      return block;
  }
}

function styledRow(row: Row, columns: readonly Column[], sides: Sides): Row {
  return row.map((cell, index) => sides[columns[index]?.align ?? "left"](cell));
}
