import type { CalendarPicture, CalendarStage } from "./picture.js";
import type { Drawing, Placed } from "../drawing/drawing.js";
import { countAt, nameAt, type Sheet } from "../drawing/sheet.js";
import { drawingOf, noteOf, roomOf, space, stackOf } from "../drawing/sheet-body.js";
import { textWidth } from "../drawing/text-width.js";
import { monthGrid, type MonthSet } from "./month.js";

const GAP = 22;
/** More months than this are drawn small. */
const MOST_LARGE = 3;
const LARGE = { size: 15, least: 29, most: 60, height: 40, isCompact: false } as const;
const SMALL = { size: 11, least: 19, most: 34, height: 20, isCompact: true } as const;

/** Draws the calendar: each stage with its daily number, then its months side by side. */
export function drawCalendar(picture: CalendarPicture, sheet: Sheet): Drawing {
  const parts = picture.stages.flatMap((stage, index) => [
    ...(index === 0 ? [] : [space(GAP)]),
    ...stageParts(stage, sheet),
  ]);
  return drawingOf(picture.title, parts, sheet);
}

function stageParts(stage: CalendarStage, sheet: Sheet): Placed[] {
  const room = roomOf(sheet);
  const rest =
    stage.monthsLeftOut === 0
      ? []
      : [noteOf(`Work goes on for ${String(stage.monthsLeftOut)} more months, which are not shown.`, room)];
  return [headOf(stage, room, sheet), ...monthRows(stage, room, sheet), ...rest];
}

function headOf({ stage, owner, perDay, total, startBy }: CalendarStage, room: number, sheet: Sheet): Placed {
  const show = sheet.figures.number;
  const lines: Placed[] = [
    { height: 22, at: (x, y) => [nameAt(x, y + 15, stage, room, { size: 15, bold: true, tone: "ink" })] },
    ...(owner === null
      ? []
      : [{ height: 18, at: (x: number, y: number) => [nameAt(x, y + 13, owner, room)] }]),
    ...(perDay === null
      ? []
      : [
          {
            height: 48,
            at: (x: number, y: number) =>
              countAt(x, y + 36, perDay, "a day", { size: 40, bold: true, tone: "accent", show, room }),
          },
        ]),
    {
      height: 20,
      at: (x, y) => countAt(x, y + 13, total, "in all", { bold: true, tone: "ink", show, room }),
    },
    ...(startBy === null
      ? []
      : [
          {
            height: 20,
            at: (x: number, y: number) => [
              nameAt(x, y + 13, `start by ${sheet.figures.format.date(startBy)}`, room),
            ],
          },
        ]),
    space(8),
  ];
  return stackOf(lines);
}

/** The months in rows of as many as have room, each as wide as the widest number asks. */
function monthRows(stage: CalendarStage, room: number, sheet: Sheet): Placed[] {
  const form = stage.months.length > MOST_LARGE ? SMALL : LARGE;
  const counts = stage.months.flatMap(({ days }) => days.flatMap(({ count }) => count ?? []));
  const widest = Math.max(
    0,
    ...counts.map(({ value }) => textWidth(sheet.figures.number(value), form.size, true)),
  );
  // A number may be set a little smaller before it takes a wider day.
  const least = Math.max(form.least, widest * (form.isCompact ? 1 : 0.8) + 6);
  const columns = Math.max(1, Math.min(stage.months.length, Math.floor((room + GAP) / (7 * least + GAP))));
  const cell = Math.min(Math.max(form.most, least), (room - (columns - 1) * GAP) / columns / 7);
  const set: MonthSet = {
    ...form,
    cell,
    startBy: stage.startBy,
    format: sheet.figures.format,
    show: sheet.figures.number,
  };
  const grids = stage.months.map((month) => monthGrid(month, set));
  return Array.from({ length: Math.ceil(grids.length / columns) }, (_, row) => {
    const inRow = grids.slice(row * columns, (row + 1) * columns);
    return {
      height: Math.max(...inRow.map(({ height }) => height)) + (form.isCompact ? 14 : GAP - 4),
      at: (x: number, y: number) =>
        inRow.flatMap((grid, column) => grid.at(x + column * (7 * cell + GAP), y)),
    };
  });
}
