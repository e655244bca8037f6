import { encodeExact, type ExactString } from "../../number/exact-string.js";
import { ratio } from "../../number/ratio.js";
import { cumulativeIncidence, incidenceVariance, type Curve } from "./cumulative-incidence.js";
import { lagRows } from "./lag-rows.js";
import type { FollowUp, LearnedRate, LearnedStage, NotKnown, RateBounds } from "./learned.js";
import { computeMaturity } from "./maturity.js";
import type { Observations } from "./observations.js";
import { effectiveSize, scoreInterval } from "../../number/score-interval.js";

/** A rate as computed, before it is written down. */
export interface Estimate {
  readonly rate: number;
  /** As many finished deals as would tell as much. */
  readonly size: number;
  /** The exact rate, where nothing is unfinished or late. */
  readonly exact: ExactString | undefined;
}

/** How stages of one history are judged. */
export interface StageOptions {
  readonly longestLag: number | undefined;
  /** Whether history records nothing but wins. */
  readonly onlyWins: boolean;
}

/** What history says of one stage. */
export function learnStage(stage: string, seen: Observations, options: StageOptions): LearnedStage {
  const { entered, open, wentOn, lost, finished, lostHereOrLater, maybeLost } = seen;
  const curve = cumulativeIncidence(seen);
  const notKnown = whyNotKnown(seen, options);
  const { mature: whole, followUp } = computeMaturity(seen, curve, options.longestLag);
  const mature = whole && notKnown === null;
  const rates = notKnown === null;
  const dated = cumulativeIncidence({ byAge: seen.datedByAge });
  const lags = standsForAll(seen) && (maybeLost === 0 || open === 0);
  return {
    stage,
    entered,
    wentOn,
    lost,
    open,
    lostHereOrLater,
    maybeLost,
    before: seen.before,
    naive: rates ? encodeExact(ratio(wentOn, entered)) : null,
    corrected: rates ? writtenRate(estimate(seen, curve), mature, wentOn, entered) : null,
    notKnown,
    bounds: boundsOf(seen),
    lag: lags ? lagRows(dated.rows, "wentOn", finished) : null,
    lossLag: lags && maybeLost === 0 ? lagRows(dated.rows, "lost", finished) : null,
    mature,
    followUp,
    unknown: unknowns(seen, notKnown, curve, mature, followUp),
  };
}

function whyNotKnown({ entered, maybeLost }: Observations, { onlyWins }: StageOptions): NotKnown | null {
  if (maybeLost > 0) return "loss-stage-unknown";
  if (entered === 0) return "nobody-entered";
  return onlyWins ? "only-wins" : null;
}

/** Of so many times in a stage one may lack its days, so that the others still stand for all. */
const ONE_UNDATED_OF = 10;

/** Can the times whose days are known stand for all that were decided? */
function standsForAll({ undated, wentOn, lost }: Observations): boolean {
  return undated * ONE_UNDATED_OF <= wentOn + lost;
}

/** Low: went on ÷ (went on + lost here + all that may be lost here). High: those went on where a later stage could lose them. */
function boundsOf({ wentOn, lost, maybeLost, maybeWentOn }: Observations): RateBounds | null {
  if (maybeLost === 0) return null;
  const most = wentOn + maybeWentOn;
  return {
    low: encodeExact(ratio(wentOn, wentOn + lost + maybeLost)),
    high: most + lost === 0 ? "1" : encodeExact(ratio(most, most + lost)),
  };
}

/** The corrected rate of these deals, and how much they tell. */
export function estimate(seen: Observations, curve: Curve): Estimate {
  const { entered, wentOn, lost, finished } = seen;
  const exact = finished ? encodeExact(ratio(wentOn, entered)) : undefined;
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

function millionths(parts: number): ExactString {
  return encodeExact(ratio(Math.min(MILLION, Math.max(0, parts)), MILLION));
}

function unknowns(
  seen: Observations,
  notKnown: NotKnown | null,
  { emptied }: Curve,
  mature: boolean,
  { longest, longestLag }: FollowUp,
): readonly string[] {
  const { entered, wentOn, lost, open, undated, maybeLost } = seen;
  if (notKnown !== null) return [whyText(notKnown, maybeLost)];
  const unknown: string[] = [];
  if (emptied !== null)
    unknown.push(
      `After ${emptied} days nobody was left under observation, although others came later: history begins too late for this stage.`,
    );
  else if (!mature)
    unknown.push(
      `${open} of ${entered} are still open and were watched for ${longest} days at most, and the longest lag seen is ${longestLag ?? "none"}: who goes on later is not seen yet. The rate is a floor, and no interval is claimed.`,
    );
  if (!standsForAll(seen))
    unknown.push(
      `Of ${undated} of ${wentOn + lost} deals that are decided nobody wrote down when they came into this stage or left it: no lag is learned.`,
    );
  if (wentOn === 0) unknown.push("None went on, so how long that takes is not known.");
  if (lost === 0) unknown.push("No loss was recorded, so how long losing takes is not known.");
  return unknown;
}

function whyText(notKnown: NotKnown, maybeLost: number): string {
  if (notKnown === "nobody-entered") return "No deal was seen in this stage.";
  if (notKnown === "only-wins")
    return "No loss and no open deal is recorded, so nobody can tell how many deals were not won: no rate is learned.";
  return `The record does not say in which stage ${maybeLost} lost ${maybeLost === 1 ? "deal was" : "deals were"} lost: it may have been this one, so its rate is not known.`;
}
