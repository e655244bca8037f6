import { parseDecimal } from "../number/decimal-text.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { textOf, type Cell } from "./cell.js";

/** The character between whole units and the rest. */
export type DecimalMark = "." | ",";

/**
 * The amounts of one column, with whatever grouping its writer uses: 1,234.50 and 1.234,50, 1,00,000, 1'234 and 1 234. One
 * amount that can only be read one way decides those that could be read both ways (1,234); where none does, a single mark
 * before three digits is grouping, because money has no thousandths.
 */
export class AmountColumn {
  readonly name: string;
  readonly #given: DecimalMark | undefined;
  #proved: DecimalMark | "both" | undefined;

  constructor(name: string, given?: DecimalMark) {
    this.name = name;
    this.#given = given;
  }

  /** Reads a cell and learns from it: digits with their marks. Undefined for an empty cell, null for no amount. */
  read(cell: Cell | undefined): string | undefined | null {
    if (typeof cell === "number") return Number.isFinite(cell) ? `=${cell}` : null;
    const text = textOf(cell);
    if (text === "" || text === "null" || text === "-") return undefined;
    if (/^\d{1,15}$/.test(text)) return text;
    const bare = bareAmount(text);
    if (bare === undefined) return null;
    const mark = markOf(bare);
    if (mark !== undefined && mark !== this.#proved)
      this.#proved = this.#proved === undefined ? mark : "both";
    return bare;
  }

  /** The exact amount of what `read` gave; undefined where the column holds both conventions and this could be either. */
  resolve(bare: string): ExactString | undefined {
    if (bare.startsWith("=")) return exactOf(bare.slice(1));
    const decided = this.#given ?? markOf(bare) ?? this.#proved;
    if (decided === "both" && /[.,]/.test(bare)) return undefined;
    return exactOf(plain(bare, decided === "both" ? undefined : decided));
  }
}

/** The number without signs of currency, spaces and apostrophes; undefined where letters or nothing is left. */
function bareAmount(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const inParentheses = /^\((.*)\)$/.exec(text);
  const kept = (inParentheses?.[1] ?? text)
    .replace(/^[A-Z]{3}\s+|\s+[A-Z]{3}$/i, "")
    .replace(/[\s\u00A0\u202F'’$€£¥₹]/g, "")
    .replace(/^\+/, "");
  if (!/^-?\d[\d.,]*$|^-?[.,]\d+$/.test(kept))
    return /^-?[\d.]+e[+-]?\d+$/i.test(kept) ? `=${kept}` : undefined;
  if (!isWritten(kept)) return undefined;
  return inParentheses === null ? kept : `-${kept}`;
}

/** Currencies by their signs, as far as a file that has several tells them apart. */
const SIGNS: Readonly<Record<string, string>> = {
  $: "USD",
  "\u20AC": "EUR",
  "\u00A3": "GBP",
  "\u00A5": "JPY",
  "\u20B9": "INR",
};

/** The currency that stands beside an amount, as its sign or its code; undefined where none does. */
export function currencyIn(text: string): string | undefined {
  if (/^[\d.,-]*$/.test(text) || text.length > 60) return undefined;
  const sign = /[$\u20AC\u00A3\u00A5\u20B9]/.exec(text)?.[0];
  if (sign !== undefined) return SIGNS[sign];
  const code = /^\(?([A-Z]{3})\s|\s([A-Z]{3})\)?$/.exec(text.trim());
  return code?.[1] ?? code?.[2];
}

/** Whole units in threes, or as in India in twos before the last three; then at most one decimal mark. */
const GROUPED = /^-?(?:\d{1,3}(?:([.,])\d{3})+|\d{1,2}(?:(,)\d{2})+,\d{3})(?:([.,])\d*)?$/;

/** Is this how anyone writes an amount? 1.2.2026 and 10.0.0.1 are dates and addresses. */
function isWritten(kept: string): boolean {
  const marks = kept.length - kept.replace(/[.,]/g, "").length;
  if (marks <= 1) return true;
  const match = GROUPED.exec(kept);
  const [, western, indian, decimal] = match ?? [];
  const grouping = western ?? indian;
  // All groups by one mark, and another for the rest.
  const whole = kept.slice(0, decimal === undefined ? undefined : kept.lastIndexOf(decimal));
  return match !== null && decimal !== grouping && !whole.includes(grouping === "." ? "," : ".");
}

/** The mark that this amount alone proves to be the decimal one. */
function markOf(bare: string): DecimalMark | undefined {
  if (bare.startsWith("=")) return undefined;
  const [dots, commas] = [bare.split(".").length - 1, bare.split(",").length - 1];
  if (dots + commas === 0) return undefined;
  if (dots > 0 && commas > 0) return bare.lastIndexOf(".") > bare.lastIndexOf(",") ? "." : ",";
  const mark = dots > 0 ? "." : ",";
  if (dots + commas > 1) return other(mark);
  const [whole = "", rest = ""] = bare.replace("-", "").split(mark);
  return rest.length !== 3 || whole.length > 3 || whole === "" || whole.startsWith("0") ? mark : undefined;
}

function other(mark: DecimalMark): DecimalMark {
  return mark === "." ? "," : ".";
}

function plain(bare: string, mark: DecimalMark | undefined): string {
  if (mark === undefined) return bare.replace(/[.,]/g, "");
  return bare.replaceAll(other(mark), "").replace(mark, ".");
}

function exactOf(text: string): ExactString | undefined {
  const read = parseDecimal(text.endsWith(".") ? text.slice(0, -1) : text);
  return read === undefined ? undefined : encodeExact(read);
}
