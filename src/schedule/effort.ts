import { ceiling, ceilingOfQuotient } from "../number/ceiling.js";
import { at } from "../number/invariant.js";
import { compare, divide, isZero, multiply, ratio, type Ratio, type Whole } from "../number/ratio.js";
import { computeLevelEffort } from "../model/started-units.js";
import { wholeReach, type StageWindow } from "../model/windows.js";

/** All the work of a window and its spread over the days. */
interface Effort {
  readonly total: Whole;
  readonly counts: readonly number[];
}

/**
 * The least whole amount of work, spread level over the window, of which `need` units are expected to land:
 * ⌈need ÷ share that lands⌉, one more while whole days fall short.
 */
export function computeEffort(need: Ratio, window: StageWindow): Effort {
  let total = ceiling(computeLevelEffort(need, window));
  if (typeof total === "bigint") return { total, counts: [] };
  let counts = spread(total, window.reach);
  while (!isEnough(counts, need, window)) {
    total += 1;
    counts = spread(total, window.reach);
  }
  return { total, counts };
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

/** The least whole number that suffices when done every working day of the window; undefined without such a day. */
export function perDayFor(need: Ratio, window: StageWindow): Whole | undefined {
  return isZero(window.chanceSum) ? undefined : ceiling(divide(need, window.chanceSum));
}

/** The least whole number a week that suffices, with so many full days in the calendar's week. */
export function perWeekFor(need: Ratio, window: StageWindow, perWeek: Ratio): Whole | undefined {
  if (isZero(window.chanceSum)) return undefined;
  return ceiling(divide(multiply(perWeek, need), window.chanceSum));
}
