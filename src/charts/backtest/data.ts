import type { Backtest } from "../../history/backtest/answer.js";
import { makeFormat } from "../../format/format.js";
import { deepFreeze } from "../../solve/freeze.js";
import { yearOfDays, type PictureNumber } from "../picture-number.js";
import type { BacktestPicture } from "./picture.js";
import { backtestWords } from "./words.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * How good would the forecasts have been? For each past month or week the range that was forecast, and the wins that came.
 *
 * @returns null where no period could be tried
 *
 * @throws TypeError for anything else than an answer of backtest
 *
 * @example
 * ```ts
 * const deal = { owner: null, channel: null, value: null, currency: null, probability: null, expected: null };
 * const days = Array.from({ length: 120 }, (_, day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10));
 * const journeys = days.map((on, id) => {
 *   const state = id % 2 === 0 ? ("won" as const) : ("lost" as const);
 *   return { ...deal, id: String(id), steps: [{ stage: "demo", on }], state, closed: on };
 * });
 * const plan = { goal: { metric: "customers", amount: 5, period: "2026-01" }, funnel: [{ stage: "demo", rate: "50%" }] } as const;
 * backtestPicture(backtest(plan, journeys))?.bars.map(({ from, won }) => [from, won.value]);
 * // => [["2025-03-01", "15"], ["2025-04-01", "15"]]
 * ```
 */
export function backtestPicture(answer: Backtest): BacktestPicture | null {
  requireHanded("backtestPicture", ["an answer of backtest"], answer);
  const { per, level, held, periods } = answer;
  if (held === null) return null;
  const facts = {
    currency: null,
    hasCents: false,
    year: yearOfDays(periods[0]?.from, periods.at(-1)?.to),
  };
  const picture = {
    kind: "backtest",
    title: "What was forecast, and what came",
    ...facts,
    per,
    level: { value: level, path: ["level"] },
    held: { value: String(held.count), path: ["held", "count"] },
    bars: periods.map(({ from, to, range, won, held: isHeld }, index) => {
      const at = (value: number, ...path: readonly (string | number)[]): PictureNumber => ({
        value: String(value),
        path: ["periods", index, ...path],
      });
      const [low, high] = [at(range[0], "range", 0), at(range[1], "range", 1)];
      return { from, to, low, high, won: at(won, "won"), held: isHeld };
    }),
  } as const;
  return deepFreeze({ ...picture, description: backtestWords(picture, makeFormat(undefined, facts)) });
}
