import { parseLag } from "../plan/lag.js";
import type { Period } from "../plan/period.js";
import type { WorkingCalendar } from "../calendar/working-days.js";
import type { LagTable } from "../lag/read-lag.js";
import { numberSeries, type Series } from "../lag/series.js";
import type { FlowStage } from "./flow.js";
import { insidePeriod, compileLags, landingChances, compileMover, type Mover } from "./timeline.js";

/** Everything about time that does not depend on rates, values or the goal. */
export interface PlanTime {
  readonly mover: Mover;
  readonly lags: readonly LagTable[];
  /** How long losing takes, by stage; undefined where the plan does not say. */
  readonly lossLags: readonly (LagTable | undefined)[];
  /** 1 on the days of the period, 0 before. */
  readonly won: Series;
  /** By stage: the chance that an entry of a day, if it converts, is won within the period. */
  readonly landing: readonly Series[];
  /** The same, but won by the period's end, also before its first day. */
  readonly byEnd: readonly Series[];
}

/** Works out when entries are won. */
export function compilePlanTime(
  flow: readonly FlowStage[],
  period: Extract<Period, { kind: "dated" }>,
  workFrom: number,
  calendar: WorkingCalendar,
): PlanTime {
  const first = Math.min(workFrom, period.first, period.last);
  const mover = compileMover({ first, last: period.last }, calendar);
  const lags = compileLags(flow);
  const won = insidePeriod(mover.axis, period);
  const landing = landingChances(flow, lags, mover, won);
  const early = workFrom < period.first;
  const always = numberSeries(Array.from({ length: period.last - first + 1 }, () => 1));
  return {
    mover,
    lags,
    lossLags: flow.map(({ written }) =>
      written.lossLag === undefined ? undefined : parseLag(written.lossLag),
    ),
    won,
    landing,
    byEnd: early ? landingChances(flow, lags, mover, always) : landing,
  };
}
