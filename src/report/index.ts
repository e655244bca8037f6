/**
 * Answers as reports: text for a terminal or a log, Markdown, pictures, and whole pages.
 *
 * @module reverse-funnel/report
 */
export { solutionReport, type ReportOptions } from "./solution-report.js";
export { forecastReport } from "./forecast/forecast-report.js";
export { personalReport } from "./personal-report.js";
export { alignmentReport } from "./alignment-report.js";
export { explanationReport } from "./explanation-report.js";
export { trackReport } from "./track/track-report.js";
export { replanReport } from "./track/replan-report.js";
export { scorecardReport } from "./track/scorecard-report.js";
export { checkReport } from "./check/check-report.js";
export { leversReport } from "./sensitivity/levers-report.js";
export { solveForReport } from "./sensitivity/solve-for-report.js";
export { compareReport } from "./sensitivity/compare-report.js";
export { toJunit, type JunitOptions } from "./check/to-junit.js";
export { toGithub, type GithubOptions } from "./check/to-github.js";
export { calendarPicture, type CalendarOptions } from "./picture/calendar.js";
export type { CalendarPicture, CalendarStage, PictureDay, PictureMonth } from "./picture/calendar-picture.js";
export {
  channelsPicture,
  type ChannelBar,
  type ChannelGroup,
  type ChannelsPicture,
} from "./picture/channels.js";
export { funnelPicture } from "./picture/funnel.js";
export type { FunnelBridgeItem, FunnelPicture, FunnelStage } from "./picture/funnel-picture.js";
export type { PictureDates, PictureGoal } from "./picture/goal.js";
export type { PictureNumber, PictureWords } from "./picture/picture-number.js";
export type { Picture } from "./picture/picture.js";
export { progressPicture } from "./picture/progress.js";
export type { ProgressPicture, ProgressPoint } from "./picture/progress-picture.js";
export {
  tornadoPicture,
  type TornadoBar,
  type TornadoMeasure,
  type TornadoPicture,
} from "./picture/tornado.js";
export {
  utilisationPicture,
  type UtilisationCell,
  type UtilisationPicture,
  type UtilisationRow,
} from "./picture/utilisation.js";
export { waterfallPicture, type WaterfallBar, type WaterfallPicture } from "./picture/waterfall.js";
export { toSvg, type SvgOptions } from "./svg/to-svg.js";
export { toMarkdown } from "./markdown/to-markdown.js";
export { toHtml, type HtmlOptions } from "./html/to-html.js";
export { planReport, type PlanAnswers, type PlanProgress } from "./plan-report.js";
export { withNumbers } from "./with-numbers.js";
export { ENGLISH, styledFigures, styledSentence, type NumberStyle, type SentenceFacts } from "./numbers.js";
export { toText, type TextOptions } from "./text/to-text.js";
export type {
  Block,
  Column,
  Figure,
  Figures,
  List,
  PictureBlock,
  Report,
  Row,
  Section,
  Sentence,
  Table,
} from "./report.js";
