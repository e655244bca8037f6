import { visible } from "../../format/visible.js";
import { textWidth } from "./text-width.js";

/** How a text is set: its size, and whether it is bold. */
interface TextSize {
  readonly size: number;
  readonly bold?: boolean | undefined;
}

const ELLIPSIS = "…";

/** A text with what would steer a page made visible, cut to so much room with … where something is missing. */
export function fitText(text: string, room: number, { size, bold = false }: TextSize): string {
  const safe = visible(text);
  if (textWidth(safe, size, bold) <= room) return safe;
  let width = textWidth(ELLIPSIS, size, bold);
  let kept = "";
  for (const character of safe) {
    width += textWidth(character, size, bold);
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
}

/**
 * Breaks a text between words into lines that fit; a word that is longer than a line is cut. Of more than `most` lines the
 * rest is left out, and the last one ends in ….
 */
export function wrapText(text: string, room: number, set: TextSize, most = Infinity): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of visible(text).split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || textWidth(longer, set.size, set.bold) <= room || lines.length + 1 === most)
      line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((each) => fitText(each, room, set));
}
