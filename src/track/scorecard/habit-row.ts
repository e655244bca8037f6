import { fullDays, workingDays } from "../../calendar/working-days.js";
import type { Counted } from "../../model/compile-snapshot.js";
import { habitCountOn, type CompiledHabit, type HabitAim } from "../../model/habits.js";
import { encodeExact } from "../../number/exact-string.js";
import { divide, isZero, multiply, sum, type Ratio } from "../../number/ratio.js";
import type { AskedKind } from "../../words/scorecard.js";
import { computeScore, judgeSpans, type Figures } from "./judge.js";
import { listPeopleScores } from "./people.js";
import { lastOver, type ScoredRow } from "./scored-row.js";
import { actualIn, type Scoring } from "./scoring.js";
import { judgedOn, monthsBetween, weeksBetween, type CheckSpan } from "./spans.js";

/** So many check-ins in a row must be hits before a habit is called hollow. */
const HOLLOW = 2;

/** The line of one habit. */
export function habitRow(scoring: Scoring, habit: CompiledHabit): ScoredRow {
  const { compiled, seen, outcomeBehind } = scoring;
  const { name, owner, path, aim, serves, why } = habit;
  const counted = seen.activities.get(name) ?? seen.entered.get(name);
  const figures =
    aim.sense === "share" ? shareFigures(scoring, name, aim) : countFigures(scoring, aim, counted);
  const spans = judgeSpans(figures, aim.sense === "at most" ? "at most" : "at least", seen.asOf);
  const score = computeScore(spans);
  const isKept = score.streak?.hit === true && score.streak.length >= HOLLOW;
  const servesGoal = serves === null || serves === "goal";
  const day = Math.min(seen.asOf, spans.at(-1)?.last ?? seen.asOf);
  return {
    kind: "habit",
    name,
    owner: owner ?? null,
    asked: askedOn(aim, day),
    path,
    spans,
    score,
    people: listPeopleScores(compiled, owner, counted, lastOver(spans, seen.asOf)),
    purpose: { code: "serves", serves, ...(why === undefined ? {} : { why }) },
    hollow: isKept && outcomeBehind && servesGoal,
    habit,
  };
}

/** What a habit asks for on a day. */
export function askedOn(aim: HabitAim, day: number): AskedKind {
  if (aim.sense === "share")
    return { code: "habit-share", share: encodeExact(aim.share), within: aim.within };
  const { sense, per, counts } = aim;
  const count = habitCountOn(counts, day);
  return { code: "habit-count", sense, count: count === undefined ? null : encodeExact(count), per };
}

type CountAim = Exclude<HabitAim, { readonly sense: "share" }>;
type ShareAim = Extract<HabitAim, { readonly sense: "share" }>;

function countFigures(scoring: Scoring, aim: CountAim, counted: Counted | undefined): Figures[] {
  const { compiled, from, seen, weekStart } = scoring;
  const spans =
    aim.per === "month" ? monthsBetween(from, seen.asOf) : weeksBetween(from, seen.asOf, weekStart);
  return spans.map((span) => ({
    ...span,
    judgedOn: judgedOn(compiled.calendar, span),
    target: targetIn(scoring, aim, span),
    actual: actualIn(counted, span),
  }));
}

/** What is asked for each day adds up over the working days; a week's or month's count is the one of its first day of work. */
function targetIn(
  { compiled, from }: Scoring,
  { per, counts }: CountAim,
  { first, last }: CheckSpan,
): Ratio | undefined {
  const days = workingDays(compiled.calendar, Math.max(first, from), last);
  const asked = days.flatMap((day) => {
    const count = habitCountOn(counts, day);
    return count === undefined ? [] : [{ day, count }];
  });
  const [begin] = asked;
  if (begin === undefined || per !== "day") return begin?.count;
  return sum(asked.map(({ day, count }) => multiply(count, fullDays(compiled.calendar, [day]))));
}

function shareFigures(
  { compiled, cases, from, seen, weekStart }: Scoring,
  name: string,
  aim: ShareAim,
): Figures[] {
  const rows = cases.get(name) ?? [];
  return weeksBetween(from, seen.asOf, weekStart).map((span) => {
    const inSpan = rows.filter(({ day }) => day >= span.first && day <= span.last);
    const all = sum(inSpan.map(({ of }) => of));
    const within = sum(inSpan.map((row) => row.within));
    return {
      ...span,
      judgedOn: judgedOn(compiled.calendar, span),
      target: aim.share,
      actual: isZero(all) ? undefined : divide(within, all),
    };
  });
}
