import type { Exact } from "../number/exact.js";
import type { Assumption } from "../model/assumption.js";

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

/** The health of the open pipeline. */
export interface PipelineHealth {
  readonly weighted: readonly WeightedMonth[];
  /** Open value ÷ what the goal still needs; null when it needs nothing. */
  readonly coverage: Exact | null;
  /** The coverage that this funnel really needs: open value ÷ what of it is expected in time; null without open work. */
  readonly neededCoverage: Exact | null;
  /** Expected amount of the open work ÷ the mean days of the whole path: what it earns a day; null without time. */
  readonly velocity: Exact | null;
  readonly slipped: readonly SlippedItem[];
  /** Units that should have gone on before; they are worth nothing in the forecast. */
  readonly overdue: readonly {
    readonly stage: string;
    readonly item: number | null;
    readonly entered: string | null;
  }[];
}

/** What will come of what has been done, if work goes on at a pace. `Stage` are the plan's stage names. */
export interface Forecast<Stage extends string = string> {
  readonly through: string;
  readonly horizon: string;
  readonly stages: Readonly<Record<Stage, StageForecast>>;
  readonly byDate: readonly ForecastOn[];
  readonly atEnd: { readonly wins: Exact; readonly amount: Exact; readonly attainment: Exact | null };
  /** Wins of the work up to the period's end that come after it. */
  readonly afterEnd: { readonly wins: Exact; readonly amount: Exact };
  readonly open: PipelineHealth;
  readonly assumptions: readonly Assumption[];
}
