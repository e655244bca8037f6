import { toExact, type Exact } from "../number/exact.js";
import { ratio } from "../number/ratio.js";
import { cumulativeIncidence, incidenceVariance, type Curve } from "./cumulative-incidence.js";
import { lagRows } from "./lag-rows.js";
import type { FollowUp, LearnedRate, LearnedStage } from "./learned.js";
import { maturityOf } from "./maturity.js";
import type { Observations } from "./observations.js";
import { effectiveSize, scoreInterval } from "./score-interval.js";

/** A rate as computed, before it is written down. */
export interface Estimate {
  readonly rate: number;
  /** As many finished deals as would tell as much. */
  readonly size: number;
  /** The exact rate, where nothing is unfinished or late. */
  readonly exact: Exact | undefined;
}

/** What history says of one stage. */
export function learnStage(stage: string, seen: Observations, longestLag: number | undefined): LearnedStage {
  const { entered, open, wentOn, lost, finished } = seen;
  const curve = cumulativeIncidence(seen);
  const { mature, followUp } = maturityOf(seen, curve, longestLag);
  const corrected = entered === 0 ? null : writtenRate(estimate(seen, curve), mature, wentOn, entered);
  return {
    stage,
    entered,
    wentOn,
    lost,
    open,
    before: seen.before,
    naive: entered === 0 ? null : toExact(ratio(wentOn, entered)),
    corrected,
    lag: lagRows(curve.rows, "wentOn", finished),
    lossLag: lagRows(curve.rows, "lost", finished),
    mature,
    followUp,
    unknown: unknowns({ entered, wentOn, lost, open }, curve, mature, followUp),
  };
}

/** The corrected rate of these deals, and how much they tell. */
export function estimate(seen: Observations, curve: Curve): Estimate {
  const { entered, wentOn, lost, finished } = seen;
  const exact = finished ? toExact(ratio(wentOn, entered)) : undefined;
  const rate = exact === undefined ? Math.min(1, curve.wentOn) : wentOn / entered;
  return { rate, size: effectiveSize(rate, incidenceVariance(curve), entered, wentOn + lost), exact };
}

/** Writes a rate down: to the millionth, the interval's ends outward, so that the rate lies between them. */
export function writtenRate(
  { rate, size, exact }: Estimate,
  claim: boolean,
  won: number,
  of: number,
): LearnedRate {
  const { low, high } = scoreInterval(rate, size);
  return {
    rate: exact ?? millionths(Math.round(rate * MILLION)),
    low: claim ? millionths(Math.floor(low * MILLION)) : null,
    high: claim ? millionths(Math.ceil(high * MILLION)) : null,
    won,
    of,
  };
}

const MILLION = 1_000_000;

function millionths(parts: number): Exact {
  return toExact(ratio(Math.min(MILLION, Math.max(0, parts)), MILLION));
}

function unknowns(
  { entered, wentOn, lost, open }: Pick<LearnedStage, "entered" | "wentOn" | "lost" | "open">,
  { emptied }: Curve,
  mature: boolean,
  { longest, longestLag }: FollowUp,
): readonly string[] {
  if (entered === 0) return ["No deal was seen in this stage."];
  const unknown: string[] = [];
  if (emptied !== null)
    unknown.push(
      `After ${emptied} days nobody was left under observation, although others came later: history begins too late for this stage.`,
    );
  else if (!mature)
    unknown.push(
      `${open} of ${entered} are still open and were watched for ${longest} days at most, and the longest lag seen is ${longestLag ?? "none"}: who goes on later is not seen yet. The rate is a floor, and no interval is claimed.`,
    );
  if (wentOn === 0) unknown.push("None went on, so how long that takes is not known.");
  if (lost === 0) unknown.push("No loss was recorded, so how long losing takes is not known.");
  return unknown;
}
