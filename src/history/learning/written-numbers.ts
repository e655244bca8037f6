import { ceiling, floor } from "../../number/ceiling.js";
import { encodeExact, parseExact, type ExactString } from "../../number/exact-string.js";
import { add, divide, multiply, ratio, ZERO, type Ratio } from "../../number/ratio.js";
import type { LearnedRate } from "./learned.js";

/** A rate as a person would write it into a plan. */
type WrittenRate =
  | { readonly won: number; readonly of: number }
  | {
      readonly rate: `${number}%`;
      readonly low: `${number}%`;
      readonly high: `${number}%`;
      readonly won: number;
      readonly of: number;
    };

const HALF = ratio(1, 2);

/**
 * A rate as a person would write it: the two counts where nothing but them is behind it; else percent of three digits, the
 * interval's ends outward.
 */
export function writtenRateOf({ rate, low, high, won, of }: LearnedRate, onlyCounts: boolean): WrittenRate {
  if (onlyCounts && rate === encodeExact(ratio(won, of))) return { won, of };
  const [middle, lower, upper] = [rate, low ?? rate, high ?? rate].map((text) => parseExact(text) ?? ZERO);
  const smallest = Math.min(Number(middle?.num) / Number(middle?.den), 1);
  const places = smallest >= 0.1 || smallest === 0 ? 1 : smallest >= 0.01 ? 2 : smallest >= 0.001 ? 3 : 4;
  const scale = ratio(100 * 10 ** places);
  const percent = (parts: number | bigint) =>
    `${(Number(parts) / 10 ** places).toFixed(places)}%` as `${number}%`;
  return {
    rate: percent(floor(add(multiply(middle ?? ZERO, scale), HALF))),
    low: percent(floor(multiply(lower ?? ZERO, scale))),
    high: percent(ceiling(multiply(upper ?? ZERO, scale))),
    won,
    of,
  };
}

/** An amount rounded to the smallest unit of its currency, a half upward: money as a person writes it. */
export function moneyText(amount: ExactString, places: number): ExactString {
  const value: Ratio = parseExact(amount) ?? ZERO;
  const scale = ratio(10 ** places);
  return encodeExact(divide(ratio(floor(add(multiply(value, scale), HALF))), scale));
}

/** A share as whole percents: "28%". */
export function percentOf(share: ExactString): `${number}%` {
  const percent = Number(floor(add(multiply(parseExact(share) ?? ZERO, ratio(100)), HALF)));
  return `${percent}%`;
}
