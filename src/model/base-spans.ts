import {
  add,
  divide,
  isZero,
  multiply,
  ONE,
  power,
  ratio,
  subtract,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import type { Per } from "../plan/recurrence.js";
import type { Period } from "../plan/period.js";
import { wholeSpans, type SpanCount } from "../calendar/spans.js";
import { partOfSpan } from "./base-part-span.js";

/**
 * How many spans of `per` the goal's period holds: whole ones, and a fraction of the next.
 *
 * @throws RangeError for a `per` that needs dates where the period has none
 */
export function spansIn(period: Period, per: Per): SpanCount {
  if (per === "period") return { whole: 1, rest: ZERO };
  if (period.kind === "undated") throw new RangeError(`spansIn requires a period with dates; got per ${per}`);
  return wholeSpans(period.first, period.last, per);
}

/** The number of spans with their fraction. */
export function spanTotal({ whole, rest }: SpanCount): Ratio {
  return add(ratio(whole), rest);
}

/**
 * The sum of a running base over the spans of the period, each span counted with the base at its begin: what a rate of
 * the base is multiplied with. The base changes by `growth` in each whole span: B · (1 + (1+g) + (1+g)² + …). A part of
 * one more counts for what it compounds to, see {@link partOfSpan}, so that the base ends at B · (1+g)^spans.
 *
 * @param more what to add to the last part where its root was rounded down; default nothing
 */
export function baseOverSpans(
  base: Ratio,
  growth: Ratio,
  { whole, rest }: SpanCount,
  more: Ratio = ZERO,
): Ratio {
  const factor = add(ONE, growth);
  const last = power(factor, whole);
  const { counts, rounded } = partOfSpan(growth, rest);
  // The sum of 1, f, f², … up to n terms is (fⁿ − 1) ÷ (f − 1): one fraction, however many spans there are.
  const terms = isZero(growth) ? ratio(whole) : divide(subtract(last, ONE), growth);
  return multiply(base, add(terms, multiply(last, rounded ? add(counts, more) : counts)));
}
