import { divide, isZero, multiply, ratio, sum, ZERO, type Ratio } from "../../number/ratio.js";
import { parseWrittenDay } from "../../plan/dates.js";
import { parseQuantity, type Quantity } from "../../schema/quantity.js";
import { parseRate } from "../../plan/rate.js";
import type { Snapshot } from "../../plan/snapshot.js";
import { workingDays } from "../../calendar/working-days.js";
import type { DatedPrepared } from "../dated.js";
import { countSnapshot, type Counted } from "../observed.js";
import { countOn, habitWords, type Habit } from "./habit-words.js";
import { listCheckIns, computeScore, type Figures, type Sense } from "./judge.js";
import { listPeopleScores } from "./people.js";
import type { CheckIn, ScoreRow } from "./row.js";
import { judgedOn, monthsBetween, weeksBetween, type CheckSpan } from "./spans.js";

/** Cases of a habit that is a share within a limit: how many were within it, of how many in all. */
export interface CasesOn {
  /** The day. */
  readonly on: string;
  /** How many were within the limit. */
  readonly within: Quantity;
  /** How many there were. */
  readonly of: Quantity;
}

/** What habits are scored with. */
export interface HabitScoring {
  readonly prepared: DatedPrepared;
  readonly snapshot: Snapshot;
  readonly cases: Readonly<Record<string, readonly CasesOn[]>>;
  readonly weekStart: number;
  readonly from: number;
  readonly asOf: number;
  /** Whether the outcome is behind what was planned by now. */
  readonly outcomeBehind: boolean;
}

/** The line of one habit. */
export function habitRow(scoring: HabitScoring, habit: Habit, index: number): ScoreRow {
  const sense: Sense = habit.atMost === undefined ? "at least" : "at most";
  const counted =
    countSnapshot(scoring.snapshot.activities, habit.name) ??
    countSnapshot(scoring.snapshot.entered, habit.name);
  const figures =
    habit.share === undefined ? countFigures(scoring, habit, counted) : shareFigures(scoring, habit);
  const checkIns = listCheckIns(figures, sense, scoring.asOf);
  const score = computeScore(checkIns, figures);
  const hollow =
    score.streak?.hit === true && score.streak.length >= HOLLOW && scoring.outcomeBehind && servesGoal(habit);
  const over = figures.filter(({ judgedOn: on }) => on <= scoring.asOf).at(-1);
  return {
    kind: "habit",
    name: habit.name,
    owner: habit.owner ?? null,
    goal: habitWords(habit, Math.min(scoring.asOf, figures.at(-1)?.last ?? scoring.asOf)),
    path: ["habits", index],
    checkIns,
    ...score,
    people: over === undefined ? [] : listPeopleScores(scoring.prepared.plan, habit.owner, counted, over),
    why: whyWords(habit),
    hollow,
  };
}

/** So many check-ins in a row must be hits before a habit is called hollow. */
const HOLLOW = 2;

function servesGoal({ serves }: Habit): boolean {
  return serves === undefined || serves === "goal";
}

function whyWords({ serves }: Habit): string {
  if (serves === undefined) return "The plan does not say what it serves.";
  return serves === "goal" ? "It serves the outcome goal." : `It serves "${serves}".`;
}

function countFigures(scoring: HabitScoring, habit: Habit, counted: Counted | undefined): Figures[] {
  const { from, asOf, weekStart } = scoring;
  const spans = habit.per === "month" ? monthsBetween(from, asOf) : weeksBetween(from, asOf, weekStart);
  return spans.map((span) => ({
    ...span,
    judgedOn: judgedOn(scoring.prepared.calendar, span),
    target: targetIn(scoring, habit, span),
    actual: actualIn(counted, span),
  }));
}

/** What is asked for each day adds up over the working days; a week's or month's count is the one of its first day of work. */
function targetIn(
  { prepared, from }: HabitScoring,
  habit: Habit,
  { first, last }: CheckSpan,
): Ratio | undefined {
  const days = workingDays(prepared.calendar, Math.max(first, from), last);
  const counts = days.flatMap((day) => countOn(habit, day) ?? []);
  if (counts.length === 0) return undefined;
  return habit.per === "day" ? sum(counts) : counts[0];
}

/** What was done in a span; undefined where days are not known. */
export function actualIn(counted: Counted | undefined, { first, last }: CheckSpan): Ratio | undefined {
  if (counted === undefined || counted.rows === null) return undefined;
  return sum(counted.rows.filter(({ day }) => day >= first && day <= last).map(({ count }) => count));
}

function shareFigures({ prepared, cases, from, asOf, weekStart }: HabitScoring, habit: Habit): Figures[] {
  const rows = Object.hasOwn(cases, habit.name) ? (cases[habit.name] ?? []) : [];
  return weeksBetween(from, asOf, weekStart).map((span) => {
    const { first, last } = span;
    const inSpan = rows.filter(({ on }) => parseWrittenDay(on) >= first && parseWrittenDay(on) <= last);
    const all = sum(inSpan.map(({ of }) => parseQuantity(of)));
    const within = sum(inSpan.map((row) => parseQuantity(row.within)));
    const target = habit.share === undefined ? ZERO : parseRate(habit.share);
    return {
      ...span,
      judgedOn: judgedOn(prepared.calendar, span),
      target,
      actual: isZero(all) ? undefined : divide(within, all),
    };
  });
}

/** The average of what was done in check-ins, in the habit's own span: a working day, a week or a month. */
export function averagePerSpan(
  scoring: HabitScoring,
  habit: Habit,
  checkIns: readonly CheckIn[],
): Ratio | undefined {
  const done = checkIns.flatMap(({ actual }) => (actual === null ? [] : [parseQuantity(actual)]));
  const days = checkIns.reduce((total, checkIn) => total + daysAsked(scoring, checkIn), 0);
  const spans = habit.per === "day" ? days : checkIns.length;
  return spans === 0 ? undefined : multiply(sum(done), ratio(1, spans));
}

/** The working days of a check-in, from the plan's first day on. */
function daysAsked({ prepared, from }: HabitScoring, { from: first, to }: CheckIn): number {
  return workingDays(prepared.calendar, Math.max(from, parseWrittenDay(first)), parseWrittenDay(to)).length;
}
