/**
 * Answers as pictures: each as plain data with exact values, and drawn as SVG.
 *
 * @module reverse-funnel/charts
 */
export { backtestPicture } from "./backtest/data.js";
export type { BacktestPicture } from "./backtest/picture.js";
export { calendarPicture, type CalendarOptions } from "./calendar/data.js";
export type { CalendarPicture } from "./calendar/picture.js";
export type { ChannelsPicture } from "./channels/picture.js";
export { channelsPicture } from "./channels/data.js";
export { funnelPicture } from "./funnel/data.js";
export type { FunnelPicture } from "./funnel/picture.js";
export type { Picture } from "./picture.js";
export { progressPicture } from "./progress/data.js";
export type { ProgressPicture } from "./progress/picture.js";
export type { TornadoPicture } from "./tornado/picture.js";
export { tornadoPicture } from "./tornado/data.js";
export type { UtilisationPicture } from "./utilisation/picture.js";
export { utilisationPicture } from "./utilisation/data.js";
export type { WaterfallPicture } from "./waterfall/picture.js";
export { waterfallPicture } from "./waterfall/data.js";
export { toSvg, type SvgOptions } from "./to-svg.js";
