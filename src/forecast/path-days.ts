import { add, larger, ratio, ZERO, type Ratio } from "../number/ratio.js";
import type { PlanModel } from "../model/model.js";
import { compileLags } from "../model/timeline.js";
import { NO_LAG, type LagTable } from "../lag/read-lag.js";

/**
 * The mean days from the start of the longest path to the win: the sum of its stages' mean lags. Working days count as
 * 7 ÷ (working days a week) calendar days each.
 */
export function meanPathDays({ flow, calendar }: PlanModel): Ratio {
  const lags = compileLags(flow);
  const toWin: Ratio[] = flow.map(() => ZERO);
  for (let index = flow.length - 1; index >= 0; index -= 1) {
    const next = flow[index]?.next ?? -1;
    const after = next < 0 ? ZERO : (toWin[next] ?? ZERO);
    toWin[index] = add(after, meanLag(lags[index] ?? NO_LAG, calendar.daysPerWeek));
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
