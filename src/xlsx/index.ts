/**
 * Workbooks: an answer as one with live formulas, and the sheets of an export.
 *
 * @module reverse-funnel/xlsx
 */
export { toXlsx } from "./to-xlsx.js";
export { readXlsx, type ReadXlsxOptions, type SheetText } from "./read-xlsx.js";
