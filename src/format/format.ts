import { encodeExact, parseExact, type ExactString } from "../number/exact-string.js";
import {
  compare,
  isNegative,
  isPositive,
  isZero,
  multiply,
  ratio,
  sum,
  type Ratio,
} from "../number/ratio.js";
import { dateRangeText, dateText, dayText, monthText } from "./dates.js";
import { ENGLISH, numerals, punctuated, withSign, type NumberStyle } from "./number-style.js";
import { partsTo } from "./parts.js";
import { pluralOf } from "./plural.js";
import {
  exactPlaces,
  notWhole,
  readable,
  readableMoney,
  readableShare,
  sizeOf,
  toPlaces,
  type Digits,
} from "./rounding.js";
import { at } from "../number/invariant.js";

/** A quantity that is to be shown: a ratio, an exact text of an answer, or a whole number. */
export type Shown = Ratio | ExactString | number | bigint;

/** What decides how figures are shown beside the reader's punctuation; a plan says most of it. */
export interface FormatFacts {
  /** The ISO 4217 code of its amounts of money; null where none is known. */
  readonly currency: string | null;
  /** Whether its amounts of money are written with cents. */
  readonly hasCents: boolean;
  /** The year that all is about, which dates leave out; null where there are several, or none. */
  readonly year: number | null;
  /** Whether nothing is rounded: "200/3" instead of "66.7". */
  readonly exact: boolean;
}

/**
 * How every figure is written, in texts, tables, pictures and pages: handed to whatever makes text, and asked for each number
 * once. Numbers come in exact and are rounded here alone, to be read:
 *
 * - what a user wrote (`written`, `writtenRate`) stays as it was written;
 * - counts (`number`): whole ones whole; others to one decimal from 1 to 100, to none above, to two digits below 1;
 * - money (`amount`, `money`): whole from 10 on, unless the plan has cents;
 * - shares (`rate`): whole per cent, one decimal below 10%, and never 0% or 100% that is not exact;
 * - parts (`parts`) so that they add up to their rounded total.
 */
export interface Format extends FormatFacts {
  /** The punctuation. */
  readonly style: NumberStyle;
  /** A count, or any figure that is no money: "66.7", "1,234". */
  readonly number: (value: Shown) => string;
  /** A figure that is rounded up afterwards: with a decimal more where it would read as whole, "117.4". */
  readonly precise: (value: Shown) => string;
  /** The same with its sign: "+5", "−2.5". */
  readonly signed: (value: Shown) => string;
  /** An amount of money with its sign, without its currency: "+1,200". */
  readonly signedAmount: (value: Shown) => string;
  /** An amount of money without its currency, for a column: "10,000". */
  readonly amount: (value: Shown) => string;
  /** An amount of money: "10,000 USD", "$10,000". */
  readonly money: (value: Shown) => string;
  /** A share: "33%", "9.5%", "under 0.1%". */
  readonly rate: (value: Shown) => string;
  /** A quantity as its user wrote it: all decimals. */
  readonly written: (value: Shown) => string;
  /** An amount of money as its user wrote it. */
  readonly writtenMoney: (value: Shown) => string;
  /** A rate as its user wrote it: "12.5%", "1/3". */
  readonly writtenRate: (value: Shown) => string;
  /** Parts of one total, with as many decimals as the total has, so that they add up to it. */
  readonly parts: (values: readonly Shown[], kind?: "number" | "amount" | "rate") => readonly string[];
  /** A number of things: "1 win", "15 wins"; `many` follows from `one` unless given. */
  readonly plural: (value: Shown, one: string, many?: string) => string;
  /** A day of data ("2026-07-31") as it is read: "Fri 31 Jul". */
  readonly date: (iso: string) => string;
  /** The same without its weekday and year, where there is little room: "31 Jul". */
  readonly day: (iso: string) => string;
  /** The days from one to another: "1 to 31 January 2026". */
  readonly dateRange: (from: string, to: string) => string;
  /** A month of data ("2026-07") as it is read: "July 2026". */
  readonly month: (iso: string) => string;
  /** Things one after the other: "a, b and c". */
  readonly list: (items: readonly string[], last?: "and" | "or") => string;
}

