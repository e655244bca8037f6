import { showExact, showRate } from "../../model/display.js";
import { encodeExact, type ExactString } from "../../number/exact-string.js";
import { isNegative, negate } from "../../number/ratio.js";
import { parseQuantity } from "../../schema/quantity.js";
import { styledFigures, styledSentence, type NumberStyle } from "../numbers.js";

/** The one place where a picture's exact numbers become text. */
export interface Figures {
  /** A count or an amount: "10,000", "~66.67". */
  readonly exact: (value: ExactString) => string;
  /** The same with its sign: "+5", "−2.5". */
  readonly signed: (value: ExactString) => string;
  /** An amount of money: with what the style sets around it, else like any other. */
  readonly money: (value: ExactString) => string;
  /** A share: "50%", "~33.33%". */
  readonly rate: (value: ExactString) => string;
  /** A sentence with numbers in it, as English writes them; the names keep every character. */
  readonly sentence: (text: string, names: readonly string[]) => string;
  /** What amounts of money count in, where it must still be said beside them; else null. */
  readonly unit: string | null;
}

/** Makes the figures of a picture in a style; English where none is given. */
export function figuresOf(style: NumberStyle | undefined, currency: string | null): Figures {
  const styled = (text: string) =>
    style === undefined ? text.replace("-", MINUS) : styledFigures(text, style);
  const around = currency === null ? undefined : style?.currency;
  const exact = (value: ExactString) => styled(marked(showExact(value)));
  return {
    exact,
    signed: (value) => {
      const ratio = parseQuantity(value);
      const size = exact(encodeExact(isNegative(ratio) ? negate(ratio) : ratio));
      if (value === "0") return size;
      const sign = isNegative(ratio) ? (style?.minus ?? MINUS) : "+";
      return size.startsWith(ABOUT) ? `${ABOUT}${APART}${sign}${size.slice(ABOUT.length)}` : sign + size;
    },
    rate: (value) => styled(marked(showRate(parseQuantity(value)))),
    sentence: (text, names) =>
      style === undefined ? text : styledSentence(text, style, { names, currency: currency ?? undefined }),
    money: (value) =>
      around === undefined || style === undefined || currency === null
        ? exact(value)
        : styledSentence(`${marked(showExact(value))} ${currency}`, style, { currency }),
    unit: around === undefined ? currency : null,
  };
}

const MINUS = "−";
const ABOUT = "~";
/** "~−5" is hard to tell from two waves. */
const APART = "\u00a0";

/** Pictures have no room for "about". */
function marked(shown: string): string {
  return shown.replace(/^about (?=(-?))/, (_, sign: string) => (sign === "" ? ABOUT : ABOUT + APART));
}
