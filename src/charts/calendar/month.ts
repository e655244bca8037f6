import type { Format } from "../../format/format.js";
import type { Show } from "../drawing/figures.js";
import { weekday } from "../../calendar/day.js";
import { at } from "../../number/invariant.js";
import { parseWrittenDay } from "../../plan/dates.js";
import type { PictureDay, PictureMonth } from "./picture.js";
import { boxShape, textAt, type Mark, type Placed } from "../drawing/drawing.js";
import { numberAt } from "../drawing/sheet.js";

/** How a month is set. */
export interface MonthSet {
  /** The width of one day. */
  readonly cell: number;
  /** The height of one week. */
  readonly height: number;
  /** The size of the day's number. */
  readonly size: number;
  /** Whether there is no room for the date. */
  readonly isCompact: boolean;
  readonly startBy: string | null;
  readonly format: Format;
  readonly show: Show;
}

const WEEKDAYS = "Mo Tu We Th Fr Sa Su".split(" ");
const HEAD = 44;

/** One month as a grid of weeks, Monday first; only days with work to start carry a number. */
export function monthGrid({ month, days }: PictureMonth, set: MonthSet): Placed {
  const lead = weekday(parseWrittenDay(at(days, 0).on));
  const rows = Math.ceil((lead + days.length) / 7);
  const name = set.format.month(month);
  return {
    height: HEAD + rows * set.height,
    at: (x, y) => [
      textAt(x, y + 14, name, { bold: true, tone: "ink" }),
      ...WEEKDAYS.map((day, column) =>
        textAt(x + (column + 0.5) * set.cell, y + HEAD - 7, set.cell < 24 ? day.slice(0, 1) : day, {
          size: 10.5,
          anchor: "middle",
        }),
      ),
      ...days.flatMap((day, index) => {
        const place = lead + index;
        return dayMarks(day, x + (place % 7) * set.cell, y + HEAD + Math.floor(place / 7) * set.height, set);
      }),
    ],
  };
}

function dayMarks({ on, isWorking, count }: PictureDay, x: number, y: number, set: MonthSet): Mark[] {
  const { cell, height, size, isCompact, startBy, show } = set;
  const box = { x: x + 1, y: y + 1, width: cell - 2, height: height - 2 };
  const isLast = on === startBy;
  const look = count === null ? ({ fill: "card" } as const) : ({ fill: "heat1" } as const);
  const edge = isLast ? ({ stroke: "accent", strokeWidth: 2 } as const) : {};
  const frame = isWorking ? [boxShape(box, 4, { ...look, ...edge })] : [];
  const date = isCompact ? [] : [textAt(x + 5, y + 13, String(Number(on.slice(8))), { size: 10 })];
  if (count === null) return [...frame, ...date];
  const base = isCompact ? y + height / 2 + size * 0.36 : y + height - 8;
  const number = numberAt(x + cell / 2, base, count, {
    ...{ anchor: "middle", size, bold: true, tone: "ink", show, room: cell - 4 },
  });
  return [...frame, ...date, number];
}