const NO_FACTS: FormatFacts = { currency: null, hasCents: false, year: null, exact: false };
const HUNDRED = ratio(100);
const MONEY_FROM = ratio(10);
/** A fraction by so much or more nobody writes, and nobody reads. */
const LONGEST_FRACTION = 1_000_000;

/**
 * Makes a way to write figures of a punctuation and of facts; plain English about nothing in particular unless given.
 *
 * @example
 * ```ts
 * makeFormat(ENGLISH).number("200/3"); // => "66.7"
 * makeFormat({ ...ENGLISH, decimal: ",", thousands: "." }).number("12345.6"); // => "12.346"
 * ```
 */
export function makeFormat(style: NumberStyle = ENGLISH, facts: Partial<FormatFacts> = {}): Format {
  const { currency, hasCents, year, exact } = { ...NO_FACTS, ...facts };
  const show = (value: Ratio, digits: (size: Ratio) => Digits): string =>
    withSign(punctuated(digits(sizeOf(value)), style), isNegative(value), style);
  const percent = style.percent ?? "%";
  const around = currency === null ? undefined : style.currency;
  const asMoney = (text: string): string => {
    if (currency === null) return text;
    if (around === undefined) return `${text} ${currency}`;
    const minus = style.minus ?? "−";
    const isBelow = text.startsWith(minus);
    return withSign(around[0] + (isBelow ? text.slice(minus.length) : text) + around[1], isBelow, style);
  };
  const written = (value: Shown): string => {
    const read = ratioOf(value);
    // What was worked out may be a fraction of many digits, which is for --exact.
    return exact || read.den < LONGEST_FRACTION || isDecimal(read)
      ? exactText(read, style)
      : show(read, readable);
  };
  const writtenRate = (value: Shown): string => {
    const read = ratioOf(value);
    const hundredths = multiply(read, HUNDRED);
    if (exactPlaces(sizeOf(hundredths)) !== undefined) return exactText(hundredths, style) + percent;
    return exact || isShort(read) ? exactText(read, style) : rate(value);
  };
  const rate = (value: Shown): string => {
    const read = ratioOf(value);
    if (exact) return writtenRate(read);
    const { bound, digits } = readableShare(sizeOf(multiply(read, HUNDRED)));
    const text = withSign(punctuated(digits, style), isNegative(read), style) + percent;
    return bound === null ? text : `${bound} ${text}`;
  };
  const number = (value: Shown): string => (exact ? written(value) : show(ratioOf(value), readable));
  const amount = (value: Shown): string =>
    exact ? written(value) : show(ratioOf(value), (size) => readableMoney(size, hasCents));
  const parts: Format["parts"] = (values, kind = "number") => {
    const read = values.map(ratioOf);
    const one = { number, amount, rate }[kind];
    if (exact || read.length < 2) return read.map(one);
    return roundedParts(read, kind, hasCents).map((part, index) => {
      const { digits, isHidden } = part;
      if (isHidden) return one(at(values, index));
      const text = withSign(punctuated(digits, style), part.isNegative, style);
      return kind === "rate" ? text + percent : text;
    });
  };
  return {
    ...{ style, currency, hasCents, year, exact },
    ...{ number, amount, rate, written, writtenRate, parts },
    precise: (value) => {
      const read = ratioOf(value);
      return exact || read.den === 1 ? number(read) : show(read, notWhole);
    },
    signed: (value) => plus(value) + number(value),
    signedAmount: (value) => plus(value) + amount(value),
    money: (value) => asMoney(amount(value)),
    writtenMoney: (value) => {
      const read = ratioOf(value);
      // A plan for the rest is written by us: 1231173/920 is no amount that a person would write.
      const isWritten = exact || isShort(read) || isDecimal(read);
      return asMoney(isWritten ? written(read) : amount(read));
    },
    plural: (value, one, many = pluralOf(one)) => {
      const read = ratioOf(value);
      return `${number(read)} ${read.num === 1 && read.den === 1 ? one : many}`;
    },
    date: (iso) => dateText(iso, style, year),
    day: (iso) => dayText(iso, style),
    dateRange: (from, to) => dateRangeText(from, to, style),
    month: (iso) => monthText(iso, style),
    list: (items, last = "and") =>
      items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1) ?? ""}`,
  };
}

/** Plain English, without any plan's facts. */
export const plainFormat: Format = makeFormat();

/** The same way to write figures with other facts: those of a plan, or nothing rounded. */
export function withFacts(format: Format, facts: Partial<FormatFacts>): Format {
  const { style, currency, hasCents, year, exact } = format;
  return makeFormat(style, { currency, hasCents, year, exact, ...facts });
}

function ratioOf(value: Shown): Ratio {
  if (typeof value === "object") return value;
  if (typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value)))
    return ratio(value);
  // Working days may be 23.5: a number means its shortest decimal.
  const read = parseExact(String(value));
  if (read === undefined)
    throw new RangeError(`a format requires an exact quantity; got ${JSON.stringify(value)}`);
  return read;
}

function plus(value: Shown): string {
  return isPositive(ratioOf(value)) ? "+" : "";
}

function exactText(value: Ratio, style: NumberStyle): string {
  const [digits = "", den] = encodeExact(sizeOf(value)).split("/");
  const shown = punctuated(digits, style) + (den === undefined ? "" : `/${numerals(den, style)}`);
  return withSign(shown, isNegative(value), style);
}

/** Whether a fraction is one that a person would write: 1/3, 17/24. */
function isShort({ num, den }: Ratio): boolean {
  return num < 1000 && num > -1000 && den < 1000;
}

/** Whether its decimals end: 1204.125. */
function isDecimal(value: Ratio): boolean {
  return exactPlaces(sizeOf(value)) !== undefined;
}

interface Part {
  readonly digits: Digits;
  readonly isNegative: boolean;
  /** Whether rounding would say 0 or all of it where a share may not. */
  readonly isHidden: boolean;
}

function roundedParts(
  values: readonly Ratio[],
  kind: "number" | "amount" | "rate",
  hasCents: boolean,
): Part[] {
  const scaled = kind === "rate" ? values.map((value) => multiply(value, HUNDRED)) : values;
  const places = placesOfParts(scaled, kind, hasCents);
  return partsTo(scaled, places).map((part, index) => {
    const isHidden = kind === "rate" && isZero(part) && !isZero(scaled[index] ?? part);
    const isWhole = scaled[index]?.den === 1 && part.den === 1;
    const digits =
      isWhole || (kind === "rate" && part.den === 1)
        ? encodeExact(sizeOf(part))
        : toPlaces(sizeOf(part), places);
    return { digits, isNegative: isNegative(part), isHidden };
  });
}

/** As many decimals as the total is shown with; for shares one where a part would be lost without. */
function placesOfParts(
  scaled: readonly Ratio[],
  kind: "number" | "amount" | "rate",
  hasCents: boolean,
): number {
  if (scaled.every(({ den }) => den === 1)) return 0;
  const total = sizeOf(sum(scaled));
  if (kind === "rate")
    return scaled.some((part) => !isZero(part) && compare(sizeOf(part), ratio(1)) < 0) ? 1 : 0;
  if (kind === "amount") return hasCents ? 2 : compare(total, MONEY_FROM) >= 0 || isZero(total) ? 0 : 2;
  const most = scaled.reduce(
    (greatest, part) => (compare(sizeOf(part), greatest) > 0 ? sizeOf(part) : greatest),
    total,
  );
  return (readable(most).split(".")[1] ?? "").length || (compare(most, HUNDRED) >= 0 ? 0 : 1);
}
