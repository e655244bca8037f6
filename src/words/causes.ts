import type { Format } from "../format/format.js";
import { decodeExact, type ExactString } from "../number/exact-string.js";
import { isNegative } from "../number/ratio.js";
import { sizeOf } from "../format/rounding.js";
import type { Metric } from "../plan/metric.js";
import { amountOf } from "./progress.js";

/** One cause of a gap, as a sentence tells it. */
interface CauseData {
  /** The cause. */
  readonly cause: "work" | "conversion" | "timing" | "value" | "losses" | "not explained";
  /** What it adds to the outcome, below 0 where it takes away. */
  readonly amount: ExactString;
  /** The stage at which it is greatest; null where it belongs to none. */
  readonly stage: string | null;
  /** The goal's metric. */
  readonly metric: Metric;
  /** For conversion: whether it is more than bad luck; null where that cannot be said. */
  readonly significant: boolean | null;
  /** For conversion: whether the days of what entered the stage are known, or do not matter. */
  readonly daysKnown: boolean;
}

/**
 * Says one cause of a gap: what it is, where it is greatest, and what it takes or adds.
 *
 * @example
 * ```ts
 * sayCause({ cause: "work", amount: "-1.8", stage: "call", metric: "customers", significant: null, daysKnown: true }, plainFormat);
 * // => 'Less work was started than planned, most of all at "call": 1.8 less.'
 * sayCause({ cause: "conversion", amount: "-0.7", stage: "demo", metric: "customers", significant: false, daysKnown: true }, plainFormat);
 * // => 'Fewer went on than the rates say, most of all from "demo": 0.7 less, which may be luck.'
 * ```
 */
export function sayCause(
  { cause, amount, stage, metric, significant, daysKnown }: CauseData,
  format: Format,
): string {
  const exact = decodeExact(amount);
  const isLoss = isNegative(exact);
  const where = stage === null ? "" : `, most of all ${cause === "work" ? "at" : "from"} "${stage}"`;
  const luck = cause === "conversion" && isLoss ? luckText(daysKnown, significant) : "";
  const by = `${amountOf(metric, sizeOf(exact), format)} ${isLoss ? "less" : "more"}`;
  return `${(isLoss ? LOSSES : GAINS)[cause]}${where}: ${by}${luck}.`;
}

function luckText(daysKnown: boolean, significant: boolean | null): string {
  if (!daysKnown) return ", unless the work came late (its days are not given)";
  if (significant === null) return "";
  return significant ? ", which is more than bad luck" : ", which may be luck";
}

const LOSSES: Readonly<Record<CauseData["cause"], string>> = {
  work: "Less work was started than planned",
  conversion: "Fewer went on than the rates say",
  timing: "It takes longer than planned",
  value: "Wins were worth less than planned",
  losses: "More was lost than planned",
  "not explained": "The work and the rates do not explain the rest",
};

const GAINS: Readonly<Record<CauseData["cause"], string>> = {
  work: "More work was started than planned",
  conversion: "More went on than the rates say",
  timing: "It goes faster than planned",
  value: "Wins were worth more than planned",
  losses: "Less was lost than planned",
  "not explained": "The work and the rates do not explain the rest",
};
