import type { ExactString } from "../../number/exact-string.js";

/** Wins that were expected, and wins that came. */
interface ExpectedAndCame {
  /** How many were expected, rounded to a hundredth. */
  readonly expected: ExactString;
  /** How many came. */
  readonly came: number;
}

/** From how many to how many, both included. */
export type WinsRange = readonly [low: number, high: number];

/** One period of the past, forecast from what was known on the day before it. */
export interface BacktestPeriod {
  /** Its first day. */
  readonly from: string;
  /** Its last day. */
  readonly to: string;
  /** The wins that came. */
  readonly won: number;
  /** The wins that were expected, rounded to a hundredth. */
  readonly expected: ExactString;
  /** Between which numbers of wins as many of all cases lie as `level` says. */
  readonly range: WinsRange;
  /** Whether the wins that came lie in it. */
  readonly held: boolean;
  /** The range that luck alone would give, as if rates were known and periods were alike. */
  readonly luckRange: WinsRange;
  /** The most wins that were as sure as was asked for, such as 80%. */
  readonly sure: number;
  /** Whether so many came. */
  readonly reached: boolean;
  /** By how much more than luck periods differ, as it was learned until then: a standard deviation, "0.28". */
  readonly spread: ExactString;
  /** Of deals that were open on the first day. */
  readonly pipeline: ExpectedAndCame;
  /** Of deals that began in the period; their number is taken as it came. */
  readonly fresh: ExpectedAndCame;
}

/** A share of some cases, and between which shares the truth lies nine times of ten. */
export interface HowOften {
  /** In how many of them. */
  readonly count: number;
  /** Of how many. */
  readonly of: number;
  /** The lower end of the 90% interval of the share. */
  readonly low: ExactString;
  /** The upper end. */
  readonly high: ExactString;
}

/**
 * An assumption that the past contradicts, beyond luck (together, these are wrong about one time in twenty).
 *
 * - `rate`: from this stage more, or fewer, went on than its rate and lag said
 * - `timing`: deals that were open brought more and new ones fewer wins than was said, or the other way round, so lags are off
 * - `range`: the ranges held the truth less often than they promise
 */
export type FailedAssumption =
  | {
      /** Which assumption. */
      readonly code: "rate";
      /** The stage. */
      readonly stage: string;
      /** How many were expected to go on in all periods, rounded to a hundredth, and how many did. */
      readonly wentOn: ExpectedAndCame;
    }
  | {
      /** Which assumption. */
      readonly code: "timing";
      /** Wins of deals that were open. */
      readonly pipeline: ExpectedAndCame;
      /** Wins of deals that began in the periods. */
      readonly fresh: ExpectedAndCame;
    }
  | {
      /** Which assumption. */
      readonly code: "range";
    };

/** A period that could not be forecast, and the stage of which too little was known then. */
export interface UntestedPeriod {
  /** Its first day. */
  readonly from: string;
  /** The stage without a rate. */
  readonly stage: string;
}

/** How forecasts of the past would have done. */
export interface Backtest {
  /** The last day of history. */
  readonly asOf: string;
  /** What was forecast, again and again. */
  readonly per: "month" | "week";
  /** How many of all cases a range is to hold: "4/5". */
  readonly level: ExactString;
  /** How sure the wins are that were asked for: "4/5". */
  readonly chance: ExactString;
  /** Each period, in order; none where history is too short. */
  readonly periods: readonly BacktestPeriod[];
  /** Periods of which too little was known. */
  readonly untested: readonly UntestedPeriod[];
  /** How often the ranges held what came; null without periods. */
  readonly held: HowOften | null;
  /** How often ranges of luck alone would have; null without periods. */
  readonly heldByLuck: HowOften | null;
  /** How often as many wins came as were asked for; null without periods. */
  readonly reached: HowOften | null;
  /** What the past contradicts; none where all of it may be luck. */
  readonly failed: readonly FailedAssumption[];
  /** By how much more than luck periods differ: what was learned, and what would have been needed. */
  readonly spread: {
    /** As history tells it now, "0.28"; to be written into a plan: `spread: { month: "28%" }`. Null without periods. */
    readonly learned: ExactString | null;
    /** The least, by whole percents, with which the ranges would have held as often as they promise; null where none up to 150% does. */
    readonly needed: ExactString | null;
  };
}
