import { codeOf } from "./code-of.js";
/**
 * Code points beside emoji that a terminal draws two cells wide: East Asian scripts and full-width forms (Unicode's
 * EastAsianWidth W and F; gaps that no character stands in are bridged).
 */
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18aff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

/**
 * What is drawn in one place: a flag of two letters, or a character with the marks, vowels and skin tones that stand on it,
 * and whatever is joined to it.
 */
const GRAPHEME =
  /(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}\p{Emoji_Modifier}?|.)(?:[\p{M}\u1160-\u11FF\uD7B0-\uD7FF]|\u200D(?:\p{Extended_Pictographic}\p{Emoji_Modifier}?)?)*/gsu;

const NARROW = /^[\x20-\x7E]*$/;
/** A mark or a joiner that stands on nothing takes no place. */
const MARK = /^[\p{M}\u200D\u1160-\u11FF\uD7B0-\uD7FF]/u;
/** Emoji by themselves; by a selector, a skin tone or what is joined to them; and flags. */
const EMOJI =
  /^(?:\p{Emoji_Presentation}|\p{Emoji}.*\uFE0F|\p{Emoji}.*\p{Emoji_Modifier}|\p{Emoji}.*\u200D)/su;

/** The parts of a text that are drawn in one place each, from left to right. */
function graphemesOf(text: string): readonly string[] {
  return text.match(GRAPHEME) ?? [];
}

/** How many cells of a terminal a text takes. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  return graphemesOf(text).reduce((width, grapheme) => width + cellsOf(grapheme), 0);
}

function cellsOf(grapheme: string): number {
  const code = codeOf(grapheme);
  if (grapheme.length === 1 && code < 0x300) return 1;
  if (MARK.test(grapheme)) return 0;
  if (/^\p{Regional_Indicator}/u.test(grapheme)) return grapheme.length > 2 ? 2 : 1;
  return EMOJI.test(grapheme) || WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** Breaks a text into pieces of at most so many cells (at least 2), never inside what is drawn in one place. */
export function piecesOf(text: string, cells: number): readonly string[] {
  const pieces: string[] = [];
  let [piece, width] = ["", 0];
  for (const grapheme of graphemesOf(text)) {
    const more = cellsOf(grapheme);
    if (width + more > cells && piece !== "") {
      pieces.push(piece);
      [piece, width] = ["", 0];
    }
    piece += grapheme;
    width += more;
  }
  return [...pieces, piece];
}

/** Fills a text with spaces to so many cells, after it or before it. */
export function padTo(text: string, cells: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, cells - widthOf(text)));
  return align === "left" ? text + space : space + text;
}
