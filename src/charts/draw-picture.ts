import { drawBacktest } from "./backtest/draw.js";
import type { Picture } from "./picture.js";
import { drawCalendar } from "./calendar/draw.js";
import { drawChannels } from "./channels/draw.js";
import type { Drawing } from "./drawing/drawing.js";
import { drawFunnel } from "./funnel/draw.js";
import { drawProgress } from "./progress/draw.js";
import type { Sheet } from "./drawing/sheet.js";
import { drawTornado } from "./tornado/draw.js";
import { drawUtilisation } from "./utilisation/draw.js";
import { drawWaterfall } from "./waterfall/draw.js";

/** Lays a picture out: what is drawn where, before it is written. */
export function drawPicture(picture: Picture, sheet: Sheet): Drawing {
  switch (picture.kind) {
    case "funnel":
      return drawFunnel(picture, sheet);
    case "calendar":
      return drawCalendar(picture, sheet);
    case "progress":
      return drawProgress(picture, sheet);
    case "waterfall":
      return drawWaterfall(picture, sheet);
    case "utilisation":
      return drawUtilisation(picture, sheet);
    case "tornado":
      return drawTornado(picture, sheet);
    case "channels":
      return drawChannels(picture, sheet);
    case "backtest":
      return drawBacktest(picture, sheet);
  }
}
