import { ceiling, ceilingOfQuotient } from "../number/ceiling.js";
import { at } from "../number/invariant.js";
import { compare, divide, isZero, multiply, ratio, type Ratio, type Whole } from "../number/ratio.js";
import { computeLevelEffort } from "../model/started-units.js";
import { sumWhole } from "../number/whole.js";
import { wholeReach, type StageWindow } from "../model/windows.js";

/** All the work of a window and its spread over the days. */
interface Effort {
  readonly total: Whole;
  readonly counts: readonly number[];
  /** The same for each month, where the goal holds for each of them. */
  readonly months?: readonly Effort[];
}

/** How many units must land, unrounded; and in each month, where the goal holds for each of them. */
export interface Need {
  readonly effort: Ratio;
  readonly months?: readonly Need[];
}

/**
 * The least whole amount of work, spread level over the window, of which `need` units are expected to land:
 * ⌈need ÷ share that lands⌉, one more while whole days fall short. Of months each by itself, added up.
 */
export function computeEffort({ effort: need, months }: Need, window: StageWindow): Effort {
  if (months !== undefined) {
    const each = months.map((month, index) => computeEffort(month, at(window.months, index)));
    const total = sumWhole(each.map((effort) => effort.total));
    return {
      total,
      counts: sumByDay(
        window,
        each.map(({ counts }) => counts),
      ),
      months: each,
    };
  }
  let total = ceiling(computeLevelEffort(need, window));
  if (typeof total === "bigint") return { total, counts: [] };
  let counts = spread(total, window.reach);
  while (!isEnough(counts, need, window)) {
    total += 1;
    counts = spread(total, window.reach);
  }
  return { total, counts };
}

/** The counts of each month's days, added up on the days of a window that is joined of theirs. */
export function sumByDay({ days, months }: StageWindow, counts: readonly (readonly number[])[]): number[] {
  const byDay = new Map<number, number>();
  counts.forEach((own, month) => {
    own.forEach((count, index) => {
      const day = at(at(months, month).days, index);
      byDay.set(day, (byDay.get(day) ?? 0) + count);
    });
  });
  return days.map((day) => byDay.get(day) ?? 0);
}

/**
 * Whether of whole counts so much lands as is needed, by the end of each part of a profile as much as is due by then, and
 * whether it pays as much as the level work does.
 */
function isEnough(
  counts: readonly number[],
  need: Ratio,
  { chances, days, landing, due, earned }: StageWindow,
): boolean {
  if (days.length === 0) return true;
  if (earned !== null && compare(landed(counts, earned.months), multiply(earned.each, need)) < 0)
    return false;
  if (due.length > 0)
    // Where nothing lands in time, no number is enough, and the plan cannot be met.
    return (
      isZero(landing) ||
      due.every((part) => compare(landed(counts, part.chances), multiply(part.share, need)) >= 0)
    );
  return chances === null || compare(landed(counts, chances), need) >= 0;
}

/** Whole counts by day whose cumulative sums are ⌈total · reach ÷ whole reach⌉: level, and never late. */
export function spread(total: number, reach: readonly Whole[]): number[] {
  const whole = wholeReach({ reach });
  let before = 0;
  return reach.map((reached) => {
    const until = whole === 0 ? 0 : Number(ceilingOfQuotient(total, reached, whole));
    const count = until - before;
    before = until;
    return count;
  });
}

/** How many of these units land. */
export function landed(
  counts: readonly number[],
  { values, scale }: NonNullable<StageWindow["chances"]>,
): Ratio {
  const total = counts.reduce(
    (sum, count, index) => sum + BigInt(count) * BigInt(at<Whole>(values, index)),
    0n,
  );
  return ratio(total, scale);
}

/** So many times the need. */
export function scaledNeed({ effort, months }: Need, factor: Ratio): Need {
  return {
    effort: multiply(effort, factor),
    ...(months === undefined ? {} : { months: months.map((month) => scaledNeed(month, factor)) }),
  };
}

/**
 * The least whole number that suffices when done every working day of the window; undefined without such a day. Of months what
 * suffices for each of them.
 */
export function perDayFor({ effort, months }: Need, window: StageWindow): Whole | undefined {
  if (months !== undefined) return greatestOf(months, window, perDayFor);
  return isZero(window.chanceSum) ? undefined : ceiling(divide(effort, window.chanceSum));
}

/** The least whole number a week that suffices, with so many full days in the calendar's week. */
export function perWeekFor(need: Need, window: StageWindow, perWeek: Ratio): Whole | undefined {
  return perDayFor(scaledNeed(need, perWeek), window);
}

/** The most that a month asks for; undefined where one can have nothing of what it needs. */
function greatestOf(
  months: readonly Need[],
  window: StageWindow,
  ask: (need: Need, window: StageWindow) => Whole | undefined,
): Whole | undefined {
  const asking = months.flatMap((need, index) => {
    const own = at(window.months, index);
    return isZero(need.effort) && isZero(own.chanceSum) ? [] : [ask(need, own)];
  });
  return asking.reduce<Whole | undefined>(
    (most, each) => (most === undefined || each === undefined ? undefined : each > most ? each : most),
    asking.length === 0 ? undefined : 0,
  );
}
