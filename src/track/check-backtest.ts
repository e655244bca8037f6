import type { Backtest } from "../history/backtest/answer.js";
import type { FoundCase } from "./found-case.js";

/** Whether forecasts of the past held; failed where an assumption did beyond luck, skipped where none could be tried. */
export function backtestCase({ per, level, held, failed }: Backtest): FoundCase {
  const status = held === null ? "skipped" : failed.length > 0 ? "failed" : "passed";
  return {
    status,
    code: "backtest",
    path: ["funnel"],
    finding: {
      check: "backtest",
      per,
      level,
      held: held === null ? 0 : held.count,
      of: held === null ? 0 : held.of,
      stages: failed.flatMap((each) => (each.code === "rate" ? [each.stage] : [])),
      timing: failed.some(({ code }) => code === "timing"),
      range: failed.some(({ code }) => code === "range"),
    },
  };
}
