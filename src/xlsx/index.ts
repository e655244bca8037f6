/**
 * Workbooks: an answer as one with live formulas, and the sheets of an export.
 *
 * @module reverse-funnel/xlsx
 */
export { toXlsx } from "./to-xlsx.js";
export { readXlsx } from "./read-xlsx.js";
