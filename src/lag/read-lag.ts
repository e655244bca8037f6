import { isSafeCount } from "../number/ceiling.js";
import { parseRateText } from "../number/rate-text.js";
import type { Ratio } from "../number/ratio.js";
import { parseDuration } from "../calendar/duration.js";
import { lagFromQuantiles } from "./from-quantiles.js";
import { lagFromShares } from "./from-shares.js";
import { fixedLag, LONGEST_LAG, type LagTable } from "./lag-table.js";

export { LONGEST_LAG, NO_LAG, type LagTable } from "./lag-table.js";

/**
 * How long does going on take? Reads every written form into an exact table.
 *
 * - whole days: `7`, `"3 days"`, `"2 weeks"`
 * - whole working days: `"5 working days"`
 * - the middle and the slow end of what was seen: `{ median: 14, p90: 40 }`, see `lagFromQuantiles`
 * - shares by day, in the order of days, adding up to exactly 1: `[{ days: 0, share: "20%" }, { days: 7, share: "80%" }]`
 *
 * @returns undefined for whatever is not written in one of these ways, for a p90 below the median, and for lags of more
 *   than 3,660 days
 *
 * @example
 * ```ts
 * parseLagText("2 weeks"); // => { kind: "calendar", first: 14, weights: [1], scale: 1, cut: { num: 0, den: 1 } }
 * ```
 */
export function parseLagText(written: unknown): LagTable | undefined {
  if (typeof written === "number" || typeof written === "string") return readFixed(written);
  if (Array.isArray(written)) return readShares(written);
  if (written === null || typeof written !== "object") return undefined;
  if (!("median" in written && "p90" in written) || Object.keys(written).length > 2) return undefined;
  const middle = calendarDays(written.median);
  const slow = calendarDays(written.p90);
  return middle === undefined || slow === undefined ? undefined : lagFromQuantiles(middle, slow);
}

function readFixed(written: number | string): LagTable | undefined {
  const duration = parseDuration(written);
  const days = wholeDays(duration?.days);
  if (duration === undefined || days === undefined) return undefined;
  return duration.kind === "workingDays" ? { kind: "workingDays", days } : fixedLag(days);
}

function readShares(rows: readonly unknown[]): LagTable | undefined {
  const table: { days: number; share: Ratio }[] = [];
  for (const row of rows) {
    if (row === null || typeof row !== "object") return undefined;
    if (!("days" in row && "share" in row) || Object.keys(row).length > 2) return undefined;
    const day = wholeDays(calendarDays(row.days));
    const part = parseRateText(row.share);
    if (day === undefined || part === undefined) return undefined;
    table.push({ days: day, share: part });
  }
  return lagFromShares(table);
}

/** Reads a length that is no number of working days; undefined for whatever is none. */
export function calendarDays(written: unknown): Ratio | undefined {
  const duration = parseDuration(written);
  return duration?.kind === "calendar" ? duration.days : undefined;
}

function wholeDays(days: Ratio | undefined): number | undefined {
  return days?.den === 1 && isSafeCount(days.num) && days.num <= LONGEST_LAG ? days.num : undefined;
}
