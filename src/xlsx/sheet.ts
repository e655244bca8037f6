import type { CellStyle } from "./styles.js";

/** One cell: what it shows, and the formula that works it out where it is live. */
export interface SheetCell {
  /** An empty text is an empty cell that has a look. */
  readonly value: string | number;
  readonly style: CellStyle;
  readonly formula?: string;
}

/** One row, from column A on; null leaves a cell empty. */
export type SheetRow = readonly (SheetCell | null)[];

/** One sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** How many rows and columns stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly rows: readonly SheetRow[];
  /** So many rows are printed; all of them unless given. */
  readonly printed?: number;
}

/** A cell that holds text. */
export function text(value: string, style: CellStyle = "text"): SheetCell {
  return { value, style };
}

/** A cell that holds a number as it is. */
export function number(value: number, style: CellStyle = "whole"): SheetCell {
  return { value, style };
}

/** A cell that works itself out; `value` is what it comes to as written. */
export function formula(made: string, value: string | number, style: CellStyle = "whole"): SheetCell {
  return { value, style, formula: made };
}

/** Cells that hold text, or nothing where it is empty. */
export function texts(values: readonly string[], style: CellStyle = "text"): SheetRow {
  return values.map((value) => (value === "" ? null : text(value, style)));
}

/** A row of headings: those over numbers stand right, what follows a number apart from it. */
export function headings(values: readonly string[], numbers: readonly number[]): SheetRow {
  return values.map((value, index) => {
    const isAside = numbers.includes(index - 1);
    return text(value, numbers.includes(index) ? "headingRight" : isAside ? "headingAside" : "heading");
  });
}

/** The name of a column: A for 0, AA for 26. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** Days since 1899-12-30, as spreadsheets count them, for a day of ours. */
export function serial(day: number): number {
  return day + 25_569;
}
