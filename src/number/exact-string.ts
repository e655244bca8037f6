import { decimalPlaces } from "./decimal-places.js";
import { parseDecimal } from "./decimal-text.js";
import { nearestNumber } from "./nearest-number.js";
import { quoted } from "./quoted.js";
import { ratio, type Ratio } from "./ratio.js";
import { isExactWhole } from "./whole.js";

/**
 * An exact quantity as text: `"15"`, `"1234.5"`, or, where no decimal ends, a fraction in lowest terms, `"200/3"`.
 *
 * Answers carry exact quantities this way because JSON numbers would round them; a plan takes them wherever it takes a
 * number. `toNumber` and `toDecimal` turn them into something to compute with.
 */
export type ExactString = string;

/**
 * The exact text of r: a whole number, a decimal where one ends (within 400 places), else a fraction in lowest terms.
 *
 * @example
 * ```ts
 * encodeExact(ratio(2469, 2)); // => "1234.5"
 * encodeExact(ratio(200, 3)); // => "200/3"
 * ```
 */
export function encodeExact(r: Ratio): ExactString {
  if (r.den === 1 || r.den === 1n) return String(r.num);
  const places = decimalPlaces(r.den);
  if (places === undefined) return `${String(r.num)}/${String(r.den)}`;
  const digits = digitsOf(r, places).padStart(places + 1, "0");
  return `${r.num < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const FRACTION = /^([+-]?\d{1,5000})\/(\d{1,5000})$/;

/**
 * Reads an exact quantity back: whatever `encodeExact` writes (up to 5,000 digits on each side of the line), and every decimal that `parseDecimal` reads.
 *
 * @returns undefined for anything else, a denominator of 0 included
 *
 * @example
 * ```ts
 * parseExact("200/3"); // => { num: 200, den: 3 }
 * ```
 */
export function parseExact(text: string): Ratio | undefined {
  const match = text.includes("/") ? FRACTION.exec(text) : null;
  if (match === null) return parseDecimal(text);
  const [, num = "", den = ""] = match;
  return /^0+$/.test(den) ? undefined : ratio(BigInt(num), BigInt(den));
}

/**
 * Reads an exact quantity that an answer wrote.
 *
 * @throws RangeError when the text is no exact quantity: an answer never carries one
 *
 * @example
 * ```ts
 * decodeExact("1234.5"); // => { num: 2469, den: 2 }
 * ```
 */
export function decodeExact(exact: ExactString): Ratio {
  const r = parseExact(exact);
  if (r === undefined) throw new RangeError(`decodeExact requires an exact quantity; got ${quoted(exact)}`);
  return r;
}

/**
 * The double that is nearest to an exact quantity: for charts, spreadsheets and everything else that computes in doubles.
 *
 * This is the crossing from exact to floating: below it, 0.1 + 0.2 is 0.30000000000000004 again.
 *
 * @throws RangeError when the text is no exact quantity
 *
 * @example
 * ```ts
 * toNumber("200/3"); // => 66.66666666666667
 * ```
 */
export function toNumber(exact: ExactString): number {
  const r = parseExact(exact);
  if (r === undefined) throw new RangeError(`toNumber requires an exact quantity; got ${quoted(exact)}`);
  return nearestNumber(r);
}

/** Up to this power, ten is exact and so is its quotient by a divisor. */
const SAFE_PLACES = 15;

/** The digits of |r| · 10^places, which is whole. */
function digitsOf(r: Ratio, places: number): string {
  if (typeof r.num === "number" && typeof r.den === "number" && places <= SAFE_PLACES) {
    const digits = Math.abs(r.num) * (Number(`1e${places}`) / r.den);
    if (isExactWhole(digits)) return String(digits);
  }
  const digits = (BigInt(r.num) * 10n ** BigInt(places)) / BigInt(r.den);
  return String(digits < 0n ? -digits : digits);
}
