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
 * Counts spans from the period's first day: the same day of later months, the month's last day where
 * there is none. What is left is the days left ÷ the days of the span that they begin.
 *
 * @param range - first and last day; `null` for an undated period, which knows only `period`.
 */
export function spansOf(per: Per, range: Range | null): Spans {
  if (per === "period") return { whole: 1, part: ZERO };
  if (range === null) throw new RangeError(`spansOf requires a dated period; got per ${per}`);
  const spanStart = (count: number): number => monthsLater(range.start, count * MONTHS_IN[per]);
  const dayAfter = range.end + 1;
  let count = 0;
  while (spanStart(count + 1) <= dayAfter) count++;
  const left = BigInt(dayAfter - spanStart(count));
  const length = BigInt(spanStart(count + 1) - spanStart(count));
  return { whole: count, part: new Rational(left, length) };
}

/** Whole spans and the part, as one number. */
export function spanCount(spans: Spans): Rational {
  return whole(spans.whole).plus(spans.part);
}

/**
 * The sum of what the base is at the start of each span, the last part of a span counted in part: what a
 * rate per span takes from the base in the period is the rate times this.
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
  return total.plus(running.times(spans.part));
}
