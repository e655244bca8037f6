/** One value of a row: text from a file; from an API also a number, which means exactly itself. */
export type Cell = string | number;

/** The values of one row, in the order of the header. */
export type Row = readonly Cell[];

/** Whoever takes the rows of one table as they come: the header first. */
export interface RowSink {
  header(names: readonly string[]): void;
  row(cells: Row): void;
  /** A row that could not be told apart from its neighbours; `code` says why. */
  broken(code: BrokenRow): void;
}

/** Why a stretch of text is no row. */
export type BrokenRow = "row.too-long" | "row.unclosed-quote";

/** The text of a cell without the spaces around it; empty for a cell that is not there. */
export function textOf(cell: Cell | undefined): string {
  return typeof cell === "string" ? cell.trim() : cell === undefined ? "" : String(cell);
}

/** Names of columns and stages are compared without regard to case, spaces around, repeated spaces and a trailing `*`. */
export function folded(name: string): string {
  return name
    .replace(/^\uFEFF/, "")
    .replace(/\*+\s*$/, "")
    .trim()
    .replace(/\s+/g, " ")
    .toLowerCase();
}
