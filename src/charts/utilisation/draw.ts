import type { Shown } from "../../format/format.js";
import { toNumber } from "../../number/exact-string.js";
import { at } from "../../number/invariant.js";
import type { UtilisationCell, UtilisationPicture, UtilisationRow } from "./picture.js";
import { boxShape, textAt, type Drawing, type Mark, type Placed } from "../drawing/drawing.js";
import type { Tone } from "../drawing/palette.js";
import type { Show } from "../drawing/figures.js";
import { nameAt, numberAt, type Sheet } from "../drawing/sheet.js";
import { drawingOf, noteOf, roomOf, space } from "../drawing/sheet-body.js";
import { textWidth } from "../drawing/text-width.js";

const CELL_HEIGHT = 30;
const SIZE = 12;
const LEAST_CELL = 46;
const MOST_CELL = 84;

/** Draws how full each team is: a row of weeks for each, broken into as many lines as it takes. */
export function drawUtilisation(picture: UtilisationPicture, sheet: Sheet): Drawing {
  const room = roomOf(sheet);
  const shares = picture.rows.flatMap(({ weeks }) => weeks.map((cell) => shownShare(cell, sheet)));
  const widest = Math.max(LEAST_CELL, ...shares.map((text) => textWidth(`${MARK} ${text}`, SIZE, true) + 10));
  const columns = Math.max(1, Math.floor(room / Math.min(widest, room)));
  const most = Math.max(...picture.rows.map(({ weeks }) => weeks.length));
  const cell = Math.min(Math.max(MOST_CELL, widest), room / Math.min(columns, most));
  const parts = picture.rows.flatMap((row, index) => [
    ...(index === 0 ? [] : [space(16)]),
    rowOf(row, Math.max(1, Math.floor(room / cell + 1e-9)), cell, sheet),
  ]);
  const isDated = picture.rows.some(({ weeks }) => weeks.some(({ week }) => week !== UNDATED));
  const cells = isDated ? " Each cell is a week, named by its Monday." : "";
  const legend = noteOf(`${MARK} and a thick frame: more is asked than can be done.${cells}`, room);
  const isOver = picture.rows.some(({ weeks }) => weeks.some((week) => week.isOver));
  return drawingOf(picture.title, [...parts, ...(isOver ? [space(12), legend] : [])], sheet);
}

const MARK = "▲";
/** What stands for the week where the period has no dates. */
const UNDATED = "period";

function rowOf({ team, of, weeks }: UtilisationRow, columns: number, cell: number, sheet: Sheet): Placed {
  const lines = Math.ceil(weeks.length / columns);
  const line = CELL_HEIGHT + 24;
  const room = roomOf(sheet);
  return {
    height: 26 + lines * line,
    at: (x, y) => [
      nameAt(x, y + 15, team, room * 0.55, { size: 15, bold: true, tone: "ink" }),
      nameAt(x + room, y + 15, of, room * 0.4, { anchor: "end" }),
      ...weeks.flatMap((week, index) => {
        const top = y + 26 + Math.floor(index / columns) * line;
        return cellMarks(week, x + (index % columns) * cell, top, cell, sheet);
      }),
    ],
  };
}

function cellMarks(week: UtilisationCell, x: number, y: number, width: number, sheet: Sheet): Mark[] {
  const { isOver, share, demand, capacity } = week;
  const box = { x: x + 1.5, y: y + 16, width: width - 3, height: CELL_HEIGHT };
  const edge = isOver ? ({ stroke: "bad", strokeWidth: 2.5 } as const) : {};
  const { number: exact, format } = sheet.figures;
  const whole = `${format.date(week.week)}: ${exact(demand.value)} of ${exact(capacity.value)}`;
  const middle = x + width / 2;
  const set = { anchor: "middle", bold: true, size: SIZE, tone: isOver ? "bad" : "ink" } as const;
  // Where there is no room, a part of the share is shown.
  const { rate } = sheet.figures;
  const marked = (text: string) => (isOver ? `${MARK} ${text}` : text);
  const show: Show =
    share === null
      ? () => marked(shownShare(week, sheet))
      : Object.assign((value: Shown) => marked(rate(value)), { exactly: rate.exactly });
  const place = [middle, y + 16 + CELL_HEIGHT / 2 + 4.5] as const;
  const number = numberAt(...place, share ?? demand, { ...set, room: width - 8, show });
  return [
    textAt(middle, y + 11, week.week === UNDATED ? UNDATED : format.day(week.week), {
      size: 10.5,
      anchor: "middle",
    }),
    boxShape(box, 4, { fill: isOver ? "paper" : heat(week), ...edge, whole }),
    number,
  ];
}

const HEAT: readonly Tone[] = ["card", "heat1", "heat2", "heat3"];

/** How deep the colour is: four steps up to 100%. */
function heat({ share }: UtilisationCell): Tone {
  const quarters = share === null ? 0 : Math.floor(toNumber(share.value) * 4);
  return at(HEAT, Math.min(HEAT.length - 1, quarters));
}

/** The share, or a word where nothing can be done. */
function shownShare({ share, demand }: UtilisationCell, { figures }: Sheet): string {
  if (share === null) return demand.value === "0" ? "–" : "none";
  return figures.rate(share.value);
}
