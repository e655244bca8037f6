import { parseExact, encodeExact, type ExactString } from "../number/exact-string.js";
import { floor } from "../number/ceiling.js";
import { add, compare, isNegative, multiply, negate, ratio, type Ratio } from "../number/ratio.js";

const HUNDRED = ratio(100);
const TEN = ratio(10);
const HALF = ratio(1, 2);

/** Shows an exact quantity in a sentence: 10,000, 1,234.5, and about 66.67 where the decimals do not end. */
export function showRatio(value: Ratio): string {
  const exact = encodeExact(value);
  const [whole = "", decimals] = exact.split(".");
  if (exact.includes("/") || (decimals?.length ?? 0) > 4) return `about ${grouped(rounded(value))}`;
  return decimals === undefined ? grouped(whole) : `${grouped(whole)}.${decimals}`;
}

/** Shows an exact quantity of an answer in a sentence. */
export function showExact(value: ExactString): string {
  const read = parseExact(value);
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

const FEWEST_PLACES = 2;
const MOST_PLACES = 12;

/** The nearest number of two decimals, of more where two would not show two digits of it; half goes up. */
function rounded(value: Ratio): string {
  const size = isNegative(value) ? negate(value) : value;
  let places = FEWEST_PLACES;
  while (places < MOST_PLACES && compare(multiply(size, ratio(10 ** places)), TEN) < 0) places += 1;
  const digits = String(floor(add(multiply(size, ratio(10 ** places)), HALF))).padStart(places + 1, "0");
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, "");
  return isNegative(value) ? `-${text}` : text;
}

function grouped(digits: string): string {
  const [whole = "", decimals] = digits.split(".");
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? marked : `${marked}.${decimals}`;
}
