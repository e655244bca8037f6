import type { Format } from "reverse-funnel";
import { drawFunnel } from "../../../src/charts/funnel/draw.js";
import { funnelWords } from "../../../src/charts/funnel/words.js";
import type { Drawing } from "../../../src/charts/drawing/drawing.js";
import type { Sheet } from "../../../src/charts/drawing/sheet.js";
import type { FunnelPicture } from "../../../src/charts/funnel/picture.js";
import type { Picture } from "reverse-funnel/charts";

// The picture that the page opens with. The build puts this file in the place of the library's `draw-picture.ts` and
// `describe-picture.ts`, which know all pictures: those are fetched when one of the others is asked for.

/** Lays out a funnel. */
export function drawPicture(picture: Picture, sheet: Sheet): Drawing {
  return drawFunnel(funnel(picture), sheet);
}

/** Says in words what a funnel shows. */
export function describePicture(picture: Picture, format: Format): string {
  return funnelWords(funnel(picture), format);
}

function funnel(picture: Picture): FunnelPicture {
  if (picture.kind === "funnel") return picture;
  throw new TypeError(`this page draws a funnel by itself; got ${picture.kind}`);
}
