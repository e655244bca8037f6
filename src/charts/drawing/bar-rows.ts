import type { Ratio } from "../../number/ratio.js";
import { boxShape, shape, textAt, type Mark, type Placed, type TextMark } from "./drawing.js";
import type { PictureNumber } from "../picture-number.js";
import { wrapText } from "./fit-text.js";
import { nameAt } from "./sheet.js";
import { visible } from "../../format/visible.js";
import { px } from "./element.js";
import { exactScale, type ExactScale, type Extent } from "./exact-scale.js";
import { textWidth } from "./text-width.js";
import type { Tone } from "./palette.js";

/** One line of a bar chart: its label, the bar between two values, and the number that stands at the right. */
export interface BarRow {
  readonly label: string;
  /** A second, quiet line below the label. */
  readonly note: string | null;
  readonly from: Ratio;
  readonly to: Ratio;
  readonly fill: Tone;
  /** An outline, so that the bar can be told from the others without colours. */
  readonly outlined: boolean;
  readonly figure: PictureNumber;
  /** The number as text. */
  readonly shown: string;
  /** The same, not rounded. */
  readonly exact: string;
  readonly bold: boolean;
}

/** How rows of bars are laid out. */
interface BarRowsSet {
  readonly room: number;
  /** The values at the left and right end of the bars' room. */
  readonly domain: Extent;
  /** Where a line is drawn from top to bottom; null for none. */
  readonly zero: Ratio | null;
  /** Whether each bar is joined to the next where it ends. */
  readonly joined: boolean;
}

const WIDE = 520;
const BAR = 20;
const ROW = 34;
const ROW_NARROW = 50;
const SIZE = 13;

/** Bars one below the other: labels at the left where there is room, else above each bar; numbers at the right. */
export function barRows(rows: readonly BarRow[], { room, domain, zero, joined }: BarRowsSet): Placed {
  const isWide = room >= WIDE || isShort(rows, room);
  const label = isWide ? Math.min(room * 0.46, widest(rows.map((row) => row.label)) + 16) : 0;
  const number = Math.min(room * 0.4, widest(rows.map((row) => row.shown)) + 12);
  const scale = exactScale(domain, [label, room - number]);
  const step = (row: BarRow) => (isWide ? ROW : ROW_NARROW) + (row.note === null || !isWide ? 0 : 12);
  const height = rows.reduce((sum, row) => sum + step(row), 0);
  return {
    height,
    at: (x, y) => {
      const marks: Mark[] = zero === null ? [] : [upright(x + scale(zero), y - 2, y + height)];
      let top = y;
      rows.forEach((row, index) => {
        const base = top + (isWide ? step(row) / 2 : ROW_NARROW - BAR / 2 - 6);
        const next = rows[index + 1];
        if (joined && next !== undefined)
          marks.push(upright(x + scale(row.to), base, base + (isWide ? ROW : ROW_NARROW)));
        marks.push(...rowMarks(row, x, top, base, { room, label, number, isWide, scale }));
        top += step(row);
      });
      return marks;
    },
  };
}

/** Whether labels and numbers leave the bars two fifths of a narrow room. */
function isShort(rows: readonly BarRow[], room: number): boolean {
  const texts = widest(rows.map((row) => row.label)) + widest(rows.map((row) => row.shown));
  return rows.every(({ note }) => note === null) && texts + 28 <= room * 0.6;
}

interface RowLay {
  readonly room: number;
  readonly label: number;
  readonly number: number;
  readonly isWide: boolean;
  readonly scale: ExactScale;
}

function rowMarks(row: BarRow, x: number, top: number, middle: number, lay: RowLay): Mark[] {
  const { room, number, scale } = lay;
  const ends = [scale(row.from), scale(row.to)];
  const [left, right] = [Math.min(...ends), Math.max(...ends)];
  const box = { x: x + left, y: middle - BAR / 2, width: right - left, height: BAR };
  const outline = row.outlined ? ({ stroke: "bad", strokeWidth: 1.5 } as const) : {};
  return [
    boxShape(box, 0, { fill: row.fill, ...outline, figure: row.figure }),
    ...labelMarks(row, x, top, middle, lay),
    numberOf(row, x + room, middle + 4.5, number - 8),
  ];
}

/** The label with its note below it at the left of the bar, or both above the bar. */
function labelMarks(row: BarRow, x: number, top: number, middle: number, lay: RowLay): Mark[] {
  const { label: text, note, bold } = row;
  const set = { tone: "ink", bold, halo: !lay.isWide } as const;
  if (!lay.isWide) return [nameAt(x, top + 15, note === null ? text : `${text}, ${note}`, lay.room, set)];
  const room = lay.label - 12;
  if (note === null) return linesAt(x, middle, text, room, bold);
  return [nameAt(x, middle - 3, text, room, set), nameAt(x, middle + 14, note, room, { size: 12 })];
}

/** A label on one line, or on two around the middle of its row. */
function linesAt(x: number, middle: number, text: string, room: number, bold: boolean): Mark[] {
  const lines = wrapText(text, room, { size: SIZE, bold }, 2);
  const whole = lines.join(" ") === visible(text) ? null : text;
  const first = lines.length === 1 ? middle + 4.5 : middle - 3;
  return lines.map((line, index) => textAt(x, first + index * 15.5, line, { tone: "ink", bold, whole }));
}

function numberOf({ shown, exact, figure }: BarRow, x: number, y: number, room: number): TextMark {
  const size = Math.min(SIZE, Math.floor((SIZE * room * 2) / textWidth(shown, SIZE, true)) / 2);
  return textAt(x, y, shown, {
    anchor: "end",
    bold: true,
    size,
    tone: "ink",
    figure,
    whole: exact === shown ? null : exact,
  });
}

function upright(x: number, top: number, bottom: number): Mark {
  return shape(`M${px(x)} ${px(top)}V${px(bottom)}`, { stroke: "line" });
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, SIZE, true)));
}
