import readXlsxFile from "read-excel-file/universal";
import { fieldsOf } from "../schema/fields.js";

/** One sheet of a workbook, as text that the adapters read. */
export interface SheetText {
  /** What the sheet is called. */
  readonly name: string;
  /** Its rows as CSV, whose first line is its first row; dates as `2026-01-31`. */
  readonly text: string;
}

/** How a workbook is read. */
export interface ReadXlsxOptions {
  /** What stands between the cells of the text; `","` unless given. */
  readonly delimiter?: string | undefined;
}

/**
 * The sheets of an Excel workbook (`.xlsx`) as texts for `reverse-funnel/adapters`, in their order; those without a cell are
 * left out.
 *
 * A date is written year first, with its time where it has one; a number as it is stored, whatever its format; a formula as
 * what it came to when the workbook was saved. Titles above the table stay: the adapters find the row of the headers.
 *
 * @param bytes the file
 * @throws RangeError for what is no such workbook: an older `.xls`, one with a password, any other file
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 6, period: "2026-02" }, funnel: [{ stage: "call", rate: "10%" }] });
 * const sheets = await readXlsx(toXlsx(answer));
 * sheets.map(({ name }) => name); // => ["Plan", "Targets", "Days", "Track", "Assumptions"]
 * ```
 */
export async function readXlsx(
  bytes: Uint8Array,
  { delimiter = "," }: ReadXlsxOptions = {},
): Promise<readonly SheetText[]> {
  const sheets = await sheetsOf(bytes);
  return sheets.flatMap(({ sheet, data }) => {
    const rows: readonly (readonly unknown[])[] = data;
    if (!rows.some((row) => row.some((cell) => cell !== null))) return [];
    return [
      {
        name: sheet,
        text: rows.map((row) => `${row.map((cell) => quoted(cell, delimiter)).join(delimiter)}\n`).join(""),
      },
    ];
  });
}

async function sheetsOf(bytes: Uint8Array) {
  // The reader wants a buffer of its own.
  const own = new Uint8Array(bytes).buffer;
  try {
    return await readXlsxFile(own, { parseNumber: Number });
  } catch (error) {
    const { code, message } = fieldsOf(error);
    throw new RangeError(
      `readXlsx requires an .xlsx workbook; got ${WRONG[String(code)] ?? String(message)}`,
      { cause: error },
    );
  }
}

const WRONG: Readonly<Record<string, string>> = {
  XLS_FILE_NOT_SUPPORTED: "an older .xls, or one with a password",
  FILE_NOT_SUPPORTED: "another kind of file",
  INPUT_TYPE_NOT_SUPPORTED: "another kind of file",
  INVALID_ZIP: "a file that is damaged",
  NO_DATA: "an empty file",
};

/** A cell as CSV: in quotes where it could be taken apart, an apostrophe in front of nothing. */
function quoted(value: unknown, delimiter: string): string {
  const text = textOf(value);
  return /["\r\n]|^\s|\s$/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (value instanceof Date) return dateText(value);
  // 1.234 alone could be a thousand and more: 1.2340 could not.
  return typeof value === "number" ? String(value).replace(/^-?\d{1,3}\.\d{3}$/, "$&0") : "";
}

/** A sheet's dates know no zone: what stands in the cell is what the moment says in UTC. */
function dateText(date: Date): string {
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}
