/** How a table is written as CSV. */
export interface CsvStyle {
  /** What stands between cells; `","` unless given. A spreadsheet that writes decimals with a comma expects `";"`. */
  readonly separator?: string | undefined;
  /** Whether the text begins with a byte order mark, by which Excel knows that it is UTF-8; false unless given. */
  readonly mark?: boolean | undefined;
}

/** What a cell may hold: null is an empty cell. */
export type CsvValue = string | number | boolean | null;

/** A text that a spreadsheet would run as a formula; full-width signs are read as such in East Asia. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** A plain number runs nothing, whatever its sign. */
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?%?$/;

/**
 * Lines of CSV after RFC 4180: cells in quotes where they must be, lines that end in CR and LF.
 *
 * @throws RangeError for a separator that is not one character
 */
export function csvText(
  lines: readonly (readonly CsvValue[])[],
  { separator = ",", mark = false }: CsvStyle = {},
): string {
  if (!/^[^"\r\n]$/.test(separator))
    throw new RangeError(`toCsv requires one character as separator; got ${JSON.stringify(separator)}`);
  const text = lines.map((cells) => `${cells.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`);
  return (mark ? "\uFEFF" : "") + text.join("");
}

function csvCell(value: CsvValue, separator: string): string {
  if (value === null) return "";
  const text = typeof value === "string" ? harmless(value) : String(value);
  return /["\r\n]|^\s|\s$/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that no spreadsheet takes for a formula: an apostrophe in front says that it is text. */
function harmless(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
