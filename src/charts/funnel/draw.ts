import type { FunnelPicture } from "./picture.js";
import { sayReason } from "../../words/reasons.js";
import { textAt, type Drawing, type Mark } from "../drawing/drawing.js";
import { wrapText } from "../drawing/fit-text.js";
import { marginOf, titleOf } from "../drawing/title.js";
import type { Sheet } from "../drawing/sheet.js";
import { acrossFunnel, columnsFor } from "./across.js";
import { downFunnel } from "./down.js";

/** A funnel that stands is not drawn wider than it can be read. */
const WIDEST_DOWN = 720;
const LINE = 19;

/** Draws the funnel: across where its columns have room, else from top to bottom. */
export function drawFunnel(picture: FunnelPicture, sheet: Sheet): Drawing {
  const margin = marginOf(sheet);
  const room = sheet.width - 2 * margin;
  const columns = columnsFor(picture, room, sheet);
  const body =
    columns === null
      ? downFunnel(picture, Math.min(room, WIDEST_DOWN), sheet)
      : acrossFunnel(picture, columns, sheet);
  const title = titleOf(picture.title, sheet);
  const top = margin + title.height;
  const notes = reasonMarks(picture, sheet, [margin, top + body.height + 26], Math.min(room, WIDEST_DOWN));
  const height = top + body.height + notes.length * LINE + (notes.length > 0 ? 12 : 0) + margin;
  return {
    width: sheet.width,
    height,
    marks: [...title.at(margin, margin), ...body.at(margin, top), ...notes],
  };
}

/** Why the goal cannot be reached, below the picture. */
function reasonMarks(
  { reasons }: FunnelPicture,
  { figures }: Sheet,
  [x, y]: readonly [number, number],
  room: number,
): Mark[] {
  const set = { size: 13 };
  const lines = reasons.flatMap((reason) => wrapText(`✕ ${sayReason(reason, figures.format)}`, room, set));
  return lines.map((text, index) => textAt(x, y + index * LINE, text, { ...set, tone: "bad" }));
}
