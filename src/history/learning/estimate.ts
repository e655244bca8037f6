import { encodeExact, type ExactString } from "../../number/exact-string.js";
import { ratio } from "../../number/ratio.js";
import { effectiveSize, scoreInterval } from "../../number/score-interval.js";
import { incidenceVariance, untilFew, type Curve } from "./cumulative-incidence.js";
import type { LearnedRate } from "./learned.js";
import { ENOUGH } from "./maturity.js";
import type { Observations } from "./observations.js";

/** A rate as computed, before it is written down. */
export interface Estimate {
  readonly rate: number;
  /** As many finished deals as would tell as much. */
  readonly size: number;
  /** The exact rate, where nothing is unfinished or late. */
  readonly exact: ExactString | undefined;
}

/** Between which rates the truth lies, nine times in ten. */
interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The corrected rate of these deals, and how much they tell. */
export function estimate(seen: Observations, curve: Curve): Estimate {
  const { entered, wentOn, lost, finished } = seen;
  const exact = finished ? encodeExact(ratio(wentOn, entered)) : undefined;
  const rate = exact === undefined ? Math.min(1, curve.wentOn) : wentOn / entered;
  return { rate, size: effectiveSize(rate, incidenceVariance(curve), entered, wentOn + lost), exact };
}

/**
 * Between which rates does the truth lie while deals are open that may still go on? Low: the share that has gone on, as far
 * as enough deals were watched, with room for luck. High: 1 less the share that was lost by then, alike. So every deal that
 * is open beyond may go on or be lost, and nothing depends on how many did so far.
 */
export function openInterval(curve: Curve, entered: number): Interval {
  const seen = untilFew(curve, Math.max(2, Math.min(ENOUGH, entered / 3)));
  const least = (way: "wentOn" | "lost") => {
    const share = Math.min(1, seen[way]);
    const decided = seen.rows.reduce((sum, row) => sum + row.wentOn + row.lost, 0);
    return scoreInterval(share, effectiveSize(share, incidenceVariance(seen, way), entered, decided)).low;
  };
  return { low: least("wentOn"), high: 1 - least("lost") };
}

/** Writes a rate down: to the millionth, the interval's ends outward, so that the rate lies between them. */
export function writtenRate(
  { rate, exact }: Pick<Estimate, "rate" | "exact">,
  interval: Interval | undefined,
  won: number,
  of: number,
): LearnedRate {
  return {
    rate: exact ?? millionths(Math.round(rate * MILLION)),
    low: interval === undefined ? null : millionths(Math.floor(Math.min(rate, interval.low) * MILLION)),
    high: interval === undefined ? null : millionths(Math.ceil(Math.max(rate, interval.high) * MILLION)),
    won,
    of,
  };
}

const MILLION = 1_000_000;

function millionths(parts: number): ExactString {
  return encodeExact(ratio(Math.min(MILLION, Math.max(0, parts)), MILLION));
}
