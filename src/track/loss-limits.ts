import { encodeExact, parseExact, type ExactString } from "../number/exact-string.js";
import { ceiling } from "../number/ceiling.js";
import { compare, multiply, ratio, ZERO, type Ratio } from "../number/ratio.js";
import { churnedCustomerWorth } from "../model/base-movement.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { Closing, Snapshot } from "../plan/snapshot.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import { computeLossLimits } from "../solve/loss-limits.js";
import type { LossLimit } from "../solve/answer.js";
import type { DatedPrepared } from "./dated.js";
import { passedShare } from "./observed.js";
import type { Status } from "./status.js";

/** The most that may be lost, and what was: its owner's goal. */
export interface LossLimitTrack extends LossLimit {
  /** How much of it may be lost by now, evenly over the days of the period, rounded up. */
  readonly byNow: ExactString;
  /** What was lost so far; null where the snapshot does not say. */
  readonly actual: ExactString | null;
  /** Out of reach once more was lost than may be in the whole period; behind above what may be lost by now; null if unknown. */
  readonly status: Status | null;
}

/** Every limit on losses, and how it stands. */
export function lossLimitTracks(prepared: DatedPrepared, snapshot: Snapshot): readonly LossLimitTrack[] {
  const asOf = parseWrittenDay(snapshot.asOf);
  return computeLossLimits(prepared).map((limit) => {
    const byNow = allowedBy(prepared, limit, asOf);
    const actual = lostBy(prepared, snapshot, limit, asOf);
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
export function isBroken({ atMost }: LossLimit, actual: Ratio): boolean {
  return compare(actual, parseExact(atMost) ?? ZERO) > 0;
}

/** What may be lost by the end of a day: the days of the period that have passed, of all that may, rounded up. */
export function allowedBy(prepared: DatedPrepared, { atMost }: LossLimit, day: number): Ratio {
  return ratio(ceiling(multiply(parseExact(atMost) ?? ZERO, passedShare(prepared, day))));
}

/** What was lost since the period's first day; undefined where it is not known for that day. */
export function lostBy(
  prepared: DatedPrepared,
  { churned, asOf }: Snapshot,
  { item }: LossLimit,
  day: number,
): Ratio | undefined {
  if (churned === undefined) return undefined;
  const isDated = Array.isArray(churned);
  if (!isDated && day < parseWrittenDay(asOf)) return undefined;
  const { first } = prepared.period;
  const rows = isDated ? (churned as readonly Closing[]) : [];
  const customers = isDated
    ? ratio(rows.filter(({ on }) => parseWrittenDay(on) >= first && parseWrittenDay(on) <= day).length)
    : parseQuantity(churned as Quantity);
  return item === "churned customers"
    ? customers
    : multiply(customers, churnedCustomerWorth(prepared.plan).worth);
}
