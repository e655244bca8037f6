import { formatDay } from "../calendar/day.js";
import { broughtIn } from "../forecast/months-ahead.js";
import { amountToWin } from "../model/bridge.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { compare } from "../number/ratio.js";
import type { MissedMonth } from "../words/progress.js";

/**
 * The months that are over and whose own wins do not bring what their month takes, where the goal holds for each month. A
 * month takes what the plan says, churn of the base included. Undefined where months are over and wins have no days.
 */
export function missedMonths(
  compiled: DatedPlan,
  seen: CompiledSnapshot,
): readonly MissedMonth[] | undefined {
  const over = compiled.months.filter(({ last }) => last <= seen.asOf);
  if (over.length === 0) return [];
  if (seen.won === undefined || "num" in seen.won) return undefined;
  return over.flatMap(({ first, last, bridge }, index): MissedMonth[] => {
    const brought = broughtIn(compiled, seen, index);
    const takes = amountToWin(bridge);
    if (compare(brought, takes) >= 0) return [];
    const figures = { brought: encodeExact(brought), takes: encodeExact(takes) };
    return [{ start: formatDay(first), end: formatDay(last), ...figures }];
  });
}
