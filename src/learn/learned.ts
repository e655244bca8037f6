import type { Exact } from "../number/exact.js";
import type { LagShareInput } from "./lag-rows.js";

/** A rate with the counts it was seen in. `low` and `high` are null where nothing can be claimed yet. */
export interface LearnedRate {
  /** The rate. */
  readonly rate: Exact;
  /** The ends of the 90% interval. */
  readonly low: Exact | null;
  /** The upper end of the 90% interval. */
  readonly high: Exact | null;
  /** How many went on, of how many entered: the raw counts. */
  readonly won: number;
  /** How many entered. */
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
  /** How long its deals were watched. */
  readonly followUp: FollowUp;
  /** What is not known, in sentences. */
  readonly unknown: readonly string[];
}

/** One stage of one group, pulled toward the whole. */
export interface GroupRate extends LearnedRate {
  /** The stage's name. */
  readonly stage: string;
  /** Went on ÷ entered, in this group. */
  readonly naive: Exact;
  /** The group's own corrected rate, before it was pulled. */
  readonly own: Exact;
}

/** What deals can be told apart by. The month is the one in which a deal entered its first stage. */
export type GroupKey = "owner" | "channel" | "month";

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
  readonly mean: Exact;
  /** The value in their middle. */
  readonly median: Exact;
  /** The least value that at least so many percent of the deals do not exceed. */
  readonly quantiles: {
    /** One in ten is worth no more. */
    readonly p10: Exact;
    /** One in four is worth no more. */
    readonly p25: Exact;
    /** Three in four are worth no more. */
    readonly p75: Exact;
    /** Nine in ten are worth no more. */
    readonly p90: Exact;
  };
  /** Deals more than three times the middle half's width outside it; they are in all other numbers. */
  readonly outliers: readonly {
    /** The journey's id. */
    readonly id: string;
    /** What it was worth. */
    readonly value: Exact;
  }[];
}

/** What history says. Plain data. */
export interface Learned<Stage extends string = string> {
  /** The last day that counts, included. */
  readonly through: string;
  /** The first day on which deals were watched; null where the watching had no beginning. */
  readonly observedFrom: string | null;
  /** Journeys that were used, and those that could not be: not begun by `through`, or without any date. */
  readonly journeys: number;
  /** Journeys that could not be used. */
  readonly unused: number;
  /** By name, for the stages that history knows. */
  readonly stages: Readonly<Partial<Record<Stage, LearnedStage>>>;
  /** Rates of owners, channels and months, where they were asked for. */
  readonly groups: readonly LearnedGroup[];
  /** Currencies are kept apart; one entry for each. */
  readonly values: readonly LearnedValue[];
}
