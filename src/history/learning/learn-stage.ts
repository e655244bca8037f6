import { encodeExact } from "../../number/exact-string.js";
import { ratio } from "../../number/ratio.js";
import { effectiveSize, scoreInterval } from "../../number/score-interval.js";
import { cumulativeIncidence, incidenceVariance, type Curve } from "./cumulative-incidence.js";
import { estimate, openInterval, writtenRate, type Estimate } from "./estimate.js";
import { lagRows } from "./lag-rows.js";
import type { LearnedRate, LearnedStage, MovedRate, NotKnown, RateBounds } from "./learned.js";
import { computeMaturity } from "./maturity.js";
import { curveSince, findMovement, NO_MOVEMENT, type Movement, type MovementOptions } from "./moving-rate.js";
import type { MissingEndings } from "./missing-endings.js";
import type { Observations } from "./observations.js";
import { unknowns } from "./unknowns.js";
import type { WonOfDecided } from "./whole-times.js";

/** How stages of one history are judged. */
interface StageOptions extends MovementOptions {
  readonly longestLag: number | undefined;
  /** Whether history records nothing but wins. */
  readonly onlyWins: boolean;
  /** Whether losses seem to be left out of it. */
  readonly lacksLosses: boolean;
  /** Whether it records nothing but losses. */
  readonly onlyLosses: boolean;
  /** Deals of the record that could not be read. */
  readonly leftOut: number;
  /** The longest time from the first stage to a win or a loss, in days. */
  readonly longestTime: number;
  /** Whether open deals seem to be left out of the record. */
  readonly lacksOpen: boolean;
  /** Wins and losses that are left out at its beginning. */
  readonly missing?: MissingEndings | undefined;
  /** Whether history begins later than its deals. */
  readonly beginsLate: boolean;
}

/** What history says of one stage. */
export function learnStage(stage: string, seen: Observations, options: StageOptions): LearnedStage {
  const { entered, open, wentOn, lost, finished, maybeLost, maybeOpen } = seen;
  const curve = cumulativeIncidence(seen);
  const told = toldBy(seen, options);
  const notKnown = typeof told === "object" || told === "ages" ? null : told;
  const maturity = computeMaturity(seen, curve, options.longestLag);
  const movement = notKnown === null ? findMovement(seen, curve, options) : NO_MOVEMENT;
  const { leftOut } = options;
  const stands = leftOut * ONE_UNDATED_OF <= entered;
  const isSeen = stands && !options.lacksLosses && (typeof told === "object" || maturity.mature);
  const mature = notKnown === null && isSeen && movement.change === undefined;
  const dated = cumulativeIncidence({ byAge: seen.datedByAge });
  const isWhole = !options.lacksOpen && options.missing === undefined;
  const lags = standsForAll(seen) && isWhole && maybeOpen === 0 && (maybeLost === 0 || open === 0);
  const moved = movement.change === undefined ? null : movedRate(movement.change, curve, isSeen);
  const corrected =
    notKnown === null ? correctedRate({ seen, curve, told, isSeen, leftOut, movement, moved }) : null;
  return {
    stage,
    entered,
    wentOn,
    lost,
    open,
    lostHereOrLater: seen.lostHereOrLater,
    openHereOrLater: seen.openHereOrLater,
    maybeLost,
    maybeOpen,
    before: seen.before,
    naive: notKnown === null ? encodeExact(ratio(wentOn, entered)) : null,
    corrected,
    notKnown,
    bounds: boundsOf(seen, notKnown),
    lag: lags ? lagRows(dated.rows, "wentOn", finished) : null,
    lossLag: lags && maybeLost === 0 ? lagRows(dated.rows, "lost", finished) : null,
    mature,
    moved,
    dispersion: movement.dispersion,
    followUp: maturity.followUp,
    unknown: unknowns(seen, {
      ...{ notKnown, told, moved, isSeen, followUp: maturity.followUp },
      ...{
        leftOut: stands ? 0 : leftOut,
        lacksLosses: options.lacksLosses,
        whole: typeof told === "object" || maturity.mature,
      },
      ...{ emptied: curve.emptied, lags: standsForAll(seen), lacksOpen: options.lacksOpen },
      ...{ unplaced: leftOut, missing: options.missing },
    }),
  };
}

/** What tells the rate: all times with their ages, only the deals that are old enough to be decided, or nothing. */
type Told = "ages" | WonOfDecided | NotKnown;

/**
 * Where a day or a stage of a deal is not known, ages cannot correct for what is open: then only deals that came in long
 * enough ago can tell, if all of them are decided.
 */
