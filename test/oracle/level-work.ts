import type { WorkingDay } from "./calendar.js";
import type { Day, Range } from "./dates.js";
import { ONE, sum, whole } from "./rational.js";
import type { Rational } from "./rational.js";
import { spread } from "./schedule.js";
import type { OracleDay } from "./schedule.js";
import { countThrough, walk } from "./walk.js";
import type { WalkStage } from "./walk.js";

/** Level work at the first stage of a path, such that enough of it lands in the period. */
export interface LevelWork {
  readonly from: Day;
  readonly startBy: Day;
  readonly lastUseful: Day;
  readonly workingDays: Rational;
  readonly total: bigint;
  readonly perDay: bigint;
  readonly perWeek: bigint;
  readonly days: readonly OracleDay[];
  /** The unrounded level effort of each day of the window. */
  readonly effort: readonly { readonly on: Day; readonly count: Rational }[];
}

/** What level work is worked out from. */
export interface LevelWorkInput {
  /** From the stage that is worked at to the win. */
  readonly stages: readonly WalkStage[];
  readonly period: Range;
  /** The working days from `workFrom` to the period's end. */
  readonly days: readonly WorkingDay[];
  /** Units that would be needed if all of them landed. */
  readonly units: Rational;
  readonly workdaysInWeek: Rational;
  /** The least part of the best day's chance that a day of the window has; 1/2 unless given. */
  readonly minOnTimeShare?: Rational;
}

/** The chance that a unit which starts on a day, and is won one day, is won in the period. */
export function chanceToLand(stages: readonly WalkStage[], on: Day, period: Range): Rational {
  const [first] = stages;
  if (first === undefined) return ONE;
  const certain = stages.map((stage) => ({ ...stage, rate: ONE }));
  const entries = [{ stage: first.stage, on, count: ONE }];
  const { wins } = walk({ stages: certain, entries, from: on });
  return countThrough(wins, period.end).minus(countThrough(wins, period.start - 1));
}

/** Level work over the days that can still land; `null` where none can. */
export function levelWork(input: LevelWorkInput): LevelWork | null {
  const chances = input.days.map((day) => ({
    ...day,
    chance: chanceToLand(input.stages, day.on, input.period),
  }));
  const useful = chances.filter(({ chance }) => !chance.isZero());
  const best = useful.reduce((most, { chance }) => (chance.compare(most) > 0 ? chance : most), whole(0));
  const least = best.times(input.minOnTimeShare ?? ONE.over(whole(2)));
  const window = useful.filter(({ chance }) => chance.compare(least) >= 0);
  const [first, last, lastUseful] = [window.at(0), window.at(-1), useful.at(-1)];
  if (first === undefined || last === undefined || lastUseful === undefined) return null;
  const landing = sum(window.map(({ part, chance }) => part.times(chance)));
  const level = input.units.over(sum(window.map(({ weight, chance }) => weight.times(chance))));
  const days = enoughDays(
    window,
    level.times(sum(window.map(({ weight }) => weight))).ceiling(),
    input.units,
  );
  return {
    from: first.on,
    startBy: last.on,
    lastUseful: lastUseful.on,
    workingDays: sum(window.map(({ part }) => part)),
    total: days.reduce((total, { count }) => total + count, 0n),
    perDay: input.units.over(landing).ceiling(),
    perWeek: input.units.times(input.workdaysInWeek).over(landing).ceiling(),
    days,
    effort: window.map(({ on, weight }) => ({ on, count: level.times(weight) })),
  };
}

type Chance = WorkingDay & { readonly chance: Rational };

/** Whole days of the least total, from `least` up, of which enough lands. */
function enoughDays(window: readonly Chance[], least: bigint, units: Rational): OracleDay[] {
  for (let total = least; ; total++) {
    const days = spread(total, window);
    const landed = sum(window.map(({ chance }, index) => chance.times(whole(days[index]?.count ?? 0n))));
    if (landed.compare(units) >= 0) return days;
  }
}
