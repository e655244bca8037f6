import { textAt, type Drawing, type Mark, type Placed } from "./drawing.js";
import { wrapText } from "./fit-text.js";
import type { Sheet } from "./sheet.js";
import { marginOf, titleOf } from "./title.js";

/** The room that a picture has between its margins. */
export function roomOf(sheet: Sheet): number {
  return sheet.width - 2 * marginOf(sheet);
}

/** A whole drawing: the title, then its parts from top to bottom. */
export function drawingOf(title: string, parts: readonly Placed[], sheet: Sheet): Drawing {
  const margin = marginOf(sheet);
  const marks: Mark[] = [];
  let top = margin;
  for (const part of [titleOf(title, sheet), ...parts]) {
    marks.push(...part.at(margin, top));
    top += part.height;
  }
  return { width: sheet.width, height: top + margin, marks };
}

/** Parts one below the other as one. */
export function stackOf(lines: readonly Placed[]): Placed {
  return {
    height: lines.reduce((sum, { height }) => sum + height, 0),
    at: (x, y) => {
      let top = y;
      return lines.flatMap((line) => {
        const marks = line.at(x, top);
        top += line.height;
        return marks;
      });
    },
  };
}

/** White space between two parts. */
export function space(height: number): Placed {
  return { height, at: () => [] };
}

const LINE = 18;

/** Sentences below a picture. */
export function noteOf(text: string, room: number): Placed {
  const lines = wrapText(text, room, { size: 13 });
  return {
    height: lines.length * LINE,
    at: (x, y) => lines.map((line, index) => textAt(x, y + 13 + index * LINE, line)),
  };
}
