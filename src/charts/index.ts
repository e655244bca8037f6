/**
 * Answers as pictures: each as plain data with exact values, and drawn as SVG.
 *
 * @module reverse-funnel/charts
 */
export { backtestPicture } from "./backtest/data.js";
export type { BacktestBar, BacktestPicture } from "./backtest/picture.js";
export { calendarPicture, type CalendarOptions } from "./calendar/data.js";
export type { CalendarPicture, CalendarStage, PictureDay, PictureMonth } from "./calendar/picture.js";
export type { ChannelBar, ChannelGroup, ChannelsPicture } from "./channels/picture.js";
export { channelsPicture } from "./channels/data.js";
export { funnelPicture } from "./funnel/data.js";
export type { FunnelBridgeItem, FunnelChance, FunnelPicture, FunnelStage } from "./funnel/picture.js";
export type { PictureDates, PictureGoal } from "./goal.js";
export type { PictureNumber, PictureWords } from "./picture-number.js";
export type { Picture } from "./picture.js";
export { progressPicture } from "./progress/data.js";
export type { ProgressChance, ProgressPicture, ProgressPoint, ProgressRange } from "./progress/picture.js";
export type { TornadoBar, TornadoMeasure, TornadoPicture } from "./tornado/picture.js";
export { tornadoPicture } from "./tornado/data.js";
export type { UtilisationCell, UtilisationPicture, UtilisationRow } from "./utilisation/picture.js";
export { utilisationPicture } from "./utilisation/data.js";
export type { WaterfallBar, WaterfallPicture } from "./waterfall/picture.js";
export { waterfallPicture } from "./waterfall/data.js";
export { toSvg, type Pictured, type SvgOptions } from "./to-svg.js";
