import type { Count } from "../../number/measure.js";
import { weekday, type Day } from "../../calendar/day.js";
import type { ChanceOn } from "../answer.js";

const SUNDAY = 6;

/** The Sundays ahead, the period's end and the horizon. */
export function weekEnds(from: Day, horizon: Day, end: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= horizon; day += 1)
    if (weekday(day) === SUNDAY || day === end || day === horizon) days.push(day);
  return days;
}

/** No more than so many of them, evenly, the last one among them. */
export function thinned(days: readonly Day[], most: Count): readonly Day[] {
  if (days.length <= most) return days;
  const step = Math.ceil(days.length / Math.max(1, most));
  return days.filter((_, index) => (days.length - 1 - index) % step === 0);
}

/**
 * Coarser places and a spread that differs from day to day may let a chance fall by a hair; what is won by a day is won by
 * the next one too. The period's end is worked out best.
 */
export function risingChances(days: readonly ChanceOn[], end: ChanceOn): readonly ChanceOn[] {
  const before = days.filter(({ on }) => on < end.on);
  const after = days.filter(({ on }) => on >= end.on);
  let [most, least] = [end.chance, end.chance];
  const rising = [...before]
    .reverse()
    .map((day) => ({ ...day, chance: (most = Math.min(most, day.chance)) }));
  return [
    ...rising.reverse(),
    ...after.map((day) => ({ ...day, chance: (least = Math.max(least, day.chance)) })),
  ];
}
