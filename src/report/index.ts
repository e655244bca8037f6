/**
 * Answers as reports: for a terminal or a log.
 *
 * @module reverse-funnel/report
 */
export { reportOf } from "./solution-report.js";
export { explanationReport } from "./explanation-report.js";
export { toText, type TextOptions } from "./text/to-text.js";
export type { Block, Column, List, Report, Row, Section, Sentence, Table } from "./report.js";
