import { ceiling, floor } from "../../number/ceiling.js";
import { showExact, showRate, showRatio } from "../../model/display.js";
import { compare, divide, isZero, ratio, smaller, type Ratio } from "../../number/ratio.js";
import { median } from "../../number/median.js";
import { parseQuantity } from "../../schema/quantity.js";
import type { Change } from "../../plan/change.js";
import type { Track } from "../track.js";
import { formatDay } from "../../calendar/day.js";
import { averagePerSpan, type HabitScoring } from "./habit-row.js";
import { countOn, type Habit } from "./habit-words.js";
import type { CheckIn, ScoreRow } from "./row.js";

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

/** So many check-ins that were kept, at a median of so much of what was asked, make a goal worth raising. */
const KEPT = 4;
const BEATEN = ratio(6, 5);

/** What to change: goals that were missed or beaten again and again, work that was done for nothing, and what it takes now. */
export function adviceFor(
  scoring: HabitScoring,
  habits: readonly Habit[],
  rows: readonly ScoreRow[],
  answer: Track,
): readonly Advice[] {
  return rows.flatMap((row) => {
    if (row.hollow) return [hollowAdvice(row, answer)];
    if (row.streak === null) return [];
    const habit = row.kind === "habit" ? habits[Number(row.path[1])] : undefined;
    if (row.streak.hit) return habit === undefined ? [] : raiseAdvice(scoring, habit, row);
    if (habit !== undefined) return missedAdvice(scoring, habit, row);
    return row.kind === "process" ? paceAdvice(row, answer) : [];
  });
}

function hollowAdvice({ name }: ScoreRow, { verdict }: Track): Advice {
  const where = verdict.stage === null ? "" : ` Look at "${verdict.stage}" first.`;
  const text = `"${name}" was done as agreed, and the outcome did not follow: change what is done, not how much of it.${where}`;
  return { row: name, text, change: null };
}

/** A habit that was missed again and again: what was done on average instead, never nothing. */
function missedAdvice(scoring: HabitScoring, habit: Habit, row: ScoreRow): Advice[] {
  const { name, streak } = row;
  const length = streak?.length ?? 0;
  if (length < MISSES) return [];
  const last = judged(row).slice(-length);
  const often = `"${name}" was missed ${length} times in a row (${spanText(last)})`;
  const average = averagePerSpan(scoring, habit, last);
  const asked = countOn(habit, scoring.asOf);
  if (habit.share !== undefined || average === undefined || asked === undefined)
    return [{ row: name, text: `${often}: find out what keeps it from being done.`, change: null }];
  const key = habit.atMost === undefined ? "atLeast" : "atMost";
  const whole = ratio(key === "atLeast" ? floor(average) : ceiling(average));
  const done = `${often}, at ${showRatio(average)} a ${habit.per ?? "week"} on average`;
  if (isZero(whole)) {
    const text = `${done}: find out what keeps it from being done, or drop it.`;
    return [{ row: name, text, change: null }];
  }
  if (compare(whole, asked) === 0) return [];
  const { from, change } = changed(scoring, habit, row, key, whole);
  const text = `${done}: write ${showRatio(whole)} from ${from} on instead of ${showRatio(asked)}, or make room for it.`;
  return [{ row: name, text, change }];
}

/** A habit that was beaten again and again: the least that was done instead. */
function raiseAdvice(scoring: HabitScoring, habit: Habit, row: ScoreRow): Advice[] {
  const last = judged(row).slice(-KEPT);
  const asked = countOn(habit, scoring.asOf);
  if (habit.atLeast === undefined || asked === undefined) return [];
  if ((row.streak?.length ?? 0) < KEPT) return [];
  const shares = last.map(({ target, actual }) =>
    divide(parseQuantity(actual ?? "0"), parseQuantity(target ?? "1")),
  );
  const middle = median(shares);
  if (compare(middle, BEATEN) < 0) return [];
  const done = last.flatMap((checkIn) => averagePerSpan(scoring, habit, [checkIn]) ?? []);
  const least = ratio(floor(done.reduce((one, other) => smaller(one, other))));
  if (compare(least, asked) <= 0) return [];
  const { from, change } = changed(scoring, habit, row, "atLeast", least);
  const kept = `"${row.name}" was kept ${KEPT} times in a row (${spanText(last)}), at a median of ${showRate(middle)}`;
  const text = `${kept}: it is worth raising to ${showRatio(least)} a ${habit.per ?? "week"}, the least of these, from ${from} on instead of ${showRatio(asked)}.`;
  return [{ row: row.name, text, change }];
}

function judged({ checkIns }: ScoreRow): readonly CheckIn[] {
  return checkIns.filter(({ hit }) => hit !== null);
}

function spanText(checkIns: readonly CheckIn[]): string {
  return `from ${checkIns[0]?.from ?? ""} to ${checkIns.at(-1)?.to ?? ""}`;
}

/** Another count from the day after the snapshot on; what was asked before stays. */
function changed(
  scoring: HabitScoring,
  habit: Habit,
  { path }: ScoreRow,
  key: "atLeast" | "atMost",
  whole: Ratio,
): { readonly from: string; readonly change: Change } {
  const from = formatDay(scoring.asOf + 1);
  const to = [...datedCounts(scoring, habit[key]), { from, count: Number(whole.num) }];
  return { from, change: { path: [...path, key], to } };
}

/** The counts as written so far, by date. */
function datedCounts(scoring: HabitScoring, counts: Habit["atLeast"]): readonly unknown[] {
  if (counts === undefined) return [];
  if (typeof counts === "object") return counts.filter(({ from }) => from <= formatDay(scoring.asOf));
  return [{ from: formatDay(scoring.from), count: counts }];
}

function paceAdvice(row: ScoreRow, { stages, activities }: Track): Advice[] {
  const { name } = row;
  const found = Object.hasOwn(stages, name)
    ? stages[name]
    : activities.find(({ activity }) => activity === name);
  const need = found?.needPerDay ?? null;
  const last = judged(row).at(-1);
  const done = `${showExact(last?.actual ?? "0")} of ${showExact(last?.target ?? "0")}`;
  const short = `"${name}" fell short in the week from ${last?.from ?? ""}, at ${done}`;
  const text =
    need === null
      ? `${short}, and no day is left for it.`
      : `${short}: from now on it takes ${showRatio(ratio(need))} a working day.`;
  return [{ row: name, text, change: null }];
}
