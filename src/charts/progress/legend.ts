import { at } from "../../number/invariant.js";
import { boxShape, shape, textAt, type Mark, type Placed, type ShapeSet } from "../drawing/drawing.js";
import { px } from "../drawing/element.js";
import { textWidth } from "../drawing/text-width.js";

const LINES: readonly (readonly [words: string, set: ShapeSet])[] = [
  ["plan", { stroke: "quiet", strokeWidth: 2 }],
  ["actual", { stroke: "accent", strokeWidth: 3.5 }],
  ["expected", { stroke: "accent", strokeWidth: 2, dashed: true }],
  ["goal", { stroke: "quiet", dashed: true }],
];

/** How the band of most cases is filled; its edges are seen in grey, too. */
export const BAND: ShapeSet = { fill: "heat1", stroke: "accent", strokeWidth: 1 };

const STROKE = 26;
const LINE = 20;

/** Which line is which, and what the band is where there is one, in as many lines as it takes. */
export function legendOf(room: number, band: string | null): Placed {
  const items = band === null ? LINES : [...LINES, [band, BAND] as const];
  const places: { readonly left: number; readonly line: number }[] = [];
  let [left, line] = [0, 0];
  for (const [words] of items) {
    const width = STROKE + 6 + textWidth(words, 12) + 18;
    if (left > 0 && left + width - 18 > room) [left, line] = [0, line + 1];
    places.push({ left, line });
    left += width;
  }
  return {
    height: (line + 1) * LINE,
    at: (x, y) =>
      items.flatMap(([words, set], index): Mark[] => {
        const { left: from, line: row } = at(places, index);
        const middle = y + row * LINE + LINE / 2;
        return [
          swatch(x + from, middle, set),
          textAt(x + from + STROKE + 6, middle + 4, words, { size: 12 }),
        ];
      }),
  };
}

/** A stretch of a line, or of the band. */
function swatch(x: number, middle: number, set: ShapeSet): Mark {
  return set === BAND
    ? boxShape({ x, y: middle - 6, width: STROKE, height: 12 }, 0, set)
    : shape(`M${px(x)} ${px(middle)}h${px(STROKE)}`, set);
}
