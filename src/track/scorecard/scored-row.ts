import { formatDay } from "../../calendar/day.js";
import type { Format } from "../../format/format.js";
import type { CompiledHabit } from "../../model/habits.js";
import { encodeExact } from "../../number/exact-string.js";
import { sayAsked, sayPurpose } from "../../words/scorecard.js";
import type { Judged, Score } from "./judge.js";
import type { ScoreRow } from "./row.js";

/** A line of the scorecard with its exact figures, before it is said. */
export interface ScoredRow extends Pick<
  ScoreRow,
  "kind" | "name" | "owner" | "asked" | "path" | "people" | "purpose" | "hollow"
> {
  readonly spans: readonly Judged[];
  readonly score: Score;
  /** The habit that it is about; null for other lines. */
  readonly habit: CompiledHabit | null;
}

/** A line as it is answered. */
export function encodeRow(row: ScoredRow, format: Format): ScoreRow {
  const { kind, name, owner, asked, path, people, purpose, hollow, spans, score } = row;
  return {
    ...{ kind, name, owner, asked, path, people, purpose, hollow },
    ...score,
    goal: sayAsked(asked, format),
    why: sayPurpose(purpose, format),
    checkIns: spans.map(({ first, last, target, actual, hit }) => ({
      from: formatDay(first),
      to: formatDay(last),
      target: target === undefined ? null : encodeExact(target),
      actual: actual === undefined ? null : encodeExact(actual),
      hit,
    })),
  };
}

/** The last span that is over; undefined before the first. */
export function lastOver(spans: readonly Judged[], asOf: number): Judged | undefined {
  return spans.filter(({ judgedOn }) => judgedOn <= asOf).at(-1);
}
