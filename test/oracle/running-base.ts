import { monthsLater } from "./dates.js";
import type { Range } from "./dates.js";
import type { Per } from "./plain-plan.js";
import { ONE, Rational, whole, ZERO } from "./rational.js";

/** How many whole spans a period holds, and what part of one more. */
export interface Spans {
  readonly whole: number;
  readonly part: Rational;
}

/** Months in a span of the calendar. */
export const MONTHS_IN: Readonly<Record<Exclude<Per, "period">, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * Counts months from the period's first day: the same day of later months, the month's last day where there is none; what
 * is left is the days left ÷ the days of the month that they begin. A quarter is three months, a year twelve.
 *
 * @param range - first and last day; `null` for an undated period, which knows only `period`.
 */
export function spansOf(per: Per, range: Range | null): Spans {
  if (per === "period") return { whole: 1, part: ZERO };
  if (range === null) throw new RangeError(`spansOf requires a dated period; got per ${per}`);
  const monthStart = (count: number): number => monthsLater(range.start, count);
  const dayAfter = range.end + 1;
  let months = 0;
  while (monthStart(months + 1) <= dayAfter) months++;
  const left = BigInt(dayAfter - monthStart(months));
  const length = BigInt(monthStart(months + 1) - monthStart(months));
  const spans = whole(months).plus(new Rational(left, length)).over(whole(MONTHS_IN[per]));
  const count = spans.floor();
  return { whole: Number(count), part: spans.minus(whole(count)) };
}

/** Whole spans and the part, as one number. */
export function spanCount(spans: Spans): Rational {
  return whole(spans.whole).plus(spans.part);
}

/**
 * The sum of what the base is at the start of each span: what a rate per span takes from the base in the period is the
 * rate times this. A part of one more span counts for what compounds in it.
 *
 * @param growth - expansion − contraction − churn, together, per span.
 */
export function sumOfBases(base: Rational, growth: Rational, spans: Spans): Rational {
  let total = ZERO;
  let running = base;
  for (let span = 0; span < spans.whole; span++) {
    total = total.plus(running);
    running = running.times(ONE.plus(growth));
  }
  return total.plus(running.times(partCounts(growth, spans.part)));
}

/**
 * ((1 + growth)^part − 1) ÷ growth: exact where it is a ratio, else twelve digits, rounded down.
 *
 * It is the y that solves (1 + y · growth)^q = (1 + growth)^p, for the part p/q; y lies from 0 to 1 and rises with p, so
 * halving finds the most digits that are not above it.
 */
export function partCounts(growth: Rational, part: Rational): Rational {
  if (growth.isZero() || part.isZero()) return part;
  const [p, q] = [part.numerator, part.denominator];
  const exact = exactRoot(ONE.plus(growth), q);
  if (exact !== null)
    return new Rational(exact.numerator ** p, exact.denominator ** p).minus(ONE).over(growth);
  const [rise, of] = [growth.numerator, growth.denominator];
  let [low, high] = [0n, DIGITS + 1n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    // Both sides times of^p · (of · DIGITS)^q.
    const left = (of * DIGITS + rise * middle) ** q * of ** p;
    const right = (of + rise) ** p * (of * DIGITS) ** q;
    if (rise > 0n ? left <= right : left >= right) low = middle;
    else high = middle;
  }
  return new Rational(low, DIGITS);
}

const DIGITS = 10n ** 12n;

/** The root where it is a ratio: the roots of both of its parts, in lowest terms, are whole. */
function exactRoot(value: Rational, degree: bigint): Rational | null {
  const above = wholeRoot(value.numerator, degree);
  const below = wholeRoot(value.denominator, degree);
  return above === null || below === null ? null : new Rational(above, below);
}

function wholeRoot(value: bigint, degree: bigint): bigint | null {
  let [low, high] = [0n, 1n];
  while (high ** degree <= value) high *= 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** degree <= value) low = middle;
    else high = middle;
  }
  return low ** degree === value ? low : null;
}
