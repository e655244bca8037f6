import { compare, divide, isZero, ratio, sum, type Ratio } from "../../number/ratio.js";
import type { ScoreRow } from "./row.js";
import type { CheckSpan } from "./spans.js";

/** A span with its figures, before it is judged. */
export interface Figures extends CheckSpan {
  /** The day on whose evening it is judged. */
  readonly judgedOn: number;
  readonly target: Ratio | undefined;
  readonly actual: Ratio | undefined;
}

/** A span with its figures, and whether it was a hit; null where it is not over, and where there is nothing to judge. */
export interface Judged extends Figures {
  readonly hit: boolean | null;
}

/** Whether more or less is better. */
type Sense = "at least" | "at most";

/** Judges every span whose last working day is over. */
export function judgeSpans(spans: readonly Figures[], sense: Sense, asOf: number): readonly Judged[] {
  return spans.map((span) => ({ ...span, hit: span.judgedOn > asOf ? null : isHit(span, sense) }));
}

function isHit({ target, actual }: Figures, sense: Sense): boolean | null {
  if (target === undefined || actual === undefined) return null;
  // Where nothing was asked for, there was nothing to hit.
  if (sense === "at least" && isZero(target)) return null;
  const order = compare(actual, target);
  return sense === "at least" ? order >= 0 : order <= 0;
}

/** Hits, misses, the streak and the trend of a row. */
export type Score = Pick<ScoreRow, "hits" | "misses" | "streak" | "trend">;

/** Counts hits and misses, and says how the last ones compare. */
export function computeScore(spans: readonly Judged[]): Score {
  const judged = spans.flatMap(({ hit }) => (hit === null ? [] : [hit]));
  return {
    hits: judged.filter((hit) => hit).length,
    misses: judged.filter((hit) => !hit).length,
    streak: streakOf(judged),
    trend: trendOf(spans.filter(({ hit }) => hit !== null)),
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
