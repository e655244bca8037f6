/**
 * Answers as pictures: each as plain data with exact values, and drawn as SVG.
 *
 * @module reverse-funnel/charts
 */
export { backtestPicture } from "./backtest/data.js";
export { calendarPicture } from "./calendar/data.js";
export { channelsPicture } from "./channels/data.js";
export { funnelPicture } from "./funnel/data.js";
export type { Picture } from "./picture.js";
export { progressPicture } from "./progress/data.js";
export { tornadoPicture } from "./tornado/data.js";
export { utilisationPicture } from "./utilisation/data.js";
export { waterfallPicture } from "./waterfall/data.js";
export { toSvg, type SvgOptions } from "./to-svg.js";
