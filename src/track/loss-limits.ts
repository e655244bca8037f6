import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { ceiling } from "../number/ceiling.js";
import { encodeExact, parseExact, type ExactString } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { compare, multiply, ratio, type Ratio } from "../number/ratio.js";
import type { LossLimit } from "../solve/answer.js";
import { goalLossLimits, lossAllowedBy } from "../solve/loss-limits.js";
import { passedShare } from "./observed.js";
import type { Status } from "./status.js";

/** The most that may be lost, and what was: its owner's goal. */
export interface LossLimitTrack extends LossLimit {
  /** How much of it may be lost by now, evenly over the days of the period and what is not renewed by then, rounded up. */
  readonly byNow: ExactString;
  /** What was lost so far; null where the snapshot does not say. */
  readonly actual: ExactString | null;
  /** Out of reach once more was lost than may be in the whole period; behind above what may be lost by now; null if unknown. */
  readonly status: Status | null;
}

/** Every limit on losses, and how it stands. */
export function lossLimitTracks(compiled: DatedPlan, seen: CompiledSnapshot): readonly LossLimitTrack[] {
  return goalLossLimits(compiled).map(({ goal, limit }) => {
    const byNow = allowedBy(goal, seen.asOf);
    const actual = lostBy(goal, seen, limit, seen.asOf);
    return {
      ...limit,
      byNow: encodeExact(byNow),
      actual: actual === undefined ? null : encodeExact(actual),
      status: actual === undefined ? null : statusOf(actual, byNow, limit),
    };
  });
}

function statusOf(actual: Ratio, byNow: Ratio, limit: LossLimit): Status {
  if (isBroken(limit, actual)) return "out of reach";
  return compare(actual, byNow) > 0 ? "behind" : "on track";
}

/** Whether more was lost than may be in the whole period: no day that is left can change that. */
export function isBroken(limit: LossLimit, actual: Ratio): boolean {
  return compare(actual, mostOf(limit)) > 0;
}

/** What may be lost by the end of a day, rounded up: of churn the days that have passed, of renewals those that were due. */
export function allowedBy(compiled: DatedPlan, day: number): Ratio {
  return ratio(ceiling(lossAllowedBy(compiled, passedShare(compiled, day), day)));
}

function mostOf({ atMost }: LossLimit): Ratio {
  return must(parseExact(atMost), "the most that may be lost");
}

/** What was lost since the period's first day; undefined where it is not known for that day. */
export function lostBy(
  { period, base }: DatedPlan,
  { churned, churnedOn, asOf }: CompiledSnapshot,
  { item }: LossLimit,
  day: number,
): Ratio | undefined {
  if (churned === undefined || (churnedOn === null && day < asOf)) return undefined;
  const customers =
    churnedOn === null
      ? churned
      : ratio(churnedOn.filter((left) => left >= period.first && left <= day).length);
  if (item === "churned customers") return customers;
  return multiply(customers, must(base.churn, "what churn takes from the base").each.worth);
}
