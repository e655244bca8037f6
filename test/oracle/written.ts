import { ONE, Rational, sum, whole } from "./rational.js";

/** A number as a plan may write it: 0.35, "40%", "2/5", "1234.5". */
export type WrittenNumber = number | string;

/** A rate as a plan may write it. */
export type WrittenRate =
  | WrittenNumber
  | { readonly won: number; readonly of: number }
  | { readonly rate: WrittenNumber; readonly low: WrittenNumber; readonly high: WrittenNumber }
  | { readonly now: WrittenNumber; readonly change: string };

/** What a win is worth, as a plan may write it: the average, with its standard deviation, or the values that were seen. */
export type WrittenValue =
  WrittenNumber | { readonly mean: WrittenNumber; readonly sd: WrittenNumber } | readonly WrittenNumber[];

/** A number that is lost, as a plan may write it: a limit, or an expected number. */
export type WrittenLoss = WrittenNumber | { readonly expected: WrittenNumber };

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;
const CHANGE = /^([+-]\d+(?:\.\d+)?)\s*(%|points?)$/;

/**
 * The ratio that a written number means. A JavaScript number means its shortest decimal.
 *
 * @example
 * readNumber(0.35) // => 7/20
 * readNumber("40%") // => 2/5
 */
export function readNumber(written: WrittenNumber): Rational {
  const text = String(written).trim();
  if (text.endsWith("%")) return readNumber(text.slice(0, -1)).over(whole(100));
  const [above, below] = text.split("/");
  if (above !== undefined && below !== undefined) return readDecimal(above).over(readDecimal(below));
  return readDecimal(text);
}

/** How much a goal asks for, as a plan may write it. */
export type WrittenAmount =
  | WrittenNumber
  | { readonly now: WrittenNumber; readonly change: string }
  | { readonly lastPeriod: WrittenNumber; readonly change: string };

/** The amount that a goal asks for: a share of `now` that is to be added, or `lastPeriod` and a share of it. */
export function readAmount(written: WrittenAmount): Rational {
  if (typeof written !== "object") return readNumber(written);
  const share = readNumber(written.change);
  return "now" in written
    ? readNumber(written.now).times(share)
    : readNumber(written.lastPeriod).plus(readNumber(written.lastPeriod).times(share));
}

/**
 * The ratio that a written rate means: {won, of} is won ÷ of; {rate, low, high} is its rate;
 * {now, change} is now moved by a share of itself ("+20%") or by points ("+4 points").
 */
export function readRate(written: WrittenRate): Rational {
  if (typeof written !== "object") return readNumber(written);
  if ("rate" in written) return readNumber(written.rate);
  if ("won" in written) return readNumber(written.won).over(readNumber(written.of));
  const [, step = "", unit] = CHANGE.exec(written.change.trim()) ?? [];
  const change = readDecimal(step).over(whole(100));
  const now = readNumber(written.now);
  return unit === "%" ? now.times(ONE.plus(change)) : now.plus(change);
}

/** What a win is worth on average. */
export function readValue(written: WrittenValue): Rational {
  if (typeof written !== "object") return readNumber(written);
  if ("mean" in written) return readNumber(written.mean);
  return sum(written.map(readNumber)).over(whole(written.length));
}

/** How many are lost, on average. */
export function readLoss(written: WrittenLoss): Rational {
  return readNumber(typeof written === "object" ? written.expected : written);
}

function readDecimal(text: string): Rational {
  const match = DECIMAL.exec(text.trim());
  if (match === null) throw new RangeError(`readNumber requires a decimal; got ${text}`);
  const [, sign, units = "", fraction = "", exponent = "0"] = match;
  const digits = new Rational(BigInt(units + fraction), 10n ** BigInt(fraction.length));
  const power = BigInt(exponent);
  const scale = power < 0n ? new Rational(1n, 10n ** -power) : new Rational(10n ** power);
  return sign === "-" ? digits.times(scale).negated() : digits.times(scale);
}
