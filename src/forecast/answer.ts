import type { ExactString } from "../number/exact-string.js";
import type { Assumption } from "../model/assumption.js";
import type { Plan } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Pace } from "./pace.js";

/** Units expected to have entered a stage, cumulatively, by the end of a day. */
export interface EntriesOn {
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
export interface OverdueItem {
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

/** Where the work so far will lead, if it continues at a pace. `Stage` and `Team` are the plan's own names. */
export interface Forecast<Stage extends string = string, Team extends string = string> {
  /** The plan that was run forward. */
  readonly plan: Plan<Stage, Team>;
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
  /** Wins that come after the period's end, of all work up to it; the amount is what they add when they are won. */
  readonly afterEnd: {
    /** Wins, expected, unrounded. */
    readonly wins: ExactString;
    /** What they add to the metric, in its unit. */
    readonly amount: ExactString;
  };
  /** The health of the open pipeline. */
  readonly pipelineHealth: PipelineHealth;
  /** What was assumed because neither the plan nor the snapshot says it. */
  readonly assumptions: readonly Assumption[];
}
