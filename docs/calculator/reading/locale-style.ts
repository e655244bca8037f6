import type { NumberStyle } from "reverse-funnel/report";

/**
 * How figures are punctuated in a locale, and amounts of money in a currency: the one place where the page asks the
 * browser, since the library reads no locale.
 */
export function styleOf(locale: string | undefined, currency?: unknown): NumberStyle {
  const number = new Intl.NumberFormat(locale).formatToParts(-1_234_567_890.5);
  const part = (kind: string) => number.find(({ type }) => type === kind)?.value;
  const groups = number.filter(({ type }) => type === "integer").map(({ value }) => Array.from(value).length);
  const [last = 3, before = last] = groups.slice(1).reverse();
  const percent = new Intl.NumberFormat(locale, { style: "percent" }).format(0.01).replace(/^.*?\p{N}/u, "");
  const money = typeof currency === "string" ? moneySigns(locale, currency) : undefined;
  return {
    decimal: part("decimal") ?? ".",
    thousands: part("group") ?? "",
    grouping: last === before ? [last] : [last, before],
    percent: percent.includes("%") ? percent : "%",
    minus: part("minusSign") ?? "-",
    ...digitsOf(locale),
    ...(money === undefined ? {} : { currency: money }),
  };
}

function digitsOf(locale: string | undefined): Pick<NumberStyle, "numerals"> {
  const one = new Intl.NumberFormat(locale, { useGrouping: false });
  const digits = Array.from({ length: 10 }, (_, digit) => one.format(digit));
  return digits[1] === "1" ? {} : { numerals: digits };
}

/** What stands before and behind an amount; undefined for what is no currency. */
function moneySigns(locale: string | undefined, currency: string): readonly [string, string] | undefined {
  if (!/^[A-Za-z]{3}$/.test(currency)) return undefined;
  const parts = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
  }).formatToParts(1);
  const at = parts.findIndex(({ type }) => type === "integer");
  const text = (from: number, to?: number) =>
    parts
      .slice(from, to)
      .map(({ value }) => value)
      .join("");
  return [text(0, at), text(at + 1)];
}
