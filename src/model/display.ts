import { readExact, toExact, type Exact } from "../number/exact.js";
import { ceiling } from "../number/ceiling.js";
import { compare, multiply, ratio, subtract, type Ratio } from "../number/ratio.js";

const HUNDRED = ratio(100);

/** Shows an exact quantity in a sentence: 10,000, 1,234.5, and about 66.67 where the decimals do not end. */
export function showRatio(value: Ratio): string {
  const exact = toExact(value);
  const [whole = "", decimals] = exact.split(".");
  if (exact.includes("/") || (decimals?.length ?? 0) > 4) return `about ${grouped(rounded(value))}`;
  return decimals === undefined ? grouped(whole) : `${grouped(whole)}.${decimals}`;
}

/** Shows an exact quantity of an answer in a sentence. */
export function showExact(value: Exact): string {
  const read = readExact(value);
  return read === undefined ? value : showRatio(read);
}

/** Shows a rate in a sentence: 50%, about 33.33%. */
export function showRate(value: Ratio): string {
  return `${showRatio(multiply(value, HUNDRED))}%`;
}

/** Shows a whole number in a sentence: 2,000. */
export function showCount(value: number | bigint): string {
  return grouped(String(value));
}

/** Two decimals, the nearest; half goes up. */
function rounded(value: Ratio): string {
  const half = ratio(1, 2);
  const scaled = multiply(value, HUNDRED);
  const up = ceiling(subtract(scaled, half));
  const hundredths = compare(scaled, ratio(up)) === 0 ? up : ceiling(subtract(scaled, half));
  const digits = String(hundredths < 0 ? -hundredths : hundredths).padStart(3, "0");
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, "");
  return hundredths < 0 ? `-${text}` : text;
}

function grouped(digits: string): string {
  const [whole = "", decimals] = digits.split(".");
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? marked : `${marked}.${decimals}`;
}
