import { cellText, type Column, type Row, type Table } from "../report.js";
import { plainName, shownName } from "./shown.js";

/** A table of so few rows stands on one page of paper. */
const FEW = 15;

/** A table that scrolls by itself where it is wider than the page; its caption is for whoever hears it. */
export function tableHtml({ columns, rows }: Table, caption: string): string {
  const named = columns[0]?.align === "left";
  const head = columns.map(({ title, align }) => headCell(title, align)).join("");
  const body = rows.map((row) => `<tr>${rowCells(row, columns, named)}</tr>`).join("\n");
  return (
    `<div class="scroll" role="group" aria-label="${plainName(caption)}" tabindex="0">` +
    `<table${rows.length <= FEW ? ' class="few"' : ""}><caption>${shownName(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table></div>`
  );
}

function headCell(title: string, align: Column["align"]): string {
  const kind = align === "right" ? ' class="figure"' : "";
  return title === "" ? `<td${kind}></td>` : `<th scope="col"${kind}>${shownName(title)}</th>`;
}

function rowCells(row: Row, columns: readonly Column[], named: boolean): string {
  return row
    .map((cell, index) => {
      const text = cellText(cell);
      const kind = classOf(text, columns[index]?.align ?? "left");
      if (index === 0 && named && text !== "") return `<th scope="row"${kind}>${shownName(text)}</th>`;
      const exact = typeof cell === "string" ? "" : ` title="${plainName(cell.exact)}"`;
      return `<td${kind}${exact}>${shownName(text)}</td>`;
    })
    .join("");
}

/** A short cell stays in one line, a long one has some room to break in. */
const SHORT = 20;

function classOf(cell: string, align: Column["align"]): string {
  if (align === "right") return ' class="figure"';
  return cell.length > SHORT ? ' class="long"' : "";
}
