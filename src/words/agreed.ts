import { sizeOf } from "../format/rounding.js";
import type { Format } from "../format/format.js";
import { decodeExact, type ExactString } from "../number/exact-string.js";
import { isNegative, isZero } from "../number/ratio.js";
import type { Metric } from "../plan/metric.js";
import { amountOf, namedAmount } from "./progress.js";

/** Where the outcome should be by now, by one plan. */
export interface YardstickData {
  /** The goal's amount. */
  readonly goal: ExactString;
  /** What should be there by now. */
  readonly planned: ExactString;
  /** What is there, less that: below 0 where it is short. */
  readonly gap: ExactString;
}

/** The outcome beside what was agreed and beside the plan as it is now. */
export interface AgreedData {
  /** The goal's metric. */
  readonly metric: Metric;
  /** The same where it is one of several goals; left out where the plan has one. */
  readonly of?: Metric;
  /** The day on which it was agreed; null where the file does not say. */
  readonly agreedOn: string | null;
  /** The amount now. */
  readonly now: ExactString;
  /** By what was agreed. */
  readonly agreed: YardstickData;
  /** By the plan as it is now. */
  readonly plan: YardstickData;
  /** The other ones of several goals that both plans have; only where there are any. */
  readonly others?: readonly AgreedData[];
}

/**
 * Says how the outcome stands by what was agreed, and by the plan as it is now where that is another yardstick.
 *
 * @example
 * ```ts
 * const agreed = { goal: "12", planned: "6.5", gap: "-5.5" };
 * sayAgreed({ metric: "customers", agreedOn: "2026-01-05", now: "1", agreed, plan: { goal: "4", planned: "2.5", gap: "-1.5" } }, plainFormat);
 * // => "By what was agreed on Mon 5 Jan 2026 (a goal of 12), 6.5 should be there by now, and 1 is: 5.5 short. By the plan as it is now (a goal of 4), 2.5 should be: 1.5 short."
 * ```
 */
export function sayAgreed(data: AgreedData, format: Format): string {
  const { others = [] } = data;
  return [data, ...others].map((each) => sayOne(each, format)).join(" ");
}

function sayOne({ metric, of, agreedOn, now, agreed, plan }: AgreedData, format: Format): string {
  const goal = (value: ExactString): string =>
    namedAmount(value, { metric, ...(of === undefined ? {} : { of }) }, format);
  const amount = (value: ExactString): string => amountOf(metric, value, format);
  const on = agreedOn === null ? "" : ` on ${format.date(agreedOn)}`;
  const first = `By what was agreed${on} (a goal of ${goal(agreed.goal)}), ${amount(agreed.planned)} should be there by now, and ${amount(now)} is: ${gapText(agreed.gap, metric, format)}.`;
  const isSame = agreed.goal === plan.goal && agreed.planned === plan.planned;
  return isSame
    ? `${first} The plan as it is now asks for the same.`
    : `${first} By the plan as it is now (a goal of ${goal(plan.goal)}), ${amount(plan.planned)} should be: ${gapText(plan.gap, metric, format)}.`;
}

function gapText(gap: ExactString, metric: Metric, format: Format): string {
  const exact = decodeExact(gap);
  if (isZero(exact)) return "exactly there";
  return `${amountOf(metric, sizeOf(exact), format)} ${isNegative(exact) ? "short" : "more"}`;
}
