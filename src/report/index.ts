/**
 * Answers as reports: text for a terminal or a log, Markdown, and whole pages with pictures.
 *
 * @module reverse-funnel/report
 */
export { solutionReport, type ReportOptions } from "./solution-report.js";
export { forecastReport } from "./forecast/forecast-report.js";
export { personalReport } from "./personal-report.js";
export { alignmentReport } from "./alignment-report.js";
export { explanationReport } from "./explanation-report.js";
export { backtestReport } from "./backtest-report.js";
export { trackReport, type TrackReportOptions } from "./track/track-report.js";
export { replanReport } from "./track/replan-report.js";
export { scorecardReport, type ScorecardReportOptions } from "./track/scorecard-report.js";
export { checkReport } from "./check/check-report.js";
export { leversReport } from "./sensitivity/levers-report.js";
export { solveForReport } from "./sensitivity/solve-for-report.js";
export { compareReport } from "./sensitivity/compare-report.js";
export { targetsReport } from "./targets-report.js";
export { toJunit } from "./check/to-junit.js";
export { toGithub } from "./check/to-github.js";
export { toMarkdown } from "./markdown/to-markdown.js";
export { toHtml, type HtmlOptions } from "./html/to-html.js";
export { planReport, type PlanAnswers, type PlanReportOptions } from "./plan-report.js";
export { toText, type TextOptions } from "./text/to-text.js";
export type { Block, Report, Section } from "./report.js";
