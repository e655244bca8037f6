import type { ExactString } from "../number/exact-string.js";
import type { Assumption } from "../words/assumptions.js";
import type { Metric } from "../plan/metric.js";
import type { Plan } from "../plan/plan.js";
import type { NoChance } from "../words/no-chance.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Pace } from "./pace.js";

/** Units expected to have entered a stage, cumulatively, by the end of a day. */
interface EntriesOn {
  /** The day, up to its end. */
  readonly on: string;
  /** How many have entered by then, expected, unrounded. */
  readonly entries: ExactString;
}

/** What is expected of one stage. */
export interface StageForecast {
  /** Units that entered through the snapshot's day, as far as it says. */
  readonly soFar: ExactString;
  /** So far, and expected through the period's end. */
  readonly atEnd: ExactString;
  /** One for each day after the snapshot up to the horizon. */
  readonly byDate: readonly EntriesOn[];
}

/** Expected wins and the metric's amount, cumulatively from the period's first day, by the end of a day. */
export interface ForecastOn {
  /** The day, up to its end. */
  readonly on: string;
  /** Wins by then, expected, unrounded. */
  readonly wins: ExactString;
  /** The metric by then, in its unit. */
  readonly amount: ExactString;
}

/** Expected value of the open pipeline that is won in a month, `2026-02`. */
export interface WeightedMonth {
  /** The month, `2026-02`. */
  readonly month: string;
  /** Wins expected in it of what is open now: each deal counts as one. */
  readonly wins: ExactString;
  /** The same, each deal counted by its value in average deals. */
  readonly averageWins: ExactString;
  /** What they are worth, in the metric's unit. */
  readonly amount: ExactString;
}

/** An open unit whose expected date has passed. */
export interface SlippedItem {
  /** The stage that it is in. */
  readonly stage: string;
  /** Its place in the list of that stage, from 0. */
  readonly item: number;
  /** The day on which it was expected to close. */
  readonly expected: string;
  /** What it is worth; null where no value is written. */
  readonly value: ExactString | null;
}

/** The health of the open pipeline. Values are in the metric's unit. */
export interface PipelineHealth {
  /** Units that are under way: open work, or what is left of dated entries where the snapshot gives no open work. */
  readonly underWay: ExactString;
  /** What they would be worth if all of them were won, in the metric's unit. */
  readonly value: ExactString;
  /** What they are expected to bring within the period. */
  readonly inTime: {
    /** Wins: each deal counts as one. */
    readonly wins: ExactString;
    /** The same, each deal counted by its value in average deals. */
    readonly averageWins: ExactString;
    /** What they are worth, in the metric's unit. */
    readonly amount: ExactString;
  };
  /** By month up to the horizon, or the period's end where that is later; months without an expected win are left out. */
  readonly weighted: readonly WeightedMonth[];
  /** Open value ÷ what the goal still needs; null when it needs nothing. */
  readonly coverage: ExactString | null;
  /** The coverage that this funnel really needs: open value ÷ what of it is expected in time; null where that is nothing. */
  readonly neededCoverage: ExactString | null;
  /** Expected amount of the open work ÷ the mean days of the longest path: what it earns a day; null without lags or open work. */
  readonly velocity: ExactString | null;
  /** Open units that were expected to be closed by now. They count in the forecast all the same. */
  readonly slipped: readonly SlippedItem[];
  /** Units that should have gone on before; they are worth nothing in the forecast. */
  readonly overdue: readonly OverdueItem[];
}

/** Open units that have been in their stage for longer than its lag knows; `item` is null for a plain count. */
interface OverdueItem {
  /** The stage that it is in. */
  readonly stage: string;
  /** Its place in the list of that stage, from 0; null for a plain count. */
  readonly item: number | null;
  /** The day on which it entered; null where none is written. */
  readonly entered: string | null;
}

/** What is expected by the period's end. */
export interface ForecastAtEnd {
  /** Wins in the period: `from.won + from.open + from.pace`. */
  readonly wins: ExactString;
  /** The metric at the period's end, in its unit. */
  readonly amount: ExactString;
  /** Expected amount ÷ goal; null for a goal of 0. */
  readonly attainment: ExactString | null;
  /** Where the wins come from: won already, units under way, and work that is still to be started. */
  readonly from: {
    /** Won through the snapshot's day. */
    readonly won: ExactString;
    /** Of units that are under way. */
    readonly pipeline: ExactString;
    /** Of work that is still to be started. */
    readonly pace: ExactString;
  };
}

