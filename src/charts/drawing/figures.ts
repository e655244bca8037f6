import { withFacts, type Format, type FormatFacts, type Shown } from "../../format/format.js";

/** Shows an exact number of a picture. */
export interface Show {
  (value: Shown): string;
  /** The same, not rounded: for whoever points at it. */
  readonly exactly?: ((value: Shown) => string) | undefined;
}

/** How the numbers of one picture are written. */
export interface Figures {
  /** The format that writes them, and everything else. */
  readonly format: Format;
  /** A count: "10,000", "66.7". */
  readonly number: Show;
  /** A change of a count with its sign: "+5", "−2.5". */
  readonly signed: Show;
  /** An amount of the goal: money with what the style sets around it, else like any other number. */
  readonly money: Show;
  /** A change of such an amount, with its sign. */
  readonly signedMoney: Show;
  /** A share that was worked out: "33%". */
  readonly rate: Show;
  /** What amounts of money count in, where it must still be said beside them; else null. */
  readonly unit: string | null;
  /** A share or rate that the plan writes: "12.5%". */
  readonly writtenRate: Show;
}

/** Makes the figures of a picture that counts in a currency; of one that counts no money where that is null. */
export function figuresOf(format: Format): Figures {
  const { currency, style } = format;
  const isSaid = currency !== null && style.currency !== undefined;
  const exact = withFacts(format, { exact: true });
  const show = (pick: (format: Format) => Show): Show =>
    Object.assign((value: Shown) => pick(format)(value), { exactly: pick(exact) });
  return {
    format,
    number: show(({ number }) => number),
    signed: show(({ signed }) => signed),
    money: show(({ number, amount, money }) => (currency === null ? number : isSaid ? money : amount)),
    signedMoney: show(({ signed, signedAmount }) => (currency === null ? signed : signedAmount)),
    rate: show(({ rate }) => rate),
    writtenRate: show(({ writtenRate }) => writtenRate),
    unit: isSaid ? null : currency,
  };
}

/** The format of a picture: the reader's, with what the picture knows of its plan. */
export function pictureFormat(
  format: Format,
  facts: Omit<FormatFacts, "exact">,
  currency: string | null,
): Format {
  return withFacts(format, {
    currency: facts.currency ?? currency,
    hasCents: facts.hasCents || format.hasCents,
    year: facts.year ?? format.year,
  });
}

/** A number as it is read, and as it is exactly. */
export function shownBy(show: Show, value: Shown): { readonly shown: string; readonly exact: string } {
  const shown = show(value);
  return { shown, exact: show.exactly?.(value) ?? shown };
}
