import { piecesOf, widthOf } from "../../format/width.js";

/** Numbers, dates, ranges of dates: figures with the signs that stand in them, and nothing that could be a name. */
const FIGURE = /^[^\p{L}]*\p{N}[^\p{L}]*$/u;

/** A date as it is read: "Fri 31 Jul 2026", "Fri, Jul 31". */
const DATE =
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:\d{1,2} [A-Z][a-z]{2}|[A-Z][a-z]{2} \d{1,2})(?:,? \d{4})?\b/g;

/** The words of a text; a date is one word. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let at = 0;
  for (const { 0: date, index } of text.matchAll(DATE)) {
    words.push(...text.slice(at, index).split(" "));
    words.push((words.pop() ?? "") + date);
    at = index + date.length;
    const rest = /^\S*/.exec(text.slice(at))?.[0] ?? "";
    words.push((words.pop() ?? "") + rest);
    at += rest.length + 1;
    if (at > text.length) return words;
  }
  return [...words, ...text.slice(at).split(" ")];
}

/** Whether a word says a number or a date, which is never cut. */
function isFigure(word: string): boolean {
  return FIGURE.test(word) || word.match(DATE) !== null;
}

/**
 * Breaks a text between words into lines of at most so many cells. A word that is longer is broken itself, but for numbers
 * and dates: such a word gets a line of its own, however long.
 */
export function wrap(text: string, cells: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of wordsOf(text).flatMap((one) => broken(one, cells))) {
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
  return wordsOf(text).reduce(
    (least, word) => Math.max(least, isFigure(word) ? widthOf(word) : Math.min(widthOf(word), longest)),
    1,
  );
}
