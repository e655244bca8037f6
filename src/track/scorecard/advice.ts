import { formatDay } from "../../calendar/day.js";
import type { Format } from "../../format/format.js";
import { encodeExact } from "../../number/exact-string.js";
import { must } from "../../number/invariant.js";
import type { Change } from "../../plan/change.js";
import { sayAdvice, type AdviceKind } from "../../words/scorecard.js";
import type { Track } from "../track.js";
import { keptAdvice, missedAdvice } from "./habit-advice.js";
import type { ScoredRow } from "./scored-row.js";
import type { Scoring } from "./scoring.js";

/** Something to change before the next check-in; with the change to the plan where it is one. */
export type Advice = AdviceKind & {
  /** The name of the line that it is about. */
  readonly row: string;
  /** What to do, in a sentence. */
  readonly text: string;
  /** The change of the plan that it comes to; null where there is none to make. */
  readonly change: Change | null;
};

/** What to change: goals that were missed or beaten again and again, work that was done for nothing, and what it takes now. */
export function adviceFor(
  scoring: Scoring,
  rows: readonly ScoredRow[],
  answer: Track,
  format: Format,
): readonly Advice[] {
  return rows.flatMap((row): Advice[] => {
    const found = adviceOn(scoring, row, answer);
    if (found === null) return [];
    const { advice, change } = found;
    return [{ ...advice, row: row.name, text: sayAdvice(row.name, advice, format), change }];
  });
}

interface Found {
  readonly advice: AdviceKind;
  readonly change: Change | null;
}

function adviceOn(scoring: Scoring, row: ScoredRow, answer: Track): Found | null {
  const { hollow, habit, kind } = row;
  const { streak } = row.score;
  if (hollow) return { advice: { code: "hollow", stage: answer.verdict.stage }, change: null };
  if (streak === null) return null;
  if (habit !== null)
    return streak.hit
      ? keptAdvice(scoring, habit, row, streak.length)
      : missedAdvice(scoring, habit, row, streak.length);
  return kind === "process" && !streak.hit ? fellShort(row, answer) : null;
}

/** The funnel's own work fell short in the last week that is over: what it takes from now on. */
function fellShort({ name, spans }: ScoredRow, { stages, activities }: Track): Found {
  const last = must(spans.filter(({ hit }) => hit !== null).at(-1), "a week that was judged");
  const pacing = Object.hasOwn(stages, name)
    ? stages[name]
    : activities.find(({ activity }) => activity === name);
  return {
    advice: {
      code: "fell-short",
      week: formatDay(last.first),
      actual: encodeExact(must(last.actual, "what was done")),
      target: encodeExact(must(last.target, "what was asked for")),
      needPerDay: must(pacing, "the pace of a line").needPerDay,
    },
    change: null,
  };
}
