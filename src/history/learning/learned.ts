import type { ExactString } from "../../number/exact-string.js";
import type { LearningGap } from "../../words/learning.js";
import type { LagShareInput } from "./lag-rows.js";

/** A rate with the counts it was seen in. `low` and `high` are null where nothing can be claimed. */
export interface LearnedRate {
  /** The rate. */
  readonly rate: ExactString;
  /** The lower end of the 90% interval. */
  readonly low: ExactString | null;
  /** The upper end of the 90% interval. */
  readonly high: ExactString | null;
  /** How many went on, of how many entered: the raw counts. */
  readonly won: number;
  /** How many entered. */
  readonly of: number;
}

/** How many of some deals went on within the same number of days. */
interface MovedCount {
  /** How many went on within those days. */
  readonly wentOn: number;
  /** How many entered. */
  readonly of: number;
}

/** A rate that is another one since a day, beyond luck. */
export interface MovedRate {
  /** Deals that entered from this day on differ from those before. */
  readonly since: string;
  /** Both are compared by how many went on within this many days of their entry. */
  readonly within: number;
  /** The earlier deals. */
  readonly before: MovedCount;
  /** The later deals. */
  readonly after: MovedCount;
  /** The rate of the later deals alone. */
  readonly rate: LearnedRate;
}

/** The least and the greatest rate that the record leaves room for. */
export interface RateBounds {
  /** If every deal of unknown stage was lost here. */
  readonly low: ExactString;
  /** If none of them was. */
  readonly high: ExactString;
}

/** How long deals were watched. Days. */
export interface FollowUp {
  /** Since the earliest entry. */
  readonly longest: number;
  /** The longest time that going on took; null when none went on. */
  readonly longestLag: number | null;
  /** Deals that were watched half as long again as that, and a week (or for the `longestLag` that was given). */
  readonly beyond: number;
  /** Share that is still undecided as far as at least ten deals were watched: 0 when the whole curve is seen. */
  readonly undecided: number;
}

/**
 * Why the rate of a stage cannot be told from history at all, however many deals it holds.
 *
 * - `nobody-entered`: no deal was seen in it
 * - `only-wins`: no loss and no open deal is recorded anywhere, so nobody knows how many were not won
 * - `only-losses`: no win and no open deal is recorded anywhere, so nobody knows how many were won
 * - `open-deals-missing`: no deal is open although some should be, so the record seems to leave open deals out
 * - `loss-stage-unknown`: deals were lost in a stage that nobody wrote down, which may have been this one
 * - `open-stage-unknown`: deals are open in a stage that nobody wrote down, which may be this one
 * - `days-unknown`: deals are open here, and too many of the days on which deals came or left are not known to tell how many of
 *   the open ones go on
 */
export type NotKnown =
  | "nobody-entered"
  | "only-wins"
  | "only-losses"
  | "open-deals-missing"
  | "endings-missing"
  | "loss-stage-unknown"
  | "open-stage-unknown"
  | "days-unknown";

/** What history says of one stage. entered = wentOn + lost + open + lostHereOrLater + openHereOrLater. */
export interface LearnedStage {
  /** The stage's name. */
  readonly stage: string;
  /** How many deals entered it. */
  readonly entered: number;
  /** How many of them went on. */
  readonly wentOn: number;
  /** How many were lost there. */
  readonly lost: number;
  /** How many are there still. */
  readonly open: number;
  /** Deals that came this far for certain, and were lost here or in a later stage: nobody wrote down which. */
  readonly lostHereOrLater: number;
  /** Deals that came this far for certain, and are open here or in a later stage: nobody wrote down which. */
  readonly openHereOrLater: number;
  /** All deals lost in a stage that nobody wrote down, which may have been this one. */
  readonly maybeLost: number;
  /** All open deals in a stage that nobody wrote down, which may be this one. */
  readonly maybeOpen: number;
  /** Deals whose time in this stage lies wholly before `observedFrom`; they are in no other count. */
  readonly before: number;
  /** went on ÷ entered: too low while deals are unfinished. Null where `notKnown` says why. */
  readonly naive: ExactString | null;
  /**
   * The rate with unfinished deals taken into account. While `mature` is false its interval leaves room for every deal that is
   * still open, and for both rates where `moved` tells of two. Null where `notKnown` says why.
   */
  readonly corrected: LearnedRate | null;
  /** Why there is no rate; null where there is one. It is the first of `unknown`. */
  readonly notKnown: NotKnown | null;
  /**
   * Between which shares the rate must lie whatever is not known: of the decided deals, wherever those of unknown stage were
   * lost; or, where only days or open deals are not known, whether all or none of the open ones go on. Null where the record
   * tells the rate. No room for luck is added.
   */
  readonly bounds: RateBounds | null;
  /** How long going on took, as a plan takes it; null when none went on, and where too few of the days are known. */
  readonly lag: readonly LagShareInput[] | null;
  /** How long losing took; null when none was lost, and where too few of the days are known. */
  readonly lossLag: readonly LagShareInput[] | null;
  /** Whether the whole curve is seen and the rate does not move, so that rate and interval can be relied on. */
  readonly mature: boolean;
  /** The rate that deals have since a day, where it has changed beyond luck; else null. */
  readonly moved: MovedRate | null;
  /**
   * How many times more than luck the rates of months of deals differ (chi-square ÷ degrees of freedom); 1 where luck explains
   * them. The interval is wider by the root of it, and by a little more where few months tell it.
   */
  readonly dispersion: number;
  /** How long its deals were watched. */
  readonly followUp: FollowUp;
  /** What is not known, with its figures and in sentences. */
  readonly unknown: readonly LearningGap[];
}

