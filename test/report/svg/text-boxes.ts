import type { Drawing, TextMark } from "../../../src/charts/drawing/drawing.js";
import { textWidth } from "../../../src/charts/drawing/text-width.js";

interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Letters stand so far above and below their base line, in parts of the text size; DejaVu's are among the tallest. */
const ABOVE = 0.76;
const BELOW = 0.2;
/** What is rounded away when numbers are written. */
const TOLERANCE = 0.05;

function boxOf({ x, y, size, text, anchor, bold }: TextMark): TextBox {
  const width = textWidth(text, size, bold);
  const left = anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width;
  return { text, left, right: left + width, top: y - ABOVE * size, bottom: y + BELOW * size };
}

/** What is wrong with a drawing's texts: those that lie on one another, and those that leave the sheet. */
export function textFaults({ marks, width, height }: Drawing): string[] {
  const boxes = marks.flatMap((mark) => (mark.kind === "text" ? [boxOf(mark)] : []));
  const cut = boxes.filter(
    ({ left, right, top, bottom }) =>
      left < -TOLERANCE || right > width + TOLERANCE || top < 0 || bottom > height + TOLERANCE,
  );
  const overlaps = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => overlap(one, other))
      .map((other) => `"${one.text}" lies on "${other.text}"`),
  );
  return [...cut.map(({ text }) => `"${text}" is cut`), ...overlaps];
}

function overlap(one: TextBox, other: TextBox): boolean {
  return (
    one.left < other.right - TOLERANCE &&
    other.left < one.right - TOLERANCE &&
    one.top < other.bottom - TOLERANCE &&
    other.top < one.bottom - TOLERANCE
  );
}
