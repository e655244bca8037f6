import { number, text, type SheetRow } from "../../src/xlsx/sheet.js";
import { writeWorkbook } from "../../src/xlsx/write-workbook.js";
import { dayOf } from "../oracle/dates.js";

/** A workbook with these sheets: numbers are numbers, texts such as 2026-01-31 dates, all else text. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>,
): Uint8Array {
  const cells = (row: readonly (string | number)[]): SheetRow =>
    row.map((cell) => {
      if (cell === "") return null;
      if (typeof cell === "number") return number(cell);
      return /^\d{4}-\d\d-\d\d$/.test(cell) ? number(dayOf(cell) - dayOf("1899-12-30"), "date") : text(cell);
    });
  return writeWorkbook(
    Object.entries(sheets).map(([name, rows]) => ({
      name,
      widths: [20],
      frozen: { rows: 0, columns: 0 },
      rows: rows.map(cells),
    })),
    [],
  );
}
