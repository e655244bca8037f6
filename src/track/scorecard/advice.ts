import { ceiling, floor } from "../../number/ceiling.js";
import { showRatio } from "../../model/display.js";
import { compare, ratio, type Ratio } from "../../number/ratio.js";
import type { Change } from "../../plan/change.js";
import type { Track } from "../track.js";
import { formatDay } from "../../calendar/day.js";
import { averagePerSpan, type HabitScoring } from "./habit-row.js";
import { countOn, type Habit } from "./habit-words.js";
import type { ScoreRow } from "./row.js";

/** Something to change before the next check-in; with the change to the plan where it is one. */
export interface Advice {
  /** The name of the line that it is about. */
  readonly row: string;
  /** What to do, in a sentence. */
  readonly text: string;
  /** The change of the plan that it comes to; null where there is none to make. */
  readonly change: Change | null;
}

/** So many misses in a row make a goal worth changing. */
const MISSES = 2;

/** What to change: goals that were missed again and again, work that was done for nothing, and what it takes from now on. */
export function adviceFor(
  scoring: HabitScoring,
  habits: readonly Habit[],
  rows: readonly ScoreRow[],
  answer: Track,
): readonly Advice[] {
  return rows.flatMap((row) => {
    if (row.hollow) return [hollowAdvice(row, answer)];
    if (row.streak === null || row.streak.hit) return [];
    const habit = row.kind === "habit" ? habits[Number(row.path[1])] : undefined;
    if (habit !== undefined) return habitAdvice(scoring, habit, row);
    return row.kind === "process" ? paceAdvice(row, answer) : [];
  });
}

function hollowAdvice({ name }: ScoreRow, { verdict }: Track): Advice {
  const where = verdict.stage === null ? "" : ` Look at "${verdict.stage}" first.`;
  const text = `"${name}" was done as agreed, and the outcome did not follow: change what is done, not how much of it.${where}`;
  return { row: name, text, change: null };
}

function habitAdvice(scoring: HabitScoring, habit: Habit, row: ScoreRow): Advice[] {
  const { name, streak, path } = row;
  const length = streak?.length ?? 0;
  if (length < MISSES) return [];
  const often = `"${name}" was missed ${length} times in a row`;
  const average = averagePerSpan(scoring, habit, row);
  const asked = countOn(habit, scoring.asOf);
  if (habit.share !== undefined || average === undefined || asked === undefined)
    return [{ row: name, text: `${often}: find out what keeps it from being done.`, change: null }];
  const key = habit.atMost === undefined ? "atLeast" : "atMost";
  const whole: Ratio = { num: key === "atLeast" ? floor(average) : ceiling(average), den: 1 };
  if (compare(whole, asked) === 0) return [];
  const from = formatDay(scoring.asOf + 1);
  const to = [...datedCounts(scoring, habit[key]), { from, count: Number(whole.num) }];
  const text = `${often}, at ${showRatio(average)} a ${habit.per ?? "week"} on average: write ${showRatio(whole)} from ${from} on instead of ${showRatio(asked)}, or make room for it.`;
  return [{ row: name, text, change: { path: [...path, key], to } }];
}

/** The counts as written so far, by date. */
function datedCounts(scoring: HabitScoring, counts: Habit["atLeast"]): readonly unknown[] {
  if (counts === undefined) return [];
  if (typeof counts === "object") return counts.filter(({ from }) => from <= formatDay(scoring.asOf));
  return [{ from: formatDay(scoring.from), count: counts }];
}

function paceAdvice({ name }: ScoreRow, { stages, activities }: Track): Advice[] {
  const found = Object.hasOwn(stages, name)
    ? stages[name]
    : activities.find(({ activity }) => activity === name);
  const need = found?.needPerDay ?? null;
  const text =
    need === null
      ? `"${name}" fell short, and no day is left for it.`
      : `"${name}" fell short: from now on it takes ${showRatio(ratio(need))} a working day.`;
  return [{ row: name, text, change: null }];
}
