/** One value of a row: text from a file; from an API also a number, which means exactly itself. */
export type Cell = string | number;

/** The values of one row, in the order of the header. */
export type Row = readonly Cell[];

/** Whoever takes the rows of one table as they come: the header first. */
export interface RowSink {
  /** @param above how many rows stand above the header and are not read */
  header(names: readonly string[], above?: number): void;
  /** How many of these names are headers that are known; for whoever looks for the row of the headers. */
  recognise?(names: readonly string[]): number;
  /** Something to know about the text as a whole. */
  remark?(code: TextRemark): void;
  row(cells: Row): void;
  /** A row that could not be told apart from its neighbours; `code` says why. */
  broken(code: BrokenRow): void;
}

/** What is to be known of a text that is no table, or was read in the wrong encoding. */
export type TextRemark = "text.damaged" | "text.excel" | "text.nul";

/** Why a stretch of text is no row. */
export type BrokenRow = "row.too-long" | "row.unclosed-quote";

/** The text of a cell without the spaces around it; empty for a cell that is not there. */
export function textOf(cell: Cell | undefined): string {
  return typeof cell === "string" ? cell.trim() : cell === undefined ? "" : String(cell);
}

/** Names of columns and stages are compared without regard to case, spaces around, repeated spaces and a trailing `*`. */
export function folded(name: string): string {
  let end = name.trimEnd().length;
  while (end > 0 && name[end - 1] === "*") end -= 1;
  return name
    .slice(name.startsWith("\uFEFF") ? 1 : 0, end)
    .trim()
    .replace(/\s+/g, " ")
    .toLowerCase();
}

/** How a file says that nothing is known. */
const BLANK: ReadonlySet<string> = new Set(["-", "\u2013", "\u2014", "n/a", "#n/a", "null", "(null)"]);
/** No such word is longer. */
const LONGEST_BLANK = 80;

/** Makes the question whether a cell says that nothing is known, with the words that a mapping adds. */
export function blankReader(words: readonly string[]): (cell: Cell) => boolean {
  const own = new Set(words.map((word) => word.trim().toLowerCase()));
  return (cell) => {
    if (typeof cell !== "string" || cell.length === 0 || cell.length > LONGEST_BLANK) return false;
    const text = cell.trim();
    // Most cells are longer than any such word, or begin with what none of them does.
    if (own.size === 0 && !/^[-\u2013\u2014#(0nN]/.test(text)) return false;
    if (/^0000-00-00([ T]00:00(:00(\.0+)?)?Z?)?$/.test(text)) return true;
    const word = text.toLowerCase();
    return BLANK.has(word) || own.has(word);
  };
}
