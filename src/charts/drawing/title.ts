import { textAt, type Placed } from "./drawing.js";
import { wrapText } from "./fit-text.js";
import type { Sheet } from "./sheet.js";

const NARROW = 480;

/** The white space around a picture; less of it where there is little room. */
export function marginOf({ width }: Sheet): number {
  return width < NARROW ? 14 : 24;
}

const LINE = 23;
const MOST_LINES = 2;
const SET = { size: 17, bold: true } as const;

/** The title of a picture on one or two lines, with the space below it; nothing where the sheet has none. */
export function titleOf(title: string, sheet: Sheet): Placed {
  if (!sheet.titled) return { height: 0, at: () => [] };
  const room = sheet.width - 2 * marginOf(sheet);
  const lines = wrapText(title, room, SET, MOST_LINES);
  const whole = lines.join(" ") === title ? null : title;
  return {
    height: lines.length * LINE + 13,
    at: (x, y) =>
      lines.map((line, index) => textAt(x, y + 16 + index * LINE, line, { ...SET, tone: "ink", whole })),
  };
}
