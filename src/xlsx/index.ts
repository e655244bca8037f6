/**
 * An answer as a workbook with live formulas.
 *
 * @module reverse-funnel/xlsx
 */
export { toXlsx } from "./to-xlsx.js";
