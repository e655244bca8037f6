import { apportion } from "../../number/apportion.js";
import { LONGEST_LAG } from "../../lag/read-lag.js";
import { encodeExact } from "../../number/exact-string.js";
import { ratio } from "../../number/ratio.js";
import type { CurveRow } from "./cumulative-incidence.js";
import { at } from "../../number/invariant.js";
import { tally } from "../../number/tally.js";

/** One row of a lag as a plan takes it: that many days, and the share of deals. */
export interface LagShareInput {
  /** The number of days later. */
  readonly days: number;
  /** The share of those who go on that does so then. */
  readonly share: string;
}

/** Shares of a corrected lag are whole millionths. */
const PARTS = 1_000_000;

/**
 * How long did it take, as a table that a plan accepts: shares by day that make exactly 100%.
 *
 * With nothing unfinished the shares are the counts themselves (3/7); else what each age adds to the corrected curve, in
 * millionths that are apportioned so that none is lost. Days beyond 3,660 count as 3,660.
 *
 * @returns null when nobody did
 */
export function lagRows(
  rows: readonly CurveRow[],
  kind: "wentOn" | "lost",
  finished: boolean,
): readonly LagShareInput[] | null {
  const byDay = new Map<number, number>();
  for (const row of rows) {
    const weight = finished ? row[kind] : (row.undecidedBefore * row[kind]) / row.atRisk;
    const days = Math.min(row.age, LONGEST_LAG);
    if (weight > 0) tally(byDay, days, weight);
  }
  const table = [...byDay];
  const total = table.reduce((sum, [, weight]) => sum + weight, 0);
  if (table.length === 0) return null;
  if (finished) return table.map(([days, count]) => ({ days, share: encodeExact(ratio(count, total)) }));
  const scale = 2 ** 32 / total;
  const parts = apportion(
    PARTS,
    table.map(([, weight]) => Math.round(weight * scale)),
  );
  return table.flatMap(([days], index) => {
    const part = at(parts, index);
    return part === 0 ? [] : [{ days, share: encodeExact(ratio(part, PARTS)) }];
  });
}
