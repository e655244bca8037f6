import { parseDecimal } from "../number/decimal-text.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { compare, divide, isNegative, ONE, ratio, type Ratio } from "../number/ratio.js";
import { textOf, type Cell } from "./cell.js";

const HUNDRED = ratio(100);

/** The probabilities of one column: 0 to 1, or 0 to 100 as soon as one of them exceeds 1 or carries a percent sign. */
export class ShareColumn {
  #percent: boolean;
  readonly #fixed: boolean;

  constructor(given?: "share" | "percent") {
    this.#fixed = given !== undefined;
    this.#percent = given === "percent";
  }

  /** Reads a cell and learns from it; undefined for what is no probability. */
  read(cell: Cell | undefined): string | undefined {
    const shown = textOf(cell);
    const text = (shown.endsWith("%") ? shown.slice(0, -1).trimEnd() : shown).replace(",", ".");
    const value = parseDecimal(text);
    if (value === undefined || isNegative(value)) return undefined;
    const signed = shown.endsWith("%");
    if (signed || (!this.#fixed && compare(value, ONE) > 0)) this.#percent = true;
    return text;
  }

  /** The exact probability, from 0 to 1; undefined for one beyond. */
  resolve(text: string): ExactString | undefined {
    const value: Ratio = parseDecimal(text) ?? ONE;
    const share = this.#percent ? divide(value, HUNDRED) : value;
    return compare(share, ONE) > 0 ? undefined : encodeExact(share);
  }
}
