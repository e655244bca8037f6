import { toCount } from "../model/count.js";
import { ceiling } from "../number/ceiling.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { divide, isZero, larger, multiply, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { shareOf } from "./observed.js";
import { stageStatus, type Status, type Thresholds } from "./status.js";

/** Where a stage or an activity is, and where it should be. */
export interface Pacing {
  /** What the plan's days come to so far, in whole numbers. */
  readonly planned: number;
  /** The same before rounding; pace is judged by it. */
  readonly plannedExact: ExactString;
  /** Null where the snapshot says nothing of it. */
  readonly actual: ExactString | null;
  /** Actual ÷ planned; null where nothing was planned yet, or nothing is known. */
  readonly pace: ExactString | null;
  /** What a working day must bring from the next day on to come to the plan's total; null where no day is left. */
  readonly needPerDay: number | null;
  /** Null where the snapshot says nothing of it. */
  readonly status: Status | null;
}

/** Everything that pace is judged from. */
export interface PaceFigures {
  /** What was planned by now, on the level course and in the plan's whole days. */
  readonly level: Ratio;
  readonly whole: Ratio;
  /** What is planned in all. */
  readonly total: Ratio;
  /** What was done; undefined where it is not known. */
  readonly actual: Ratio | undefined;
  readonly daysLeft: Ratio;
  readonly days: Ratio;
}

/** Pace of one thing: what was planned, what was done, and what it takes from the next day on. */
export function computePacing(
  { level, whole, total, actual, daysLeft, days }: PaceFigures,
  thresholds: Thresholds,
): Pacing {
  const missing = larger(ZERO, subtract(total, actual ?? level));
  const neededPerDay = isZero(missing) ? ZERO : isZero(daysLeft) ? undefined : divide(missing, daysLeft);
  const plannedPerDay = isZero(days) ? ZERO : divide(total, days);
  const pace = actual === undefined ? undefined : shareOf(actual, level);
  return {
    planned: toCount(ceiling(whole), ["goal", "amount"]),
    plannedExact: encodeExact(level),
    actual: actual === undefined ? null : encodeExact(actual),
    pace: pace === undefined ? null : encodeExact(pace),
    needPerDay: neededPerDay === undefined ? null : toCount(ceiling(neededPerDay), ["goal", "amount"]),
    status:
      actual === undefined
        ? null
        : stageStatus({ level, whole, actual, plannedPerDay, neededPerDay, missing }, thresholds),
  };
}

/** The same for something that each unit takes a number of times; `actual` is how often it was done. */
export function timesEach(pace: PaceFigures, perUnit: Ratio, actual: Ratio | undefined): PaceFigures {
  const times = (count: Ratio): Ratio => multiply(count, perUnit);
  return { ...pace, level: times(pace.level), whole: times(pace.whole), total: times(pace.total), actual };
}
