import { drawFunnel } from "../../../src/charts/funnel/draw.js";
import type { Drawing } from "../../../src/charts/drawing/drawing.js";
import type { Sheet } from "../../../src/charts/drawing/sheet.js";
import type { Picture } from "reverse-funnel/charts";

/**
 * Lays out the picture that the page opens with. The build puts it in the place of the library's `draw-picture.ts`, which
 * knows all pictures: those are fetched when one of the others is asked for.
 */
export function drawPicture(picture: Picture, sheet: Sheet): Drawing {
  if (picture.kind === "funnel") return drawFunnel(picture, sheet);
  throw new TypeError(`drawPicture draws a funnel on this page; got ${picture.kind}`);
}
