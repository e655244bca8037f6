import type { Period } from "../plan/period.js";
import { parseLag } from "../plan/lag.js";
import { workingDays, type WorkingCalendar } from "../calendar/working-days.js";
import { NO_LAG, type LagTable } from "../lag/read-lag.js";
import { delayed, foreseen, lookedUp, moved, numberSeries, type Series } from "../lag/series.js";
import type { FlowStage } from "./flow.js";

/** Consecutive days from `first` to `last` (both included); day numbers count from `first` inside a series. */
export interface DayAxis {
  readonly first: number;
  readonly last: number;
}

/** The lag of every stage, by index; a stage without one goes on the same day. */
export function compileLags(flow: readonly FlowStage[]): readonly LagTable[] {
  return flow.map(({ written }) => (written.lag === undefined ? NO_LAG : parseLag(written.lag)));
}

/** Whether any stage takes time. */
export function takesTime(flow: readonly FlowStage[]): boolean {
  return flow.some(({ written }) => written.lag !== undefined);
}

/** Moves units through lags along an axis of days, forward and backward. */
export interface Mover {
  readonly axis: DayAxis;
  /** When units go on that enter by this series. */
  readonly forward: (entries: Series, lag: LagTable) => Series;
  /** What entering on each day is worth, given what going on is worth. */
  readonly backward: (worth: Series, lag: LagTable) => Series;
}

/** Prepares moving along an axis; working-day lags are looked up in the calendar once for each length. */
export function compileMover(axis: DayAxis, calendar: WorkingCalendar): Mover {
  const shifts = new Map<number, readonly number[]>();
  const shift = (days: number): readonly number[] => {
    const known = shifts.get(days) ?? workingDayShift(axis, calendar, days);
    shifts.set(days, known);
    return known;
  };
  return {
    axis,
    forward: (entries, lag) =>
      lag.kind === "calendar" ? delayed(entries, lag) : moved(entries, shift(lag.days)),
    backward: (worth, lag) =>
      lag.kind === "calendar" ? foreseen(worth, lag) : lookedUp(worth, shift(lag.days)),
  };
}

/** For each day of the axis the day that lies so many working days later; −1 beyond the axis. */
function workingDayShift({ first, last }: DayAxis, calendar: WorkingCalendar, days: number): number[] {
  const size = last - first + 1;
  if (days === 0) return Array.from({ length: size }, (_, day) => day);
  const working = workingDays(calendar, first, last);
  let next = 0;
  return Array.from({ length: size }, (_, day) => {
    while ((working[next] ?? Infinity) <= first + day) next += 1;
    const target = working[next + days - 1];
    return target === undefined ? -1 : target - first;
  });
}

/** The series that is 1 on the days of the period and 0 elsewhere on the axis. */
export function insidePeriod({ first, last }: DayAxis, period: Extract<Period, { kind: "dated" }>): Series {
  const values = Array.from({ length: last - first + 1 }, (_, day) =>
    first + day >= period.first && first + day <= period.last ? 1 : 0,
  );
  return numberSeries(values);
}

/**
 * The chance, stage by stage, that a unit which enters on a day of the axis, if it converts all the way, is won on a day
 * that `won` counts as 1. Nothing is won in time that is won beyond the axis.
 */
export function landingChances(
  flow: readonly FlowStage[],
  lags: readonly LagTable[],
  mover: Mover,
  won: Series,
): readonly Series[] {
  const chances: Series[] = flow.map(() => won);
  for (let index = flow.length - 1; index >= 0; index -= 1) {
    const next = flow[index]?.next ?? -1;
    chances[index] = mover.backward(next < 0 ? won : (chances[next] ?? won), lags[index] ?? NO_LAG);
  }
  return chances;
}
