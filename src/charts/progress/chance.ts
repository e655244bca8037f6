import type { Forecast } from "../../forecast/answer.js";
import { encodeExact, type ExactString } from "../../number/exact-string.js";
import { chanceRatio } from "../../words/chance.js";
import type { ProgressChance, ProgressRange } from "./picture.js";

/**
 * How sure the expected end is, from a forecast: its ranges as they widen from where the outcome is now to the period's end.
 *
 * @returns null where the forecast tells no chance, or its period is over
 */
export function progressChance({ chance, pace, asOf }: Forecast, now: ExactString): ProgressChance | null {
  const end = chance?.atEnd ?? null;
  if (chance === null || end === null || end.on <= asOf) return null;
  const weeks = chance.byWeek.filter(({ on }) => on < end.on);
  return {
    reached: encodeExact(chanceRatio(end.chance)),
    level: encodeExact(chanceRatio(chance.level)),
    pace: pace === "targets" ? "planned" : "other",
    ranges: [
      { on: asOf, low: now, high: now },
      ...[...weeks, end].map(({ on, amount: [low, high] }): ProgressRange => ({ on, low, high })),
    ],
  };
}
