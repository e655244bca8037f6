import { ratio, type Ratio } from "./ratio.js";

/**
 * What number was written, exactly?
 *
 * A `number` means its shortest decimal, the one that JavaScript prints: 0.35 is 7/20, not the double beside it. A text is
 * a plain decimal, with an optional sign and exponent: `"12"`, `"-0.5"`, `".5"`, `"1e-7"`. Grouping, underscores, spaces
 * and currency signs are not read.
 *
 * @returns undefined for whatever is no such number: `NaN`, infinities, the empty text, more than 2,000 characters, or an
 *   exponent beyond ±400 (so that a short text cannot ask for a number of a million digits)
 *
 * @example
 * ```ts
 * parseDecimal(0.35); // => { num: 7, den: 20 }
 * parseDecimal("1,000"); // => undefined
 * ```
 */
export function parseDecimal(value: number | string): Ratio | undefined {
  if (typeof value === "string") return readText(value);
  if (Number.isSafeInteger(value)) return { num: value + 0, den: 1 };
  return readText(String(value));
}

/** Longest text and greatest exponent that are read. */
const LONGEST = 2000;
const GREATEST_EXPONENT = 400;

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/;

function readText(text: string): Ratio | undefined {
  if (text.length > LONGEST) return undefined;
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", exponentText = "0"] = match;
  const digits = whole + fraction;
  const exponent = Number(exponentText);
  if (digits === "" || Math.abs(exponent) > GREATEST_EXPONENT) return undefined;
  return scaled(`${sign === "-" ? "-" : ""}${digits}`, exponent - fraction.length);
}

/** Powers of ten up to this one are safe integers, and so are numbers of that many digits. */
const SAFE_DIGITS = 15;

function scaled(digits: string, exponent: number): Ratio {
  if (exponent <= 0 && digits.length <= SAFE_DIGITS && -exponent <= SAFE_DIGITS) {
    return ratio(Number(digits), Number(`1e${-exponent}`));
  }
  const scale = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? ratio(BigInt(digits), scale) : ratio(BigInt(digits) * scale);
}
