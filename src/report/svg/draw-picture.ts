import type { Picture } from "../picture/picture.js";
import { drawCalendar } from "./calendar/calendar.js";
import { drawChannels } from "./channels.js";
import type { Drawing } from "./drawing.js";
import { drawFunnel } from "./funnel/funnel.js";
import { drawProgress } from "./progress/progress.js";
import type { Sheet } from "./sheet.js";
import { drawTornado } from "./tornado.js";
import { drawUtilisation } from "./utilisation.js";
import { drawWaterfall } from "./waterfall.js";

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
  }
}
