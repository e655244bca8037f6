import type { PictureNumber } from "../picture-number.js";
import type { ProgressPicture } from "./picture.js";
import { type Mark, type Placed } from "../drawing/drawing.js";
import type { Show } from "../drawing/figures.js";
import { nameAt, numberAt, type Sheet } from "../drawing/sheet.js";

const LEAST_COLUMN = 128;
const LINE = 62;

interface Item {
  readonly label: string;
  readonly figure: PictureNumber;
  readonly note: string;
  readonly isSigned: boolean;
}

/** The few numbers to find first: where it is, where it should be, the difference, and the expected end. */
export function headOf(picture: ProgressPicture, room: number, sheet: Sheet): Placed {
  const { money, signedMoney: signed, rate } = sheet.figures;
  const { now, shouldBe, gap, projected, goal, attainment, status } = picture;
  const unit = sheet.figures.unit ?? "";
  const share = attainment === null ? "" : `${rate(attainment.value)} of goal`;
  const items: Item[] = [
    { label: "now", figure: now, note: unit, isSigned: false },
    { label: "should be now", figure: shouldBe, note: unit, isSigned: false },
    { label: "gap", figure: gap, note: status, isSigned: true },
    { label: "expected at end", figure: projected, note: share, isSigned: false },
    { label: "goal", figure: goal, note: unit, isSigned: false },
  ];
  const columns = Math.max(1, Math.min(items.length, Math.floor(room / LEAST_COLUMN)));
  const width = room / columns;
  return {
    height: Math.ceil(items.length / columns) * LINE + 6,
    at: (x, y) =>
      items.flatMap((item, index) =>
        itemMarks(item, x + (index % columns) * width, y + Math.floor(index / columns) * LINE, {
          room: width - 12,
          show: item.isSigned ? signed : money,
        }),
      ),
  };
}

function itemMarks(
  { label, figure, note, isSigned }: Item,
  x: number,
  y: number,
  set: { readonly room: number; readonly show: Show },
): Mark[] {
  const isGap = isSigned;
  return [
    nameAt(x, y + 12, label, set.room, { size: 12 }),
    numberAt(x, y + 36, figure, { ...set, size: 22, bold: true, tone: isGap ? "accent" : "ink" }),
    ...(note === "" ? [] : [nameAt(x, y + 52, note, set.room, { size: 12 })]),
  ];
}
