import type { Backtest } from "../../history/backtest/answer.js";
import { makeFormat } from "../../format/format.js";
import { deepFreeze } from "../../solve/freeze.js";
import { yearOfDays, type PictureNumber } from "../picture-number.js";
import type { BacktestPicture } from "./picture.js";
import { backtestWords } from "./words.js";

/**
 * How good would the forecasts have been? For each past month or week the range that was forecast, and the wins that came.
 *
 * @returns null where no period could be tried
 */
export function backtestPicture({ per, level, held, periods }: Backtest): BacktestPicture | null {
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
