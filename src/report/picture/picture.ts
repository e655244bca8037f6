import type { CalendarPicture } from "./calendar-picture.js";
import type { ChannelsPicture } from "./channels.js";
import type { FunnelPicture } from "./funnel-picture.js";
import type { ProgressPicture } from "./progress-picture.js";
import type { TornadoPicture } from "./tornado.js";
import type { UtilisationPicture } from "./utilisation.js";
import type { WaterfallPicture } from "./waterfall.js";

/** A picture as plain data: what is shown, with exact values, before anything is drawn. `kind` tells them apart. */
export type Picture =
  | FunnelPicture
  | CalendarPicture
  | ProgressPicture
  | WaterfallPicture
  | UtilisationPicture
  | TornadoPicture
  | ChannelsPicture;