/** One stage of one group, pulled toward the whole. */
export interface GroupRate extends LearnedRate {
  /** The stage's name. */
  readonly stage: string;
  /** Went on ÷ entered, in this group. */
  readonly naive: ExactString;
  /** The group's own corrected rate, before it was pulled. */
  readonly own: ExactString;
  /** How many deals of the whole it was mixed with. */
  readonly strength: number;
}

/** What deals can be told apart by. The month is the one in which a deal entered its first stage. */
export type GroupKey = "owner" | "channel" | "month";

/** Every one of them. */
export const GROUP_KEYS = ["owner", "channel", "month"] as const satisfies readonly GroupKey[];

/** The deals of one owner, channel or month; name null for deals that have none. */
export interface LearnedGroup {
  /** What its deals have in common. */
  readonly by: GroupKey;
  /** Which owner, channel or month; null for deals that have none. */
  readonly name: string | null;
  /** How many deals it has. */
  readonly journeys: number;
  /** Their rates, stage by stage. */
  readonly stages: readonly GroupRate[];
}

/** What won deals were worth, in one currency; null for amounts without one. */
export interface LearnedValue {
  /** The currency; null for amounts without one. */
  readonly currency: string | null;
  /** How many won deals have a value in it. */
  readonly count: number;
  /** Their average. */
  readonly mean: ExactString;
  /** The value in their middle. */
  readonly median: ExactString;
  /** The least value that at least this percentage of the deals does not exceed. */
  readonly quantiles: {
    /** One in ten is worth no more. */
    readonly p10: ExactString;
    /** One in four is worth no more. */
    readonly p25: ExactString;
    /** Three in four are worth no more. */
    readonly p75: ExactString;
    /** Nine in ten are worth no more. */
    readonly p90: ExactString;
  };
  /** Deals more than three times the middle half's width outside it; they are in all other numbers. */
  readonly outliers: readonly {
    /** The journey's id. */
    readonly id: string;
    /** What it was worth. */
    readonly value: ExactString;
  }[];
}

/** By how much more than luck months differ. */
export interface LearnedSpread {
  /** The standard deviation of a month's wins around what was to be expected of it, beyond luck: "0.28" is 28%. */
  readonly month: ExactString;
  /** How many months tell it. */
  readonly months: number;
  /** How many wins they brought. */
  readonly wins: number;
}

/** What history says. Plain data. */
export interface Learned<Stage extends string = string> {
  /** The last day that counts, included. */
  readonly asOf: string;
  /** The first day on which deals were watched; null where the watching had no beginning. */
  readonly observedFrom: string | null;
  /** Journeys that were used, and those that could not be: not begun by `asOf`, or without any date. */
  readonly journeys: number;
  /** Journeys that could not be used. */
  readonly unused: number;
  /** Deals of the record that are in no journey, as the import counted them. */
  readonly leftOut: number;
  /**
   * How many were won in the end of all that came in, whichever stages they went through: won ÷ decided, of all deals where
   * none is open, else of those that were watched for as long as the slowest took. Null where that cannot be told.
   */
  readonly overall: LearnedRate | null;
  /**
   * By how much more than luck months differ, all stages together; null where fewer than three months are on record, and where
   * rate or lag of a stage is not known.
   */
  readonly spread: LearnedSpread | null;
  /** By name, for the stages that history knows. */
  readonly stages: Readonly<Partial<Record<Stage, LearnedStage>>>;
  /** Rates of owners, channels and months, where they were asked for. */
  readonly groups: readonly LearnedGroup[];
  /** Currencies are kept apart; one entry for each. */
  readonly values: readonly LearnedValue[];
}
