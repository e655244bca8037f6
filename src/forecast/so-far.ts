import { divide, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";
import type { CompiledSnapshot, WonOn } from "../model/compile-snapshot.js";

/** Wins of the period so far: how many, and how many average ones they are worth. */
interface WonSoFar {
  readonly count: Ratio;
  readonly worth: Ratio;
}

const NOTHING: WonSoFar = { count: ZERO, worth: ZERO };

/**
 * The wins of the period in a snapshot. Dated ones count from the period's first day to `last` (included); a plain number
 * counts in full.
 */
export function countWonSoFar(
  { deal, period }: CompiledPlan,
  { won }: CompiledSnapshot,
  last = Infinity,
): WonSoFar {
  if (won === undefined) return NOTHING;
  if ("num" in won) return { count: won, worth: won };
  const first = period.kind === "dated" ? period.first : -Infinity;
  const rows = won.filter(({ day }) => day >= first && day <= last);
  return { count: ratio(rows.length), worth: sum(rows.map((row) => worthOf(row, deal.average))) };
}

/** How many average wins one is worth. */
function worthOf({ value }: WonOn, average: Ratio | undefined): Ratio {
  return value === undefined || average === undefined ? ratio(1) : divide(value, average);
}
