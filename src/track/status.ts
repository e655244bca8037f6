import { nearestNumber } from "../number/nearest-number.js";
import { parseRateText } from "../number/rate-text.js";
import { compare, isNegative, isPositive, isZero, multiply, type Ratio } from "../number/ratio.js";

/** How far something is from where it should be. */
export type Status = "ahead" | "on track" | "behind" | "out of reach";

/** Where one status ends and the next begins; rates such as `"90%"` or 0.9. */
export interface StatusThresholds {
  /** Pace from which (included) a stage is ahead; default 110%. */
  readonly ahead?: number | string | undefined;
  /** Pace below which a stage is behind; default 90%. */
  readonly behind?: number | string | undefined;
  /** What must be done a day from now on ÷ what was planned a day, above which it is out of reach; default 200%. */
  readonly outOfReach?: number | string | undefined;
  /**
   * Attainment at the period's end below which the outcome is behind, where no chance is told or the period is over; default
   * 100%. It is ahead from `ahead` on.
   */
  readonly attainment?: number | string | undefined;
  /** Chance of the goal from which (included) the outcome is ahead, if it is also above the chance asked for; default 95%. */
  readonly aheadChance?: number | string | undefined;
  /** Points below the chance asked for (50% where none is asked) down to which the outcome is on track; default 10%. */
  readonly chanceSlack?: number | string | undefined;
  /** Chance with all that can be done below which the outcome is out of reach; default 5%. */
  readonly outOfReachChance?: number | string | undefined;
  /** Early warning: share of the goal that the pace so far must come to, else it may be given; default 90%. */
  readonly warnOutlook?: number | string | undefined;
  /** Early warning: pace below which a source of work must be, for it to be given; default 75%. */
  readonly warnWork?: number | string | undefined;
}

/** The thresholds as ratios. */
export interface Thresholds {
  readonly ahead: Ratio;
  readonly behind: Ratio;
  readonly outOfReach: Ratio;
  readonly attainment: Ratio;
  readonly aheadChance: Ratio;
  readonly chanceSlack: Ratio;
  readonly outOfReachChance: Ratio;
  readonly warnOutlook: Ratio;
  readonly warnWork: Ratio;
}

const DEFAULTS = {
  ahead: "110%",
  behind: "90%",
  outOfReach: "200%",
  attainment: "100%",
  aheadChance: "95%",
  chanceSlack: "10%",
  outOfReachChance: "5%",
  warnOutlook: "90%",
  warnWork: "75%",
} as const;

/** Reads thresholds, with their defaults. Throws a RangeError for one that is no share above 0. */
export function parseThresholds(given: StatusThresholds = {}): Thresholds {
  return {
    ahead: read(given, "ahead"),
    behind: read(given, "behind"),
    outOfReach: read(given, "outOfReach"),
    attainment: read(given, "attainment"),
    aheadChance: read(given, "aheadChance"),
    chanceSlack: read(given, "chanceSlack"),
    outOfReachChance: read(given, "outOfReachChance"),
    warnOutlook: read(given, "warnOutlook"),
    warnWork: read(given, "warnWork"),
  };
}

function read(given: StatusThresholds, name: keyof Thresholds): Ratio {
  const written = given[name] ?? DEFAULTS[name];
  const share = parseRateText(written);
  if (share === undefined || !isPositive(share))
    throw new RangeError(`track requires ${name} as a share above 0; got ${written}`);
  return share;
}

/** What a stage's status is judged by. */
interface Progress {
  /** Where it should be, not rounded, and in the whole numbers of the plan's days. */
  readonly level: Ratio;
  readonly whole: Ratio;
  readonly actual: Ratio;
  /** What is planned a day, and what is needed a day from now on; undefined where no day is left. */
  readonly plannedPerDay: Ratio;
  readonly neededPerDay: Ratio | undefined;
  /** What is missing to the plan's total. */
  readonly missing: Ratio;
}

/** Out of reach first, then behind, ahead, on track. Whoever does what the plan's days say is never ahead of it. */
export function stageStatus(progress: Progress, { ahead, behind, outOfReach }: Thresholds): Status {
  const { level, whole, actual, plannedPerDay, neededPerDay, missing } = progress;
  const late = compare(actual, multiply(behind, level)) < 0;
  if (late && isPositive(missing)) {
    if (neededPerDay === undefined) return "out of reach";
    if (compare(neededPerDay, multiply(outOfReach, plannedPerDay)) > 0) return "out of reach";
  }
  if (late) return "behind";
  const far = isPositive(level) && compare(actual, multiply(ahead, level)) >= 0;
  return far && compare(actual, whole) > 0 ? "ahead" : "on track";
}

/** The outcome's status by what is expected at the period's end. A goal of nothing is on track once it is kept. */
export function outcomeStatus(
  projected: Ratio,
  goal: Ratio,
  isReachable: () => boolean,
  { ahead, attainment }: Thresholds,
): Status {
  if (isZero(goal)) return isNegative(projected) ? "behind" : "on track";
  if (compare(projected, multiply(attainment, goal)) < 0) return isReachable() ? "behind" : "out of reach";
  return compare(projected, multiply(ahead, goal)) >= 0 ? "ahead" : "on track";
}

/** Where no chance is asked for, the plan's own is about a half. */
const EVEN = 0.5;

/** Chances that differ by less are the same: sums of percentages are not exact in doubles. */
const SAME = 1e-9;

/** What the outcome's status is judged by where its chance is told. Chances are from 0 to 1. */
interface Likelihood {
  /** The chance that the plan asks for; null where it asks for none. */
  readonly asked: number | null;
  /** The chance of the goal as work goes on. */
  readonly chance: number;
  /** The chance with all that can be done from now on; null where that cannot be told. */
  readonly best: () => number | null;
}

/**
 * The outcome's status by its chance.
 *
 * Ahead from 95% (included) and above what is asked; on track from what is asked (50% where nothing is) less 10 points;
 * out of reach below 5% with all that can be done; else behind.
 */
export function chanceStatus({ asked, chance, best }: Likelihood, thresholds: Thresholds): Status {
  const reaches = (share: number, limit: number): boolean => share >= limit - SAME;
  const isAbove = asked === null || !reaches(asked, chance);
  if (isAbove && reaches(chance, nearestNumber(thresholds.aheadChance))) return "ahead";
  if (reaches(chance, (asked ?? EVEN) - nearestNumber(thresholds.chanceSlack))) return "on track";
  const most = best();
  const isLost = most !== null && !reaches(most, nearestNumber(thresholds.outOfReachChance));
  return isLost ? "out of reach" : "behind";
}
