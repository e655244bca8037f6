import { floor } from "../../number/ceiling.js";
import { decodeExact } from "../../number/exact-string.js";
import { divide, isNegative, multiply, negate, ratio, type Ratio } from "../../number/ratio.js";
import type { PictureNumber } from "../picture-number.js";
import { textAt, type Mark, type TextMark, type TextSet } from "./drawing.js";
import type { Figures, Show } from "./figures.js";
import { fitText } from "./fit-text.js";
import { textWidth } from "./text-width.js";
import { visible } from "../../format/visible.js";

/** What every drawing is drawn on: so many pixels wide, with its title or without, with one way to write numbers. */
export interface Sheet {
  readonly width: number;
  readonly titled: boolean;
  /** Whether the figures above a picture of progress are drawn; they stand elsewhere on some pages. */
  readonly headed: boolean;
  readonly figures: Figures;
}

/** A text that may be a name: cut to the room there is, whole in its tooltip. */
export function nameAt(x: number, y: number, text: string, room: number, set: TextSet = {}): TextMark {
  const { size = 13, bold = false } = set;
  const shown = fitText(text, room, { size, bold });
  return textAt(x, y, shown, { ...set, whole: shown === visible(text) ? null : text });
}

/** A number must be read whole: it is set smaller where it does not fit, down to this size. */
const LEAST_SIZE = 10;

/** How a number is written: with its room, and as a count, a rate or otherwise. */
interface NumberSet extends TextSet {
  readonly room: number;
  readonly show: Show;
}

/** A number with the path that explains it; smaller, and at last in powers of ten, where there is little room. */
export function numberAt(
  x: number,
  y: number,
  figure: PictureNumber,
  { room, show, ...set }: NumberSet,
): TextMark {
  const { size = 13, bold = false } = set;
  const whole = show(figure.value);
  const exact = show.exactly?.(figure.value) ?? whole;
  const fitting = size * (room / textWidth(whole, size, bold));
  if (fitting >= Math.min(size, LEAST_SIZE))
    return textAt(x, y, whole, {
      ...{ ...set, figure, whole: exact === whole ? null : exact },
      size: Math.min(size, Math.floor(fitting * 2) / 2),
    });
  const short = inPowers(decodeExact(figure.value), show);
  const smaller = Math.max(
    1,
    Math.min(size, Math.floor(size * (room / textWidth(short, size, bold)) * 2) / 2),
  );
  return textAt(x, y, short, { ...set, figure, whole: exact, size: smaller });
}

/** "9,007,199,254,740,991" as "9.0×10^15"; what is below a thousand stays. */
function inPowers(value: Ratio, show: Show): string {
  const power = String(floor(isNegative(value) ? negate(value) : value)).length - 1;
  if (power < 3) return show(value);
  const thousandths = floor(divide(multiply(value, ratio(1000n)), ratio(10n ** BigInt(power))));
  return `${show(ratio(BigInt(thousandths), 1000n))}×10^${String(power)}`;
}

/** A number may take this share of its room from the words after it. */
const NUMBER_SHARE = 0.45;

/** A number with words after it: "30" and "in all", as two texts of which the first can be explained. */
export function countAt(x: number, y: number, figure: PictureNumber, words: string, set: NumberSet): Mark[] {
  const { room, ...look } = set;
  const { size = 13, bold = false } = look;
  const gap = textWidth(" ", Math.min(size, 20));
  const left = room - gap - textWidth(words, 13);
  const number = numberAt(x, y, figure, { ...look, room: Math.max(left, room * NUMBER_SHARE) });
  const end = textWidth(number.text, number.size, bold) + gap;
  return [number, nameAt(x + end, y, words, room - end)];
}