function toldBy(seen: Observations, options: StageOptions): Told {
  const { onlyWins, onlyLosses, lacksLosses, longestTime, beginsLate, lacksOpen } = options;
  if (options.missing !== undefined) return "endings-missing";
  if (seen.maybeLost > 0) return "loss-stage-unknown";
  if (seen.entered === 0) return seen.maybeOpen > 0 ? "open-stage-unknown" : "nobody-entered";
  if (onlyWins) return "only-wins";
  if (onlyLosses) return "only-losses";
  // Of deals that came in before the record begins, those are known that took long.
  if (lacksOpen)
    return (beginsLate ? undefined : seen.inAll.decided(longestTime, true)) ?? "open-deals-missing";
  const isUnfinished = seen.open + seen.maybeOpen > 0;
  if (!isUnfinished || unplaced(seen) * ONE_UNDATED_OF <= seen.entered) return "ages";
  const old = beginsLate || lacksLosses ? undefined : seen.inAll.decided(longestTime);
  if (old !== undefined) return old;
  return seen.maybeOpen > 0 ? "open-stage-unknown" : "days-unknown";
}

interface Reading {
  readonly seen: Observations;
  readonly curve: Curve;
  readonly told: Told;
  readonly isSeen: boolean;
  readonly leftOut: number;
  readonly movement: Movement;
  readonly moved: MovedRate | null;
}

function correctedRate({ seen, curve, told, isSeen, leftOut, movement, moved }: Reading): LearnedRate {
  const { entered, wentOn, finished } = seen;
  if (typeof told === "object") {
    const { won, of } = told;
    const exact = encodeExact(ratio(won, of));
    const { low, high } = scoreInterval(won / of, of);
    const unread = leftOut / (of + leftOut);
    return writtenRate({ rate: won / of, exact }, { low: low - unread, high: high + unread }, won, of);
  }
  const found = isSeen ? estimate(seen, curve) : soFar(seen, curve);
  const interval = isSeen
    ? scoreInterval(found.rate, Math.max(1, found.size / movement.inflation))
    : openInterval(curve, entered);
  // What nobody knows the age of might have been at any.
  const room = (finished ? 0 : unplaced(seen) / entered) + leftOut / (entered + leftOut);
  const also = moved === null ? [] : [Number(moved.rate.low), Number(moved.rate.high)];
  const low = Math.min(interval.low - room, ...also);
  const high = Math.max(interval.high + room, ...also);
  return writtenRate(found, { low, high }, wentOn, entered);
}

/** What has gone on so far, where not all of the curve is seen: as far as enough deals were watched. */
function soFar({ wentOn, entered }: Observations, curve: Curve): Pick<Estimate, "rate" | "exact" | "size"> {
  return { rate: Math.max(wentOn / entered, Math.min(1, curve.wentOn)), size: entered, exact: undefined };
}

function movedRate(change: NonNullable<Movement["change"]>, whole: Curve, isSeen: boolean): MovedRate {
  const curve = curveSince(change, whole);
  let [entered, wentOn, lost] = [0, 0, 0];
  for (const [came, , gone, left] of change.later.values()) {
    entered += came;
    wentOn += gone;
    lost += left;
  }
  const open = entered - wentOn - lost;
  const rate = open === 0 ? wentOn / entered : Math.min(1, curve.wentOn);
  const exact = open === 0 ? encodeExact(ratio(wentOn, entered)) : undefined;
  const interval = isSeen
    ? scoreInterval(
        rate,
        Math.max(1, effectiveSize(rate, incidenceVariance(curve), entered, wentOn + lost) / change.inflation),
      )
    : openInterval(curve, entered);
  const { since, within, before, after } = change;
  return { since, within, before, after, rate: writtenRate({ rate, exact }, interval, wentOn, entered) };
}

/** Of this many times in a stage one may lack its days; the others are then still representative. */
const ONE_UNDATED_OF = 10;

/** Times whose age, or whose place, nobody knows. */
function unplaced({ undated, undatedOpen, maybeOpen }: Observations): number {
  return undated + undatedOpen + maybeOpen;
}

/** Can the times whose days are known stand for all that were decided? */
function standsForAll({ undated, wentOn, lost }: Observations): boolean {
  return undated * ONE_UNDATED_OF <= wentOn + lost;
}

/**
 * Where deals were lost in unknown stages, of those that are decided: low, all of them were lost here; high, those that could
 * went on. Else, where only days or open deals are not known: low, every open one will be lost here; high, all go on.
 */
function boundsOf(seen: Observations, notKnown: NotKnown | null): RateBounds | null {
  const { wentOn, lost, open, maybeLost, maybeWentOn, maybeOpen } = seen;
  if (notKnown === "endings-missing") return null;
  if (maybeLost > 0) {
    const most = wentOn + maybeWentOn;
    return {
      low: encodeExact(ratio(wentOn, wentOn + lost + maybeLost)),
      high: most + lost === 0 ? "1" : encodeExact(ratio(most, most + lost)),
    };
  }
  if (notKnown !== "days-unknown" && notKnown !== "open-stage-unknown") return null;
  const all = wentOn + lost + open + maybeOpen;
  return {
    low: encodeExact(ratio(wentOn, all)),
    high: encodeExact(ratio(wentOn + open + maybeOpen, all)),
  };
}
