import { parseDecimal } from "../number/decimal-text.js";
import { parseRateText } from "../number/rate-text.js";
import { compare, isNegative, multiply, ONE, ratio } from "../number/ratio.js";
import { encodeExact } from "../number/exact-string.js";

const HUNDRED = ratio(100);

/** Says how to write what was probably meant as a rate. */
export function rateAdvice(value: unknown): string {
  const text = tidy(value);
  const number = text === undefined ? undefined : parseDecimal(text);
  if (number === undefined) return textAdvice(value, text, "a rate");
  if (isNegative(number)) return 'a rate cannot be negative, write one such as "40%"';
  if (compare(number, ONE) <= 0) return `write ${text ?? ""}`;
  return compare(number, HUNDRED) <= 0 ? `write "${text ?? ""}%"` : "a rate cannot exceed 1, which is 100%";
}

/** Says how to write what was probably meant as a share that may exceed 100%. */
export function proportionAdvice(value: unknown): string {
  const text = tidy(value);
  const number = text === undefined ? undefined : parseDecimal(text);
  if (number === undefined) return textAdvice(value, text, "a share");
  if (isNegative(number)) return 'a share cannot be negative, write one such as "10%"';
  if (compare(number, ONE) <= 0) return `write ${text ?? ""}`;
  return `write "${text ?? ""}%", or "${encodeExact(multiply(number, HUNDRED))}%" if you mean that many times the whole`;
}

const LONGEST = 40;

/** The number as it was probably meant: without spaces, with a point for a decimal comma. */
function tidy(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || value.length > LONGEST) return undefined;
  return value.replaceAll(/\s/g, "").replace(/^([+-]?\d+),(\d{1,2}%?)$/, "$1.$2");
}

function textAdvice(value: unknown, text: string | undefined, noun: string): string {
  const read = text?.endsWith("%") ? parseRateText(text) : undefined;
  if (text === undefined || read === undefined) return `write ${noun} such as "40%", 0.4 or "2/5"`;
  if (isNegative(read)) return `${noun} cannot be negative, write one such as "40%"`;
  return text === value ? `${noun} cannot exceed 100%` : `write "${text}"`;
}
