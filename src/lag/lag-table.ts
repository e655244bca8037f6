import type { Count } from "../number/measure.js";
import { ZERO, type Ratio, type Whole } from "../number/ratio.js";

/**
 * How long going on takes, as an exact table.
 *
 * `calendar`: of all units that go on, the share `weights[i] ÷ scale` goes on exactly `first + i` days later. Weights are
 * whole numbers from 0 of any size that add up to `scale` exactly; the first and the last one are above 0. `cut` is the part of the
 * last weight that lies beyond the table's last day and was folded into it (0 unless a distribution was cut off).
 *
 * `workingDays`: every unit moves on that many working days later; the table depends on the date it starts from.
 */
export type LagTable = CalendarLag | WorkingDaysLag;

export interface CalendarLag {
  readonly kind: "calendar";
  readonly first: number;
  readonly weights: readonly Whole[];
  readonly scale: Whole;
  readonly cut: Ratio;
}

interface WorkingDaysLag {
  readonly kind: "workingDays";
  readonly days: Count;
}

/** No lag is longer, and no table: ten years. */
export const LONGEST_LAG = 3660;

/** Every unit goes on the day it enters. */
export const NO_LAG: CalendarLag = fixedLag(0);

/** Every unit moves on that many days later. */
export function fixedLag(days: Count): CalendarLag {
  return { kind: "calendar", first: days, weights: [1], scale: 1, cut: ZERO };
}
