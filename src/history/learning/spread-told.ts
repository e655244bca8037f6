import type { LearnedSpread } from "./learned.js";

/** From so many months on, or so many wins, history tells how much months differ; fewer say little beside what is usual. */
export const ENOUGH_MONTHS = 12;
export const ENOUGH_WINS = 300;

/** Do enough months, or wins, tell how much months differ? */
export function isSpreadTold({ months, wins }: LearnedSpread): boolean {
  return months >= ENOUGH_MONTHS || wins >= ENOUGH_WINS;
}
