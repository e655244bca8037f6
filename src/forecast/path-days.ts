import { at } from "../number/invariant.js";
import { add, larger, ratio, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";
import type { LagTable } from "../lag/read-lag.js";

/**
 * The mean days from the start of the longest path to the win: the sum of its stages' mean lags. Working days count as
 * 7 ÷ (working days a week) calendar days each.
 */
export function meanPathDays({ flow, calendar }: CompiledPlan): Ratio {
  const toWin: Ratio[] = flow.map(() => ZERO);
  for (const { index, next, lag } of [...flow].reverse()) {
    const after = next < 0 ? ZERO : at(toWin, next);
    toWin[index] = add(after, meanLag(lag, calendar.daysPerWeek));
  }
  return toWin.reduce((longest, days) => larger(longest, days), ZERO);
}

function meanLag(lag: LagTable, daysPerWeek: number): Ratio {
  if (lag.kind === "workingDays") return ratio(lag.days * 7, daysPerWeek);
  const weighted = lag.weights.reduce<bigint>(
    (total, weight, later) => total + BigInt(weight) * BigInt(lag.first + later),
    0n,
  );
  return ratio(weighted, BigInt(lag.scale));
}
