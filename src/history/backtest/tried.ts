import { encodeExact, type ExactString } from "../../number/exact-string.js";
import { ratio } from "../../number/ratio.js";
import type { PeriodCount } from "../learning/deal-paths.js";
import type { KnownStages } from "../learning/period-model.js";
import type { BacktestPeriod, WinsRange } from "./answer.js";

/** What was known on the day before a period. */
export interface Known extends KnownStages {
  readonly spread: number;
  /** Past periods that told the spread. */
  readonly told: number;
}

/** A period that was tried, with all that is judged of it. */
export interface Tried {
  readonly period: BacktestPeriod;
  readonly known: Known;
  readonly count: PeriodCount;
}

/** A period to come differs from those before by the spread, and by what their own mean leaves open. */
export function spreadAhead({ spread, told }: Pick<Known, "spread" | "told">): number {
  return spread * Math.sqrt(1 + 1 / told);
}

/** Whether a number of wins lies in a range. */
export function isIn(won: number, [low, high]: WinsRange): boolean {
  return won >= low && won <= high;
}

/** A number that was worked out, to the hundredth. */
export function hundredths(value: number): ExactString {
  return encodeExact(ratio(Math.round(value * 100), 100));
}
