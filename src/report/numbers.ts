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
  /** Before a number below 0; `"-"` unless given. */
  readonly minus?: string | undefined;
}

/** What a style leaves alone in a sentence, and what it knows to be money. */
export interface SentenceFacts {
  /** Names as their users wrote them: they keep every character, wherever they stand. */
  readonly names?: readonly string[] | undefined;
  /** The code behind amounts of money: `"USD"` in "10,000 USD". */
  readonly currency?: string | undefined;
}

/** How figures are punctuated in every text of this library. */
export const ENGLISH: NumberStyle = { decimal: ".", thousands: ",", grouping: [3] };

/** A date, a month, a quarter or a week: never a figure. */
const DATE = String.raw`\d{4}-(?:\d\d(?:-\d\d)?|[QW]\d+)`;

/** What stands in quotes is a name, or what is to be written in a plan. */
const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`;

/** A figure as texts of this library show it: -1,234.5 and 62.5%, but nothing inside a word. */
const FIGURE = String.raw`(?<![\w.,-])-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w]|[.,]\d)%?`;

/**
 * Punctuates every figure of a text that holds figures alone, such as a cell in a column of numbers.
 *
 * @example
 * ```ts
 * const german = { decimal: ",", thousands: ".", grouping: [3], percent: " %" };
 * styledFigures("1,234.5", german); // => "1.234,5"
 * styledFigures("~33.33%", german); // => "~33,33 %"
 * ```
 */
export function styledFigures(text: string, style: NumberStyle): string {
  return text.replace(new RegExp(`${DATE}|(${FIGURE})`, "g"), (found, figure?: string) =>
    figure === undefined ? found : inStyle(figure, style),
  );
}

/**
 * Punctuates the figures of a sentence. Dates, what stands in quotes, and the names that are handed in stay as they are.
 *
 * @example
 * ```ts
 * const german = { decimal: ",", thousands: ".", grouping: [3], currency: ["", " €"] } as const;
 * styledSentence('10,000 EUR, of which "v1.5" brings 1,250.', german, { currency: "EUR" });
 * // => '10.000 €, of which "v1.5" brings 1.250.'
 * ```
 */
export function styledSentence(text: string, style: NumberStyle, facts: SentenceFacts = {}): string {
  const { names = [], currency } = facts;
  const kept = [...[...names].filter(isTouchy).sort(longestFirst).map(literally), QUOTED, DATE].join("|");
  const money =
    currency === undefined || style.currency === undefined ? "" : `(?: (${escaped(currency)})\\b)?`;
  return text.replace(new RegExp(`${kept}|(${FIGURE})${money}`, "g"), (...found: unknown[]) => {
    const [whole, figure, code] = found as [string, string | undefined, unknown];
    if (figure === undefined) return whole;
    // Without a currency to look for, the third thing that is handed over is a position.
    return inStyle(figure, style, typeof code === "string" ? style.currency : undefined);
  });
}

/** One figure in a style, with what stands around it behind its sign: "-1,234.5" → "−1.234,5", "−$1,234.5". */
function inStyle(
  figure: string,
  style: NumberStyle,
  [before, behind]: readonly [string, string] = ["", ""],
): string {
  const sign = figure.startsWith("-") ? (style.minus ?? "-") : "";
  const share = figure.endsWith("%") ? (style.percent ?? "%") : "";
  const [whole = "", decimals] = figure.replace(/[-%]/g, "").split(".");
  const marked = whole.includes(",") ? grouped(whole.replaceAll(",", ""), style) : numerals(whole, style);
  const rest = decimals === undefined ? "" : style.decimal + numerals(decimals, style);
  return sign + before + marked + rest + share + behind;
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

function numerals(digits: string, { numerals: own }: NumberStyle): string {
  return own === undefined ? digits : digits.replace(/\d/g, (digit) => own[Number(digit)] ?? digit);
}

/** Whether a name could be taken for figures, or for the end of a quotation. */
function isTouchy(name: string): boolean {
  return /[\d"\\]/.test(name);
}

function longestFirst(one: string, other: string): number {
  return other.length - one.length;
}

/** A name where it stands in a sentence, with its quotes if it has them; not the beginning of a longer number. */
function literally(name: string): string {
  return `"?${escaped(name)}(?![\\d%]|[.,]\\d)"?`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
