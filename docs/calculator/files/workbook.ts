import { readXlsx } from "reverse-funnel/xlsx";

/** The longest sheet of a workbook as CSV: whoever exports deals beside a summary means the deals. */
export async function readWorkbook(bytes: Uint8Array): Promise<string> {
  const sheets = await readXlsx(bytes);
  return sheets.reduce((longest, { text }) => (text.length > longest.length ? text : longest), "");
}
