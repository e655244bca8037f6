import type { Journey } from "../journeys/journey.js";
import type { FunnelStages } from "../journeys/paths.js";
import { countPeriods, dealPaths, type PeriodCount } from "./deal-paths.js";
import { Observations } from "./observations.js";
import type { Seen } from "./observe-journeys.js";
import { expectedWins, nextStages, periodModel, type KnownStages } from "./period-model.js";
import type { PastPeriod } from "./period-spread.js";
import { recordedPeriods } from "./periods.js";
import { stageCurve } from "./stage-curve.js";

/** The last so many periods tell how much they differ. */
export const MOST_PERIODS = 24;

/** A history, and the days between which its record is looked at. Day numbers. */
export interface PastRecord {
  readonly journeys: readonly Journey[];
  readonly funnel: FunnelStages;
  readonly from: number;
  readonly asOf: number;
  readonly per: "month" | "week";
  readonly dayOf: (date: string) => number;
}

/** What is known of all stages of a history. */
export function knownStages(
  { stages, all }: Seen,
  { funnel, asOf }: Pick<PastRecord, "funnel" | "asOf">,
): KnownStages {
  const curves = stages.map(
    (stage) =>
      [
        stage,
        stageCurve(all.byStage.get(stage) ?? new Observations(), { asOf, stages: stages.length }),
      ] as const,
  );
  return { next: nextStages(funnel), curves: new Map(curves) };
}

/** What each of the last periods brought, and what was to be expected of it by what is known now. */
export function pastPeriods(record: PastRecord, known: KnownStages): readonly PastPeriod[] {
  const { journeys, funnel, from, asOf, per, dayOf } = record;
  const periods = recordedPeriods(from, asOf, per).slice(-MOST_PERIODS);
  return countPeriods(dealPaths(journeys, funnel, asOf, dayOf), periods).map(({ pipeline, fresh, won }) =>
    judgePeriod({ pipeline, fresh, won: won.pipeline + won.fresh }, known),
  );
}

/** The deals of one period, and how many of them it won. */
export interface PeriodDeals extends Pick<PeriodCount, "pipeline" | "fresh"> {
  readonly won: number;
}

/** What a period brought, and what was to be expected of it. */
export function judgePeriod({ pipeline, fresh, won }: PeriodDeals, known: KnownStages): PastPeriod {
  return { won, ...expectedWins(periodModel([...pipeline, ...fresh], known, 0)) };
}
