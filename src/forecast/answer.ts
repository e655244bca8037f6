import type { Exact } from "../number/exact.js";
import type { Assumption } from "../model/assumption.js";
import type { Plan } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Pace } from "./pace.js";

/** Units expected to have entered a stage, cumulatively, by the end of a day. */
export interface EntriesOn {
  readonly on: string;
  readonly entries: Exact;
}

/** What is expected of one stage. */
export interface StageForecast {
  /** Units that entered through the snapshot's day, as far as it says. */
  readonly soFar: Exact;
  /** So far, and expected through the period's end. */
  readonly atEnd: Exact;
  /** One for each day after the snapshot up to the horizon. */
  readonly byDate: readonly EntriesOn[];
}

/** Expected wins and the metric's amount, cumulatively from the period's first day, by the end of a day. */
export interface ForecastOn {
  readonly on: string;
  readonly wins: Exact;
  readonly amount: Exact;
}

/** Expected value of the open pipeline that is won in a month, `2026-02`. */
export interface WeightedMonth {
  readonly month: string;
  readonly wins: Exact;
  readonly amount: Exact;
}

/** An open unit whose expected date has passed. */
export interface SlippedItem {
  readonly stage: string;
  readonly item: number;
  readonly expected: string;
  readonly value: Exact | null;
}

/** The health of the open pipeline. Values count in average wins, in the metric's unit. */
export interface PipelineHealth {
  /** By month up to the horizon, or the period's end where that is later; months without an expected win are left out. */
  readonly weighted: readonly WeightedMonth[];
  /** Open value ÷ what the goal still needs; null when it needs nothing. */
  readonly coverage: Exact | null;
  /** The coverage that this funnel really needs: open value ÷ what of it is expected in time; null where that is nothing. */
  readonly neededCoverage: Exact | null;
  /** Expected amount of the open work ÷ the mean days of the longest path: what it earns a day; null without lags. */
  readonly velocity: Exact | null;
  /** Open units that were expected to be closed by now. They count in the forecast all the same. */
  readonly slipped: readonly SlippedItem[];
  /** Units that should have gone on before; they are worth nothing in the forecast. */
  readonly overdue: readonly OverdueItem[];
}

/** Open units that have been in their stage for longer than its lag knows; `item` is null for a plain count. */
export interface OverdueItem {
  readonly stage: string;
  readonly item: number | null;
  readonly entered: string | null;
}

/** What is expected by the period's end. */
export interface ForecastAtEnd {
  /** Wins in the period: `from.won + from.open + from.pace`. */
  readonly wins: Exact;
  readonly amount: Exact;
  /** Expected amount ÷ goal; null for a goal of 0. */
  readonly attainment: Exact | null;
  /** Where the wins come from: won already, units under way, and work that is still to be started. */
  readonly from: { readonly won: Exact; readonly open: Exact; readonly pace: Exact };
}

/** What will come of what has been done, if work goes on at a pace. `Stage` and `Team` are the plan's own names. */
export interface Forecast<Stage extends string = string, Team extends string = string> {
  readonly plan: Plan<Stage, Team>;
  readonly snapshot: Snapshot<Stage>;
  readonly pace: Pace<Stage>;
  /** The snapshot's day; everything up to its end has happened. */
  readonly through: string;
  readonly horizon: string;
  readonly stages: Readonly<Record<Stage, StageForecast>>;
  /** One for each day after the snapshot up to the horizon. */
  readonly byDate: readonly ForecastOn[];
  readonly atEnd: ForecastAtEnd;
  /** Wins that come after the period's end, of all work up to it; the amount is what they add when they are won. */
  readonly afterEnd: { readonly wins: Exact; readonly amount: Exact };
  readonly open: PipelineHealth;
  readonly assumptions: readonly Assumption[];
}
