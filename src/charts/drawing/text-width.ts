import { widthOf } from "../../format/width.js";
import { codeOf } from "../../format/code-of.js";

/**
 * Advance widths in parts of the text size, rounded up from DejaVu Sans, the widest of the usual system faces: text that
 * fits in it fits in the others.
 */
const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [0.3, "'IJijl"],
  [0.35, " ,./:;\\|·"],
  [0.4, "()-[]ft"],
  [0.45, "!r"],
  [0.5, '"*_`–'],
  [0.55, "?csz"],
  [0.6, "FLkvxy"],
  [0.65, "$0123456789EPSTYabdeghnopqu{}€£"],
  [0.7, "ABCKRVXZ"],
  [0.75, "NU"],
  [0.8, "&DGHOQ"],
  [0.85, "#+<=>^w~−×÷≈→←"],
  [0.9, "M"],
  [1, "%@Wm…"],
];

const BY_CHARACTER: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([width, characters]) => Array.from(characters, (character) => [character, width] as const)),
);

const BOLD = 1.16;
/** Marks stand on the character before them, but a heap of them takes room. */
const MARK = 0.1;
const LATIN = 0.8;
const OTHER = 1.1;
const WIDE = 1.3;
const LAST_LATIN = 0x180;

/** About how wide a text is when it is drawn, never less than in the usual system faces. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const character of text) width += BY_CHARACTER.get(character) ?? otherWidth(character);
  return width * size * (bold ? BOLD : 1);
}

function otherWidth(character: string): number {
  const cells = widthOf(character);
  if (cells === 0) return MARK;
  if (cells === 2) return WIDE;
  return codeOf(character) < LAST_LATIN ? LATIN : OTHER;
}
