import type { NumberStyle } from "../format/number-style.js";

/**
 * How numbers are punctuated in a locale such as `de-DE`, the machine's own unless given, and its sign for a currency. The
 * library reads no locale: this is where the machine is asked, for the command and for the calculator in the docs.
 */
export function localeStyle(locale: string | undefined, currency: string | undefined): NumberStyle {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const parts = unsteered(plain.formatToParts(-123_456_789.5));
  const part = (type: Intl.NumberFormatPartTypes) => parts.find((each) => each.type === type)?.value;
  const groups = parts.filter(({ type }) => type === "integer").map(({ value }) => value.length);
  const digits = Array.from({ length: 10 }, (_, digit) => plain.format(digit));
  return {
    decimal: part("decimal") ?? ".",
    thousands: part("group") ?? "",
    // The first group is what is left over: it says nothing of its size.
    grouping: groups.length === 1 ? [groups[0] ?? 1] : groups.slice(1).reverse(),
    monthFirst: monthIsFirst(locale),
    percent: behind(locale, { style: "percent" }),
    ...(digits[0] === "0" ? {} : { numerals: digits }),
    ...(currency === undefined ? {} : { currency: around(locale, { style: "currency", currency }) }),
  };
}

/** Whether the month stands before the day. Only where words are English too: another language's order is no help in English. */
function monthIsFirst(locale: string | undefined): boolean {
  const style = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  if (!style.resolvedOptions().locale.startsWith("en")) return false;
  const kinds = style.formatToParts(0).map(({ type }) => type);
  return kinds.indexOf("month") < kinds.indexOf("day");
}

/** What stands before and behind a number that is written so. */
function around(locale: string | undefined, options: Intl.NumberFormatOptions): [string, string] {
  const style = new Intl.NumberFormat(locale, { ...options, maximumFractionDigits: 0 });
  const parts = unsteered(style.formatToParts(1));
  const at = parts.findIndex(({ type }) => type === "integer");
  const text = (some: typeof parts) => some.map(({ value }) => value).join("");
  return [text(parts.slice(0, at)), text(parts.slice(at + 1))];
}

/** Without the marks that keep a number's parts in order between Arabic or Hebrew words: ours stand between English ones. */
function unsteered(parts: readonly Intl.NumberFormatPart[]): Intl.NumberFormatPart[] {
  return parts.map(({ type, value }) => ({ type, value: value.replace(/[\u061C\u200E\u200F]/g, "") }));
}

/** A style has no room for a sign before the number. */
function behind(locale: string | undefined, options: Intl.NumberFormatOptions): string {
  const [before, after] = around(locale, options);
  return after === "" ? before : after;
}
