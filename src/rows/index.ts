/**
 * Targets where the work is: rows for a spreadsheet, a warehouse or a CRM, as CSV, and dates for a calendar.
 *
 * @module reverse-funnel/rows
 */
export { targetRows, type RowOptions } from "./target-rows.js";
export { TARGET_COLUMNS, type TargetRow } from "./target-row.js";
export type { RowLength } from "./span-of.js";
export { toCsv, type CsvOptions } from "./to-csv.js";
export type { CsvStyle, CsvValue } from "./csv-text.js";
export { toIcs, type IcsKind, type IcsOptions } from "./to-ics.js";
