import type { Exact } from "../number/exact.js";
import type { LagShareInput } from "./lag-rows.js";

/** A rate with the counts it was seen in. `low` and `high` are null where nothing can be claimed yet. */
export interface LearnedRate {
  readonly rate: Exact;
  /** The ends of the 90% interval. */
  readonly low: Exact | null;
  readonly high: Exact | null;
  /** How many went on, of how many entered: the raw counts. */
  readonly won: number;
  readonly of: number;
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

/** What history says of one stage. entered = wentOn + lost + open. */
export interface LearnedStage {
  readonly stage: string;
  readonly entered: number;
  readonly wentOn: number;
  readonly lost: number;
  readonly open: number;
  /** Deals whose time in this stage lies wholly before `observedFrom`; they are in no other count. */
  readonly before: number;
  /** went on ÷ entered: too low while deals are unfinished. Null when none entered. */
  readonly naive: Exact | null;
  /** The rate with unfinished deals taken into account. Null when none entered. */
  readonly corrected: LearnedRate | null;
  /** How long going on took, as a plan takes it; null when none went on. */
  readonly lag: readonly LagShareInput[] | null;
  /** How long losing took; null when none was lost. */
  readonly lossLag: readonly LagShareInput[] | null;
  /** Whether the whole curve is seen, so that rate and interval can be relied on. */
  readonly mature: boolean;
  readonly followUp: FollowUp;
  /** What is not known, in sentences. */
  readonly unknown: readonly string[];
}

/** One stage of one group, pulled toward the whole. */
export interface GroupRate extends LearnedRate {
  readonly stage: string;
  readonly naive: Exact;
  /** The group's own corrected rate, before it was pulled. */
  readonly own: Exact;
}

/** What deals can be told apart by. The month is the one in which a deal entered its first stage. */
export type GroupKey = "owner" | "channel" | "month";

/** The deals of one owner, channel or month; name null for deals that have none. */
export interface LearnedGroup {
  readonly by: GroupKey;
  readonly name: string | null;
  readonly journeys: number;
  readonly stages: readonly GroupRate[];
}

/** What won deals were worth, in one currency; null for amounts without one. */
export interface LearnedValue {
  readonly currency: string | null;
  readonly count: number;
  readonly mean: Exact;
  readonly median: Exact;
  /** The least value that at least so many percent of the deals do not exceed. */
  readonly quantiles: { readonly p10: Exact; readonly p25: Exact; readonly p75: Exact; readonly p90: Exact };
  /** Deals more than three times the middle half's width outside it; they are in all other numbers. */
  readonly outliers: readonly { readonly id: string; readonly value: Exact }[];
}

/** What history says. Plain data. */
export interface Learned<Stage extends string = string> {
  readonly through: string;
  readonly observedFrom: string | null;
  /** Journeys that were used, and those that could not be: not begun by `through`, or without any date. */
  readonly journeys: number;
  readonly unused: number;
  /** By name, for the stages that history knows. */
  readonly stages: Readonly<Partial<Record<Stage, LearnedStage>>>;
  readonly groups: readonly LearnedGroup[];
  /** Currencies are kept apart; one entry for each. */
  readonly values: readonly LearnedValue[];
}
