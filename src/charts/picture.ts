import type { BacktestPicture } from "./backtest/picture.js";
import type { CalendarPicture } from "./calendar/picture.js";
import type { ChannelsPicture } from "./channels/picture.js";
import type { FunnelPicture } from "./funnel/picture.js";
import type { ProgressPicture } from "./progress/picture.js";
import type { TornadoPicture } from "./tornado/picture.js";
import type { UtilisationPicture } from "./utilisation/picture.js";
import type { WaterfallPicture } from "./waterfall/picture.js";

/** A picture as plain data: what is shown, with exact values, before anything is drawn. `kind` tells them apart. */
export type Picture =
  | FunnelPicture
  | CalendarPicture
  | ProgressPicture
  | WaterfallPicture
  | UtilisationPicture
  | TornadoPicture
  | ChannelsPicture
  | BacktestPicture;
