/**
 * How figures are punctuated where the reader lives. The shape is the locale definition of d3-format, so that its published
 * files can be handed in as they are; the command and a page derive one from the locale instead.
 */
export interface NumberStyle {
  /** Between a whole number and its decimals: `"."` in English, `","` in German. */
  readonly decimal: string;
  /** Between groups of digits: `","` in English, `"."` in German, a narrow space in French. */
  readonly thousands: string;
  /** How many digits a group has, from the decimals on to the left; the last one goes on: `[3]`, or `[3, 2]` in India. */
  readonly grouping: readonly number[];
  /** What stands before and behind an amount of money: `["$", ""]`; without it amounts keep their currency's code. */
  readonly currency?: readonly [string, string] | undefined;
  /** Ten digits from 0 to 9, where others than these are in use. */
  readonly numerals?: readonly string[] | undefined;
  /** Behind a share in hundredths; `"%"` unless given. */
  readonly percent?: string | undefined;
  /** Before a number below 0; `"−"` unless given. */
  readonly minus?: string | undefined;
  /** Whether the month stands before the day, as in the United States; false unless given. */
  readonly monthFirst?: boolean | undefined;
  /** Whether dates stay as data writes them, 2026-07-31, for what programs read; false unless given. */
  readonly isoDates?: boolean | undefined;
}

/** Plain English: 1,234.5, −5, 50%, Fri 31 Jul. */
export const ENGLISH: NumberStyle = { decimal: ".", thousands: ",", grouping: [3] };

/** Digits with at most one point ("1234.50"), grouped and with the marks and numerals of a style. */
export function punctuated(digits: string, style: NumberStyle): string {
  const [whole = "", decimals] = digits.split(".");
  const shown = grouped(whole, style);
  return decimals === undefined ? shown : shown + style.decimal + numerals(decimals, style);
}

/** A number with its sign in front of everything else, also of the sign of a currency. */
export function withSign(text: string, isNegative: boolean, { minus = "−" }: NumberStyle): string {
  return isNegative ? minus + text : text;
}

/** Digits as they are in use: "12" is "١٢" in Egypt. */
export function numerals(digits: string, { numerals: own }: NumberStyle): string {
  return own === undefined ? digits : digits.replace(/\d/g, (digit) => own[Number(digit)] ?? digit);
}

function grouped(digits: string, style: NumberStyle): string {
  const groups: string[] = [];
  let end = digits.length;
  for (let group = 0; end > 0; group += 1) {
    const size = Math.max(1, style.grouping[Math.min(group, style.grouping.length - 1)] ?? end);
    groups.unshift(numerals(digits.slice(Math.max(0, end - size), end), style));
    end -= size;
  }
  return groups.join(style.thousands);
}
