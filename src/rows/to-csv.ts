import { csvText, type CsvStyle, type CsvValue } from "./csv-text.js";

/** How rows are written as CSV. */
export interface CsvOptions<Row> extends CsvStyle {
  /** The columns, in order; unless given, every key of the rows in the order in which they come up. */
  readonly columns?: readonly (keyof Row & string)[] | undefined;
}

/**
 * Writes rows as CSV: a line of headings, then one for each row (RFC 4180).
 *
 * Null and what a row lacks become empty cells. A text that a spreadsheet would run as a formula, such as a name that begins
 * with `=`, gets an apostrophe in front.
 *
 * @throws RangeError for a separator that is no single character, or a quote or a line break
 *
 * @example
 * ```ts
 * toCsv([{ team: "sales", target: 60 }, { team: "=1+1", target: -2 }]); // => "team,target\r\nsales,60\r\n'=1+1,-2\r\n"
 * ```
 */
export function toCsv<Row extends object>(
  rows: readonly (Row & Readonly<Record<keyof Row, CsvValue>>)[],
  options: CsvOptions<Row> = {},
): string {
  const isList: boolean = Array.isArray(rows);
  if (!isList) throw new TypeError(`toCsv requires a list of rows; got ${typeof rows}`);
  const columns = options.columns ?? allKeys(rows);
  const lines = rows.map((row) => columns.map((column): CsvValue => row[column] ?? null));
  return csvText([columns, ...lines], options);
}

function allKeys<Row extends object>(rows: readonly Row[]): readonly (keyof Row & string)[] {
  const keys = new Set<keyof Row & string>();
  for (const row of rows) for (const key in row) keys.add(key);
  return [...keys];
}
