import { plainFormat } from "../format/format.js";
import { parseExact, type ExactString } from "../number/exact-string.js";
import type { Ratio } from "../number/ratio.js";

/** Shows an exact quantity in plain English; whoever is handed a format asks that instead. */
export function showRatio(value: Ratio): string {
  return plainFormat.number(value);
}

/** Shows an exact quantity of an answer in plain English. */
export function showExact(value: ExactString): string {
  return parseExact(value) === undefined ? value : plainFormat.number(value);
}

/** Shows a rate in plain English: 50%, 33%. */
export function showRate(value: Ratio): string {
  return plainFormat.rate(value);
}

/** Shows a whole number in plain English: 2,000. */
export function showCount(value: number | bigint): string {
  return plainFormat.number(value);
}
