import type { FunnelStage } from "./picture.js";
import type { PictureNumber } from "../picture-number.js";
import { textAt, type Placed } from "../drawing/drawing.js";
import { countAt, numberAt, type Sheet } from "../drawing/sheet.js";
import { textWidth } from "../drawing/text-width.js";

const SIZE = 44;
/** Where a card is as wide as this the daily number is larger still. */
const ROOMY = 200;
const SIZE_WHERE_ROOMY = 56;
const SIZE_OF_MILESTONE = 28;

/** The number that a card shows largest, and what it is a number of. */
interface Lead {
  readonly figure: PictureNumber;
  readonly words: string;
}

/**
 * Whether a stage comes about on fewer than all days, and nobody does it: two offers in half a year are "1 a day" by
 * rounding up, which says far too much.
 */
export function isSeldom({ isWork, perDay, total }: FunnelStage): boolean {
  return !isWork && total !== null && perDay?.value === "1";
}

/** The day's number, or all of it where a day says too much; null where there is no working day. */
function leadOf(stage: FunnelStage): Lead | null {
  const { perDay, total } = stage;
  if (isSeldom(stage) && total !== null) return { figure: total, words: "in all" };
  return perDay === null ? null : { figure: perDay, words: "a day" };
}

/** The largest number of a card, on a line of its own, or at the right of a wide card with its words below it. */
export function leadLine(
  stage: FunnelStage,
  room: number,
  { figures }: Sheet,
  isWide: boolean,
): { readonly width: number; readonly line: Placed } {
  const lead = leadOf(stage);
  if (lead === null) return { width: 0, line: { height: 0, at: () => [] } };
  const { figure, words } = lead;
  const daily = room >= ROOMY && !isWide ? SIZE_WHERE_ROOMY : SIZE;
  const size = stage.isWork ? daily : SIZE_OF_MILESTONE;
  const set = { size, bold: true, tone: stage.isWork ? "accent" : "ink", show: figures.number } as const;
  const drop = size * 0.78;
  if (!isWide)
    return {
      width: room,
      line: { height: drop + 18, at: (x, y) => countAt(x, y + drop + 8, figure, words, { ...set, room }) },
    };
  const number = numberAt(0, 0, figure, { ...set, room });
  const width = Math.max(textWidth(number.text, number.size, true), textWidth(words, 13));
  const at: Placed["at"] = (x, y) => [
    { ...number, x, y: y + drop, anchor: "end" },
    textAt(x, y + drop + 21, words, { anchor: "end" }),
  ];
  return { width, line: { height: drop + 24, at } };
}
