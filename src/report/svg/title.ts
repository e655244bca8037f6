import type { Mark } from "./drawing.js";
import { nameAt, type Sheet } from "./sheet.js";

const NARROW = 480;

/** The white space around a picture; less of it where there is little room. */
export function marginOf({ width }: Sheet): number {
  return width < NARROW ? 14 : 24;
}

/** What a title takes at the top, with the space below it. */
export const TITLE_HEIGHT = 36;

/** The title of a picture, at its top left. */
export function titleMarks(title: string, sheet: Sheet): Mark[] {
  const margin = marginOf(sheet);
  return [
    nameAt(margin, margin + 16, title, sheet.width - 2 * margin, { size: 17, bold: true, tone: "ink" }),
  ];
}