/** What one of several goals comes to by the period's end. */
export interface GoalOutlook {
  /** What is counted. */
  readonly metric: Metric;
  /** How much of it is to be reached. */
  readonly goal: ExactString;
  /** What the amounts count in; null where the plan names no currency. */
  readonly unit: string | null;
  /** The expected amount, in its unit. */
  readonly amount: ExactString;
  /** That ÷ the goal; null for a goal of 0. */
  readonly attainment: ExactString | null;
  /** The chance that this goal is reached, whatever becomes of the others, from 0 to 1; null where none was to be told. */
  readonly chance: number | null;
  /** Whether it needs most of all goals of the plan. */
  readonly binds: boolean;
}

/** Where the middle cases lie, from and to, both included: as many of all cases as the level says, such as 80%. */
export type ForecastRange = readonly [low: ExactString, high: ExactString];

/** What is known for sure of a day: a chance, and where most cases lie. */
export interface ChanceOn {
  /** The day, up to its end. */
  readonly on: string;
  /**
   * The chance that what is won by then is enough for the goal, with all that the base brings and loses until the period's
   * end; from 0 to 1.
   */
  readonly chance: number;
  /** Wins by then, whole ones. */
  readonly wins: ForecastRange;
  /** The metric by then, in its unit. */
  readonly amount: ForecastRange;
}

/** What is known for sure of the period's end. */
export interface ChanceAtEnd extends ChanceOn {
  /** The most by which the chance may be wrong; what is not known of the market is not in it. */
  readonly error: number;
}

/** How sure a forecast is, given that work goes on at its pace. */
export interface ForecastChance {
  /** How much of all cases each range holds at least, from 0 to 1: 0.8 unless asked otherwise. */
  readonly level: number;
  /** The chance that the plan asks for; null where it asks for none. */
  readonly asked: number | null;
  /** The chance of the goal, and the ranges at the period's end; null where they are not told, for the `reason`. */
  readonly atEnd: ChanceAtEnd | null;
  /**
   * The same by the end of each week (a Sunday) after the snapshot, of the period and of the horizon: for a band in a picture.
   * Weeks are left out, evenly, where there are more than 60 or working them out takes too long.
   */
  readonly byWeek: readonly ChanceOn[];
  /** Why no chance is told; null where it is. */
  readonly reason: NoChance | null;
}

/** What a month is expected to come to. */
export interface MonthExpected {
  /** The metric in the month, in its unit. */
  readonly amount: ExactString;
  /** Whether that is what the goal asks of it. */
  readonly isReached: boolean;
}

/** One month that is not over, where the goal holds for each. */
export interface ForecastMonth {
  /** The month, `2026-02`; its first and last day where it begins within a month. */
  readonly month: string;
  /** Its first day. */
  readonly start: string;
  /** Its last day, included. */
  readonly end: string;
  /** What it is to reach, in the metric's unit. */
  readonly goal: ExactString;
  /** What it comes to at the pace of the forecast; null where it is not known which of the wins so far are its own. */
  readonly atPace: MonthExpected | null;
  /** The same if the rest is done as planned. */
  readonly asPlanned: MonthExpected | null;
}

/** Where the work so far will lead, if it continues at a pace. `Stage` and `Team` are the plan's own names. */
export interface Forecast<Stage extends string = string, Team extends string = string> {
  /** The plan that was run forward. */
  readonly plan: Plan<Stage, Team>;
  /** Which of the plan's `goals` needs most, so that amounts here are its own: its place from 0; only where there are several. */
  readonly binds?: number;
  /** What has happened, as it was handed in. */
  readonly snapshot: Snapshot<Stage>;
  /** How work goes on. */
  readonly pace: Pace<Stage>;
  /** Of how many working days a recent pace is the average: fewer than asked for where work began later; null for others. */
  readonly paceDays: number | null;
  /** The snapshot's day; everything up to its end has happened. */
  readonly asOf: string;
  /** The last day of the forecast, included. */
  readonly horizon: string;
  /** What is expected of each stage. */
  readonly stages: Readonly<Record<Stage, StageForecast>>;
  /** One for each day after the snapshot up to the horizon. */
  readonly byDate: readonly ForecastOn[];
  /** What is expected by the period's end. */
  readonly atEnd: ForecastAtEnd;
  /** What each of several goals comes to by then, in the order of the plan; only where it has several. */
  readonly goals?: readonly GoalOutlook[];
  /** Each month that is not over, judged by itself; only where the goal holds for each month. */
  readonly months?: readonly ForecastMonth[];
  /** Wins that come after the period's end, of all work up to it; the amount is what they add when they are won. */
  readonly afterEnd: {
    /** Wins, expected, unrounded. */
    readonly wins: ExactString;
    /** What they add to the metric, in its unit. */
    readonly amount: ExactString;
  };
  /** How sure this is; null where it was not to be told. */
  readonly chance: ForecastChance | null;
  /** The health of the open pipeline. */
  readonly pipelineHealth: PipelineHealth;
  /** What was assumed because neither the plan nor the snapshot says it. */
  readonly assumptions: readonly Assumption[];
}
