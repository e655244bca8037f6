import type { Count } from "../number/measure.js";
import type { Day } from "../calendar/day.js";
import { workingDays, type WorkingCalendar } from "../calendar/working-days.js";
import type { LagTable } from "../lag/read-lag.js";
import { delayed, foreseen, lookedUp, moved, type Series } from "../lag/series.js";
import type { Whole } from "../number/whole.js";

/** Consecutive days from `first` to `last` (both included); day numbers count from `first` inside a series. */
export interface DayAxis {
  readonly first: Day;
  readonly last: Day;
}

/** What a series along an axis says of a day; 0 of a day beyond the axis, where nothing is known to happen. */
export function valueOn({ values }: Series, { first }: DayAxis, day: Day): Whole {
  return values[day - first] ?? 0;
}

/** How many days an axis has. */
export function axisLength({ first, last }: DayAxis): Count {
  return last - first + 1;
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
