import { HyperFormula, type CellValue, type RawCellContent } from "hyperformula";

import type { ReadCell, TypedCell } from "./changed-plans.js";
import type { OpenedCell, OpenedWorkbook } from "./open-workbook.js";

/** Opens a workbook in HyperFormula, which works out every formula anew. */
export function openInHyperFormula({ sheets, names }: OpenedWorkbook): {
  readonly type: (typed: TypedCell) => void;
  readonly read: ReadCell;
  readonly close: () => void;
} {
  const engine = HyperFormula.buildFromSheets(
    Object.fromEntries([...sheets].map(([name, cells]) => [name, rowsOf(cells)])),
    { licenseKey: "gpl-v3", smartRounding: false },
    [...names].map(([name, cells]) => ({ name, expression: `=${cells}` })),
  );
  const addressOf = (sheet: string, place: string) => {
    const id = engine.getSheetId(sheet);
    const found = id === undefined ? undefined : engine.simpleCellAddressFromString(place, id);
    if (found === undefined) throw new Error(`there is no ${sheet}!${place}`);
    return found;
  };
  return {
    type: ({ sheet, place, value }) => {
      engine.setCellContents(addressOf(sheet, place), [[typeof value === "string" ? `'${value}` : value]]);
    },
    read: (sheet, place) => plain(engine.getCellValue(addressOf(sheet, place))),
    close: () => {
      engine.destroy();
    },
  };
}

function plain(value: CellValue): string | number | null {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  return typeof value === "boolean" ? String(value) : value.value;
}

function rowsOf(cells: ReadonlyMap<string, OpenedCell>): RawCellContent[][] {
  const rows: RawCellContent[][] = [];
  for (const [place, { value, formula }] of cells) {
    const { row, column } = placeOf(place);
    const line = (rows[row] ??= []);
    line[column] = formula === undefined ? (typeof value === "string" ? `'${value}` : value) : `=${formula}`;
  }
  return Array.from(rows, (row: RawCellContent[] | undefined) =>
    Array.from(row ?? [], (cell) => cell ?? null),
  );
}

/** The row and the column of `B6`, from 0. */
export function placeOf(place: string): { readonly row: number; readonly column: number } {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
  const column =
    Array.from(letters).reduce((before, letter) => before * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
