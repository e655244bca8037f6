import { piecesOf, widthOf } from "./width.js";

/** Numbers, dates, ranges of dates: figures with the signs that stand in them, and nothing that could be a name. */
const FIGURE = /^[^\p{L}]*\p{N}[^\p{L}]*$/u;

/** Whether a word says a number or a date, which is never cut. */
export function isFigure(word: string): boolean {
  return FIGURE.test(word);
}

/**
 * Breaks a text between words into lines of at most so many cells. A word that is longer is broken itself, but for numbers
 * and dates: such a word gets a line of its own, however long.
 */
export function wrap(text: string, cells: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => broken(one, cells))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > cells) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function broken(word: string, cells: number): readonly string[] {
  return widthOf(word) <= cells || isFigure(word) ? [word] : piecesOf(word, cells);
}

/** The cells that a text cannot do with less of without breaking words of at most so many cells, numbers or dates. */
export function leastWidth(text: string, longest: number): number {
  return text
    .split(" ")
    .reduce(
      (least, word) => Math.max(least, isFigure(word) ? widthOf(word) : Math.min(widthOf(word), longest)),
      1,
    );
}
