import { decodeExact } from "../../number/exact-string.js";
import { ONE, ZERO, type Ratio } from "../../number/ratio.js";
import {
  boxShape,
  shape,
  textAt,
  type Box,
  type Drawing,
  type Mark,
  type Placed,
} from "../drawing/drawing.js";
import { px } from "../drawing/element.js";
import { exactScale, extentOf, type ExactScale } from "../drawing/exact-scale.js";
import type { Figures } from "../drawing/figures.js";
import { countAt, numberAt, type Sheet } from "../drawing/sheet.js";
import { drawingOf, noteOf, roomOf, space } from "../drawing/sheet-body.js";
import { textWidth } from "../drawing/text-width.js";
import type { PictureNumber } from "../picture-number.js";
import { roundTicks } from "../drawing/round-ticks.js";
import { amountAxis, amountRoom } from "../progress/axes.js";
import type { BacktestBar, BacktestPicture } from "./picture.js";

const LEGEND =
  "Bars: the range that was forecast from what was known the day before. Dots: the wins that came; open ones lie outside.";

/** Draws the forecasts of the past: how many ranges held, then a bar for each range with a dot for what came. */
export function drawBacktest(picture: BacktestPicture, sheet: Sheet): Drawing {
  const { figures } = sheet;
  const room = roomOf(sheet);
  const { held, bars, level, per } = picture;
  const words = `of ${figures.format.plural(bars.length, per)} ended within the ${figures.rate(level.value)} range`;
  const look = { tone: "ink", bold: true, size: 24, show: figures.number, room } as const;
  return drawingOf(
    picture.title,
    [
      { height: 46, at: (x, y) => countAt(x, y + 24, held, words, look) },
      chartOf(picture, room, sheet),
      space(10),
      noteOf(LEGEND, room),
    ],
    sheet,
  );
}

function chartOf(picture: BacktestPicture, room: number, sheet: Sheet): Placed {
  const height = Math.min(300, Math.max(190, room * 0.42));
  return { height: height + 24, at: (x, y) => chartMarks(picture, { x, y, width: room, height }, sheet) };
}

function chartMarks({ bars, per }: BacktestPicture, box: Box, { figures }: Sheet): Mark[] {
  const domain = extentOf(ZERO, ONE, ...bars.flatMap(({ high, won }) => [valueOf(high), valueOf(won)]));
  const ticks = roundTicks(domain, 5);
  const bottom = box.y + box.height;
  const y = exactScale(domain, [bottom, box.y + 18]);
  const [left, right] = [box.x + amountRoom(ticks, figures), box.x + box.width];
  const step = (right - left) / bars.length;
  const plot = { y, step };
  return [
    ...amountAxis(ticks, { left, right, y, figures }),
    ...bars.flatMap((bar, index) => barMarks(bar, left + (index + 0.5) * step, plot, figures)),
    ...nameMarks(bars, per, { left, step, y: bottom + 18, figures }),
  ];
}

function valueOf({ value }: PictureNumber): Ratio {
  return decodeExact(value);
}

interface Plot {
  readonly y: ExactScale;
  /** The room of one bar. */
  readonly step: number;
}

const RADIUS = 4;

function barMarks(
  { low, high, won, held }: BacktestBar,
  x: number,
  { y, step }: Plot,
  figures: Figures,
): Mark[] {
  const width = Math.min(26, Math.max(6, step * 0.55));
  const [top, end, middle] = [y(valueOf(high)), y(valueOf(low)), y(valueOf(won))];
  const box = { x: x - width / 2, y: top, width, height: Math.max(1, end - top) };
  const dot = `M${px(x - RADIUS)} ${px(middle)}a${RADIUS} ${RADIUS} 0 1 0 ${2 * RADIUS} 0a${RADIUS} ${RADIUS} 0 1 0 ${-2 * RADIUS} 0z`;
  const look = held
    ? ({ fill: "accent", stroke: "paper" } as const)
    : ({ fill: "paper", stroke: "bad", strokeWidth: 2 } as const);
  const range = `${figures.number(low.value)} to ${figures.number(high.value)}`;
  const label = numberAt(x, Math.min(top, middle) - 7, won, {
    room: Math.max(10, step - 2),
    show: figures.number,
    size: 11,
    anchor: "middle",
    bold: !held,
    tone: held ? "quiet" : "bad",
  });
  return [boxShape(box, 3, { fill: "heat2", whole: range }), shape(dot, { ...look, whole: range }), label];
}

/** The names of the periods, as many as have room. */
function nameMarks(
  bars: readonly BacktestBar[],
  per: BacktestPicture["per"],
  place: { readonly left: number; readonly step: number; readonly y: number; readonly figures: Figures },
): Mark[] {
  const { left, step, y, figures } = place;
  const name = ({ from }: BacktestBar) =>
    per === "month" ? monthName(from, figures) : figures.format.day(from);
  const widest = Math.max(...bars.map((bar) => textWidth(name(bar), 11)));
  const every = Math.max(1, Math.ceil((widest + 8) / step));
  return bars.flatMap((bar, index) =>
    index % every === 0
      ? [textAt(left + (index + 0.5) * step, y, name(bar), { size: 11, anchor: "middle" })]
      : [],
  );
}

/** "Mar", and with a January its year. */
function monthName(from: string, { format }: Figures): string {
  const isFirst = from.slice(5, 7) === "01";
  const month = format.day(from).replace(/[0-9. ]+/g, "");
  return isFirst ? `${month} ${from.slice(2, 4)}` : month;
}
