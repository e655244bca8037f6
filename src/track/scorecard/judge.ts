import { encodeExact } from "../../number/exact-string.js";
import { compare, divide, isZero, ratio, sum, type Ratio } from "../../number/ratio.js";
import { formatDay } from "../../calendar/day.js";
import type { CheckIn, ScoreRow } from "./row.js";
import type { CheckSpan } from "./spans.js";

/** A span with its figures, before it is judged. */
export interface Figures extends CheckSpan {
  /** The day on whose evening it is judged. */
  readonly judgedOn: number;
  readonly target: Ratio | undefined;
  readonly actual: Ratio | undefined;
}

/** Whether more or less is better. */
export type Sense = "at least" | "at most";

/** Judges every span whose last working day is over. */
export function listCheckIns(spans: readonly Figures[], sense: Sense, asOf: number): readonly CheckIn[] {
  return spans.map(({ first, last, judgedOn, target, actual }) => ({
    from: formatDay(first),
    to: formatDay(last),
    target: target === undefined ? null : encodeExact(target),
    actual: actual === undefined ? null : encodeExact(actual),
    hit: judgedOn > asOf ? null : isHit(target, actual, sense),
  }));
}

function isHit(target: Ratio | undefined, actual: Ratio | undefined, sense: Sense): boolean | null {
  if (target === undefined || actual === undefined) return null;
  // Where nothing was asked for, there was nothing to hit.
  if (sense === "at least" && isZero(target)) return null;
  const order = compare(actual, target);
  return sense === "at least" ? order >= 0 : order <= 0;
}

/** Hits, misses, the streak and the trend of a row. */
export function computeScore(
  checkIns: readonly CheckIn[],
  spans: readonly Figures[],
): Pick<ScoreRow, "hits" | "misses" | "streak" | "trend"> {
  const judged = checkIns.flatMap(({ hit }) => (hit === null ? [] : [hit]));
  const over = spans.filter((_, index) => checkIns[index]?.hit !== null);
  return {
    hits: judged.filter((hit) => hit).length,
    misses: judged.filter((hit) => !hit).length,
    streak: streakOf(judged),
    trend: trendOf(over),
  };
}

function streakOf(judged: readonly boolean[]): ScoreRow["streak"] {
  const last = judged.at(-1);
  if (last === undefined) return null;
  const other = judged.lastIndexOf(!last);
  return { hit: last, length: judged.length - 1 - other };
}

/** So many check-ins are what the last one is compared with. */
const BEFORE = 3;

function trendOf(over: readonly Figures[]): ScoreRow["trend"] {
  const shares = over.flatMap(({ target, actual }) =>
    target === undefined || actual === undefined || isZero(target) ? [] : [divide(actual, target)],
  );
  const last = shares.at(-1);
  const before = shares.slice(-1 - BEFORE, -1);
  if (last === undefined || before.length === 0) return null;
  const order = compare(last, divide(sum(before), ratio(before.length)));
  return order === 0 ? "level" : order > 0 ? "rising" : "falling";
}
