import { ceiling, ceilingOfQuotient } from "../number/ceiling.js";
import {
  compare,
  divide,
  isZero,
  multiply,
  ONE,
  sum,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";

/**
 * The working days on which work at a stage can still count, each with its weight (effort) and its chance (that a unit
 * started on it, if it converts, lands in the period).
 */
export interface WorkWindow {
  /** Day numbers in order; empty for a period without dates. */
  readonly days: readonly number[];
  /** Whole-number weights, cumulative: one for each day. */
  readonly reach: readonly number[];
  /** Null when everything lands. */
  readonly chances: readonly Ratio[] | null;
  /** Σ chances: how many full days the window is worth, done every day alike. */
  readonly chanceSum: Ratio;
  /** Σ weight·chance ÷ Σ weight: the share of the window's work that lands. */
  readonly landing: Ratio;
}

/** A window of alike days in which everything lands; `days` are left out for a period without dates. */
export function plainWindow(
  workingDays: number,
  days: readonly number[],
  reach: readonly number[],
): WorkWindow {
  return {
    days,
    reach,
    chances: null,
    chanceSum: { num: workingDays, den: 1 },
    landing: workingDays === 0 ? ZERO : ONE,
  };
}

/** All the work of a window and its spread over the days. */
export interface Effort {
  readonly total: Whole;
  readonly counts: readonly number[];
}

/**
 * The least whole amount of work, spread level over the window, of which `need` units are expected to land:
 * ⌈need ÷ share that lands⌉, one more while whole days fall short.
 */
export function effortFor(need: Ratio, window: WorkWindow): Effort {
  let total = isZero(need) || isZero(window.landing) ? ceiling(need) : ceiling(divide(need, window.landing));
  if (typeof total === "bigint") return { total, counts: [] };
  let counts = spread(total, window.reach);
  while (window.chances !== null && compare(landed(counts, window.chances), need) < 0) {
    total += 1;
    counts = spread(total, window.reach);
  }
  return { total, counts };
}

/** Whole counts by day whose cumulative sums are ⌈total · reach ÷ whole reach⌉: level, and never late. */
export function spread(total: number, reach: readonly number[]): number[] {
  const whole = reach.at(-1) ?? 0;
  let before = 0;
  return reach.map((reached) => {
    const until = whole === 0 ? 0 : Number(ceilingOfQuotient(total, reached, whole));
    const count = until - before;
    before = until;
    return count;
  });
}

function landed(counts: readonly number[], chances: readonly Ratio[]): Ratio {
  return sum(counts.map((count, index) => multiply({ num: count, den: 1 }, chances[index] ?? ZERO)));
}

/** The least whole number that suffices when done every working day of the window; undefined without such a day. */
export function perDayFor(need: Ratio, window: WorkWindow): Whole | undefined {
  return isZero(window.chanceSum) ? undefined : ceiling(divide(need, window.chanceSum));
}

/** The least whole number a week that suffices, with so many working days in the calendar's week. */
export function perWeekFor(need: Ratio, window: WorkWindow, daysPerWeek: number): Whole | undefined {
  if (isZero(window.chanceSum)) return undefined;
  return ceiling(divide(multiply({ num: daysPerWeek, den: 1 }, need), window.chanceSum));
}
