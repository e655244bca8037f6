import type { Day } from "../calendar/day.js";
import { parseLag } from "../plan/lag.js";
import type { Period } from "../plan/period.js";
import type { WorkingCalendar } from "../calendar/working-days.js";
import { at } from "../number/invariant.js";
import { NO_LAG, type LagTable } from "../lag/read-lag.js";
import { numberSeries, type Series } from "../lag/series.js";
import { earnedSeries, type Earning } from "./earned-months.js";
import type { FlowStage } from "./flow.js";
import { axisLength, compileMover, type DayAxis, type Mover } from "./mover.js";

/** A period with a first and a last day. */
export type DatedPeriod = Extract<Period, { kind: "dated" }>;

/** How long going on from a stage takes. */
export interface StageLags {
  /** Of those that go on; no time where the plan writes none. */
  readonly lag: LagTable;
  /** Of those that are lost; undefined where the plan does not say. */
  readonly lossLag: LagTable | undefined;
  /** Whether the plan writes how long going on takes; else the age of a unit tells nothing. */
  readonly takesTime: boolean;
}

/** A stage that units move through. */
export type MovingStage = FlowStage & StageLags;

/** When entries of a stage are won. */
export interface StageLanding {
  /** By day of the axis: the chance that an entry of that day, if it converts, is won within the period. */
  readonly landing: Series;
  /** The same, but won by the period's end, also before its first day. */
  readonly byEnd: Series;
  /** For how many months an entry of that day, if it converts, pays in the period; undefined where the metric does not ask. */
  readonly earned: Series | undefined;
}

/** When entries are won, as far as it does not depend on the stage. */
export interface PlanTime {
  readonly mover: Mover;
  /** 1 on the days of the period, 0 before. */
  readonly won: Series;
  /** For how many months a win of each day pays in the period; undefined where the metric does not ask. */
  readonly earned: Series | undefined;
}

/** Reads the lags of a stage. */
export function compileLags({ written }: FlowStage): StageLags {
  return {
    lag: written.lag === undefined ? NO_LAG : parseLag(written.lag),
    lossLag: written.lossLag === undefined ? undefined : parseLag(written.lossLag),
    takesTime: written.lag !== undefined,
  };
}

/** Lays out the days on which units move: from the first day of work, or of the period, to the period's end. */
export function compileTime(
  period: DatedPeriod,
  workFrom: Day,
  calendar: WorkingCalendar,
  earning?: Earning,
): PlanTime {
  const first = Math.min(workFrom, period.first, period.last);
  const mover = compileMover({ first, last: period.last }, calendar);
  const earned = earning === undefined ? undefined : earnedSeries(earning, period, mover.axis);
  return { mover, won: insidePeriod(mover.axis, period), earned };
}

/**
 * When entries of each stage are won, by its index: what going on a lag later is worth, looked up from the win back to the
 * sources. Nothing is won in time that is won beyond the axis.
 */
export function computeLandings(
  flow: readonly MovingStage[],
  { mover, won, earned }: PlanTime,
  period: DatedPeriod,
): readonly StageLanding[] {
  const inPeriod = chances(flow, mover, won);
  const startsEarly = mover.axis.first < period.first;
  const byEnd = startsEarly ? chances(flow, mover, always(mover.axis)) : inPeriod;
  const months = earned === undefined ? undefined : chances(flow, mover, earned);
  return flow.map(({ index }) => ({
    landing: at(inPeriod, index),
    byEnd: at(byEnd, index),
    earned: months && at(months, index),
  }));
}

/** The same, but won in the period by a day of it, for each stage by its index; the last one is of the wins themselves. */
export function computeLandingsBy(
  flow: readonly MovingStage[],
  { mover }: PlanTime,
  { first, kind }: DatedPeriod,
  last: Day,
): readonly Series[] {
  const won = insidePeriod(mover.axis, { kind, first, last });
  return [...chances(flow, mover, won), won];
}

function chances(flow: readonly MovingStage[], mover: Mover, won: Series): readonly Series[] {
  const found: Series[] = flow.map(() => won);
  for (const { index, next, lag } of [...flow].reverse())
    found[index] = mover.backward(next < 0 ? won : at(found, next), lag);
  return found;
}

function always(axis: DayAxis): Series {
  return numberSeries(Array.from({ length: axisLength(axis) }, () => 1));
}

/** The series that is 1 on the days of the period and 0 elsewhere on the axis. */
function insidePeriod(axis: DayAxis, period: DatedPeriod): Series {
  const { first } = axis;
  const values = Array.from({ length: axisLength(axis) }, (_, day) =>
    first + day >= period.first && first + day <= period.last ? 1 : 0,
  );
  return numberSeries(values);
}
