/** How a reader's numbers are punctuated. */
export interface Punctuation {
  /** What parts a whole number from its decimals: "." or ",". */
  readonly decimal: string;
}

const SPACES = /[\s'’_\u00a0\u202f]/g;
const SIGNS = /^[$€£¥]|[$€£¥]$/g;
const BY_COMMAS = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const BY_POINTS = /^\d{1,3}(\.\d{3})+(,\d+)?$/;

/**
 * The number that was typed, as a plan takes it, by the reader's own marks: "10,000" is ten thousand where a comma parts
 * thousands, and ten where it parts decimals. What is no number stays the text that it is, and the plan's own reader says
 * what to write.
 */
export function readAmount(typed: string, punctuation: Punctuation): number | string | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  const bare = text.replace(SIGNS, "").replace(SPACES, "").replace(/[.,]$/, "");
  const plain = punctuation.decimal === "," ? withDecimalComma(bare) : withDecimalPoint(bare);
  return plain === undefined ? text : asNumber(plain);
}

/** What a plan holds as an amount, as text for its field; null for what is no amount in one piece. */
export function amountText(value: unknown, { decimal }: Punctuation): string | null {
  if (value === undefined) return "";
  if (typeof value !== "number" && typeof value !== "string") return null;
  const text = String(value);
  return decimal === "," && /^\d+\.\d+$/.test(text) ? text.replace(".", ",") : text;
}

/** What to write instead of text that could be two numbers, "1,5" where a comma parts thousands; undefined for any other. */
export function twoReadings(value: unknown): string | undefined {
  const match = typeof value === "string" ? /^(\d{1,15}),(\d{1,15})$/.exec(value.replace(SPACES, "")) : null;
  if (match === null) return undefined;
  const [, whole = "", more = ""] = match;
  return `${JSON.stringify(value)} can be read in two ways: write ${whole}${more} or ${whole}.${more}.`;
}

function withDecimalPoint(text: string): string | undefined {
  if (BY_COMMAS.test(text)) return text.replaceAll(",", "");
  return /^\d+(\.\d+)?$/.test(text) ? text : undefined;
}

function withDecimalComma(text: string): string | undefined {
  if (BY_POINTS.test(text)) return text.replaceAll(".", "").replace(",", ".");
  return /^\d+([.,]\d+)?$/.test(text) ? text.replace(",", ".") : undefined;
}

/** As a number where that says the same, so that the plan's text has no quotes. */
function asNumber(text: string): number | string {
  const short = text
    .replace(/^0+(?=\d)/, "")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
  return String(Number(short)) === short ? Number(short) : short;
}
