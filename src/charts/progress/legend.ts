import { at } from "../../number/invariant.js";
import { shape, textAt, type Mark, type Placed, type ShapeSet } from "../drawing/drawing.js";
import { px } from "../drawing/element.js";
import { textWidth } from "../drawing/text-width.js";

const ITEMS: readonly (readonly [words: string, set: ShapeSet])[] = [
  ["plan", { stroke: "quiet", strokeWidth: 2 }],
  ["actual", { stroke: "accent", strokeWidth: 3.5 }],
  ["expected", { stroke: "accent", strokeWidth: 2, dashed: true }],
  ["goal", { stroke: "quiet", dashed: true }],
];

const STROKE = 26;
const LINE = 20;

/** Which line is which, in as many lines as it takes. */
export function legendOf(room: number): Placed {
  const places: { readonly left: number; readonly line: number }[] = [];
  let [left, line] = [0, 0];
  for (const [words] of ITEMS) {
    const width = STROKE + 6 + textWidth(words, 12) + 18;
    if (left > 0 && left + width - 18 > room) [left, line] = [0, line + 1];
    places.push({ left, line });
    left += width;
  }
  return {
    height: (line + 1) * LINE,
    at: (x, y) =>
      ITEMS.flatMap(([words, set], index): Mark[] => {
        const { left: from, line: row } = at(places, index);
        const middle = y + row * LINE + LINE / 2;
        return [
          shape(`M${px(x + from)} ${px(middle)}h${px(STROKE)}`, set),
          textAt(x + from + STROKE + 6, middle + 4, words, { size: 12 }),
        ];
      }),
  };
}
