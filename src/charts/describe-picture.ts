import type { Format } from "../format/format.js";
import { backtestWords } from "./backtest/words.js";
import { calendarWords } from "./calendar/words.js";
import { channelsWords } from "./channels/words.js";
import { funnelWords } from "./funnel/words.js";
import type { Picture } from "./picture.js";
import { progressWords } from "./progress/words.js";
import { tornadoWords } from "./tornado/words.js";
import { utilisationWords } from "./utilisation/words.js";
import { waterfallWords } from "./waterfall/words.js";

/** What a picture shows, in whole sentences with the numbers, for whoever cannot see it. */
export function describePicture(picture: Picture, format: Format): string {
  switch (picture.kind) {
    case "funnel":
      return funnelWords(picture, format);
    case "calendar":
      return calendarWords(picture, format);
    case "progress":
      return progressWords(picture, format);
    case "waterfall":
      return waterfallWords(picture, format);
    case "utilisation":
      return utilisationWords(picture, format);
    case "tornado":
      return tornadoWords(picture, format);
    case "channels":
      return channelsWords(picture, format);
    case "backtest":
      return backtestWords(picture, format);
  }
}
