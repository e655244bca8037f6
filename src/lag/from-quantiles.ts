import { ceiling } from "../number/ceiling.js";
import { compare, divide, isZero, ratio, type Ratio } from "../number/ratio.js";
import { exponentialOfNegative, logarithm } from "../number/fixed-functions.js";
import {
  toFixedPoint,
  fixedPointFromDigits,
  FRACTION_BITS,
  overFixed,
  timesFixed,
  UNIT,
} from "../number/fixed-point.js";
import { fixedLag, LONGEST_LAG, type CalendarLag } from "./lag-table.js";
import { logarithms } from "../number/logarithm-table.js";
import { compileNormalShare } from "../number/normal-share.js";

/** 90% of a normal distribution lie at or below this many standard deviations (mpmath: √2 · erfinv(0.8)). */
const Z90 = fixedPointFromDigits("128155156554460046696", 20);
/** 1 ÷ √(2π), the height of the normal distribution at its middle (mpmath). */
const DENSITY_AT_MIDDLE = fixedPointFromDigits("39894228040143267793994605993438", 32);
/** e^(−1/8) (mpmath). */
const EXP_OF_MINUS_EIGHTH = fixedPointFromDigits("88249690258459540286489214322905", 32);

/** Weights are whole billionths. */
const SCALE = 1_000_000_000;
/** A table ends on the first day after which at most a millionth is left. */
const CUT_OFF = 1000;
/** A p90 that is closer to the median than this, relatively, is the median. */
const CLOSEST = ratio(1_000_000_001, 1_000_000_000);

/**
 * The lag of which half is over after `median` days and nine tenths after `p90` days, as an exact table.
 *
 * The shape is lognormal: waiting times are positive and have a long right tail (most deals take about as long, a few take
 * very much longer), and of the usual shapes with these properties it is one that two quantiles determine. With
 * σ = ln(p90 ÷ median) ÷ 1.2816, the share that went on by day t is Φ(ln(t ÷ median) ÷ σ).
 *
 * Day t of the table holds what goes on after t − 1 and up to t days, so nothing goes on the same day. Shares by day t are
 * rounded to billionths and day t's weight is the difference to the day before, so weights add up to exactly 10⁹. The
 * table ends on the first day after which at most a millionth is left, or on day 3,660; the rest is folded into its last
 * day and reported as `cut`. All of it is integer arithmetic: the same table on every machine.
 *
 * - p90 = median: everything goes on after `median` days, rounded up to a whole day.
 * - median = 0: half goes on the same day and the rest fades by the same factor every day, so that a tenth is left after
 *   p90 days (a lognormal cannot have a median of 0).
 *
 * @param median days, from 0 (included)
 * @param p90 days, from the median to 3,660 (both included)
 * @returns undefined outside these ranges
 *
 * @example
 * ```ts
 * const lag = lagFromQuantiles(ratio(14), ratio(40));
 * lag; // => { kind: "calendar", first: 1, … }
 * lag?.weights.slice(0, 2); // => [637425, 8126715]
 * ```
 */
export function lagFromQuantiles(median: Ratio, p90: Ratio): CalendarLag | undefined {
  if (compare(median, p90) > 0 || compare(p90, ratio(LONGEST_LAG)) > 0) return undefined;
  if (isZero(p90)) return fixedLag(0);
  if (isZero(median)) return tabulated(0, fadingShares(p90));
  if (compare(divide(p90, median), CLOSEST) <= 0) return fixedLag(Number(ceiling(p90)));
  return remembered(median, p90, () => tabulated(1, lognormalShares(median, p90)));
}

/** Tables of late, by their quantiles: what-ifs ask for the same few again and again, and each costs milliseconds. */
const tables = new Map<string, CalendarLag>();
const MOST_TABLES = 64;

function remembered(median: Ratio, p90: Ratio, make: () => CalendarLag): CalendarLag {
  const key = `${median.num}/${median.den} ${p90.num}/${p90.den}`;
  const known = tables.get(key);
  if (known !== undefined) return known;
  const made = make();
  const [oldest] = tables.keys();
  if (tables.size >= MOST_TABLES && oldest !== undefined) tables.delete(oldest);
  tables.set(key, made);
  return made;
}

/** Shares that went on by day 1, 2, … */
function* lognormalShares(median: Ratio, p90: Ratio): Generator<bigint> {
  const middleLogarithm = logarithm(median);
  const steepness = overFixed(Z90, logarithm(divide(p90, median)));
  const shareBelow = compileNormalShare(DENSITY_AT_MIDDLE, EXP_OF_MINUS_EIGHTH);
  for (const logarithm of logarithms()) yield shareBelow(timesFixed(logarithm - middleLogarithm, steepness));
}

/** Shares that went on by day 0, 1, … when half is left after day 0 and a tenth after p90 days: the factor is 5^(−1 ÷ p90). */
function* fadingShares(p90: Ratio): Generator<bigint> {
  const factor = exponentialOfNegative(overFixed(logarithm(ratio(5)), toFixedPoint(p90)));
  for (let left = UNIT >> 1n; ; left = timesFixed(left, factor)) yield UNIT - left;
}

/** The table of shares that went on by `startDay`, the day after it, … */
function tabulated(startDay: number, shares: Iterable<bigint>): CalendarLag {
  let first = startDay;
  let before = 0;
  const weights: number[] = [];
  for (const share of shares) {
    const now = billionths(share);
    if (weights.length === 0 && now === 0 && first < LONGEST_LAG) first += 1;
    else weights.push(now - before);
    before = now;
    const lastDay = first + weights.length - 1;
    if (weights.length > 0 && (SCALE - now <= CUT_OFF || lastDay >= LONGEST_LAG)) break;
  }
  const cut = SCALE - before;
  weights.push((weights.pop() ?? 0) + cut);
  return { kind: "calendar", first, weights, scale: SCALE, cut: ratio(cut, SCALE) };
}

function billionths(share: bigint): number {
  return Number((share * BigInt(SCALE) + (UNIT >> 1n)) >> FRACTION_BITS);
}
