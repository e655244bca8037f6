import { divide, multiply, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";
import { averageWinsOn, averageWinsThrough, monthsLeft } from "../model/earned-wins.js";
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
  compiled: CompiledPlan,
  { won, asOf }: CompiledSnapshot,
  last = Infinity,
): WonSoFar {
  const { deal, period } = compiled;
  if (won === undefined) return NOTHING;
  if ("num" in won) return { count: won, worth: multiply(won, averageWinsThrough(compiled, asOf)) };
  const first = period.kind === "dated" ? period.first : -Infinity;
  const rows = won.filter(({ day }) => day >= first && day <= last);
  const worths = rows.map((row) => multiply(worthOf(row, deal.average), averageWinsOn(compiled, row.day)));
  return { count: ratio(rows.length), worth: sum(worths) };
}

/** What the wins so far will still pay from the morning after the snapshot to the period's end; 0 where that does not count. */
export function earnedLater(compiled: CompiledPlan, { won, asOf }: CompiledSnapshot): Ratio {
  const { deal, period, earning } = compiled;
  if (won === undefined || earning === undefined || period.kind === "undated") return ZERO;
  const months =
    "num" in won
      ? multiply(won, monthsLeft(compiled, undefined, asOf))
      : sum(
          won
            .filter(({ day }) => day >= period.first)
            .map((row) => multiply(worthOf(row, deal.average), monthsLeft(compiled, row.day, asOf))),
        );
  return multiply(deal.monthly ?? ZERO, months);
}

/** How many average wins one is worth. */
function worthOf({ value }: WonOn, average: Ratio | undefined): Ratio {
  return value === undefined || average === undefined ? ratio(1) : divide(value, average);
}
