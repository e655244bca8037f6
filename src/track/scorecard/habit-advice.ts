import { formatDay } from "../../calendar/day.js";
import { fullDays, workingDays } from "../../calendar/working-days.js";
import { habitCountOn, type CompiledHabit, type HabitAim, type HabitCount } from "../../model/habits.js";
import { ceiling, floor } from "../../number/ceiling.js";
import { encodeExact } from "../../number/exact-string.js";
import { at, must } from "../../number/invariant.js";
import { median } from "../../number/median.js";
import { compare, divide, equal, isZero, ratio, smaller, sum, type Ratio } from "../../number/ratio.js";
import type { Change } from "../../plan/change.js";
import type { AdviceKind, HabitStep } from "../../words/scorecard.js";
import type { Judged } from "./judge.js";
import type { ScoredRow } from "./scored-row.js";
import type { Scoring } from "./scoring.js";

/** So many misses in a row make a goal worth changing. */
const MISSES = 2;

/** So many check-ins that were kept, at a median of so much of what was asked, make a goal worth raising. */
const KEPT = 4;
const BEATEN = ratio(6, 5);

/** What to do about a habit, and the change to the plan where it is one. */
interface HabitAdvice {
  readonly advice: AdviceKind;
  readonly change: Change | null;
}

type CountAim = Exclude<HabitAim, { readonly sense: "share" }>;

/** A habit that was missed again and again: what was done on average instead, never nothing. */
export function missedAdvice(
  scoring: Scoring,
  { aim, path }: CompiledHabit,
  { spans }: ScoredRow,
  times: number,
): HabitAdvice | null {
  if (times < MISSES) return null;
  const last = judgedOf(spans).slice(-times);
  const missed = { code: "missed", times, days: daysOf(last) } as const;
  const nothing = { advice: { ...missed, average: null, per: null, instead: null }, change: null };
  if (aim.sense === "share") return nothing;
  const { sense, per, counts } = aim;
  const average = averagePerSpan(scoring, aim, last);
  const asked = habitCountOn(counts, scoring.seen.asOf);
  if (average === undefined || asked === undefined) return nothing;
  const figures = { ...missed, average: encodeExact(average), per };
  const whole = ratio(sense === "at least" ? floor(average) : ceiling(average));
  if (isZero(whole)) return { advice: { ...figures, instead: null }, change: null };
  if (equal(whole, asked)) return null;
  return {
    advice: { ...figures, instead: stepOf(scoring, whole, asked) },
    change: changeOf(scoring, aim, path, whole),
  };
}

/** A habit that was beaten again and again: the least that was done instead. */
export function keptAdvice(
  scoring: Scoring,
  { aim, path }: CompiledHabit,
  { spans }: ScoredRow,
  times: number,
): HabitAdvice | null {
  if (aim.sense !== "at least" || times < KEPT) return null;
  const asked = habitCountOn(aim.counts, scoring.seen.asOf);
  if (asked === undefined) return null;
  const last = judgedOf(spans).slice(-KEPT);
  const middle = median(last.map(({ actual, target }) => divide(actual, target)));
  if (compare(middle, BEATEN) < 0) return null;
  const done = last.flatMap((span) => averagePerSpan(scoring, aim, [span]) ?? []);
  const least = ratio(floor(done.reduce((one, other) => smaller(one, other))));
  if (compare(least, asked) <= 0) return null;
  const figures = { times: KEPT, days: daysOf(last), median: encodeExact(middle), per: aim.per };
  return {
    advice: { code: "raise", ...figures, instead: stepOf(scoring, least, asked) },
    change: changeOf(scoring, aim, path, least),
  };
}

/** A span that was judged, so that both of its figures are known. */
type JudgedSpan = Judged & { readonly target: Ratio; readonly actual: Ratio };

function judgedOf(spans: readonly Judged[]): readonly JudgedSpan[] {
  return spans.flatMap((span) => {
    if (span.hit === null) return [];
    const target = must(span.target, "what was asked for");
    return [{ ...span, target, actual: must(span.actual, "what was done") }];
  });
}

function daysOf(spans: readonly Judged[]): { readonly from: string; readonly to: string } {
  return { from: formatDay(at(spans, 0).first), to: formatDay(at(spans, spans.length - 1).last) };
}

/** The average of what was done in the habit's own span: a working day, a week or a month; undefined without any. */
function averagePerSpan(
  { compiled, from }: Scoring,
  { per }: CountAim,
  spans: readonly JudgedSpan[],
): Ratio | undefined {
  const days = spans.flatMap(({ first, last }) =>
    workingDays(compiled.calendar, Math.max(from, first), last),
  );
  const count = per === "day" ? fullDays(compiled.calendar, days) : ratio(spans.length);
  return isZero(count) ? undefined : divide(sum(spans.map(({ actual }) => actual)), count);
}

function stepOf({ seen }: Scoring, count: Ratio, asked: Ratio): HabitStep {
  return { count: encodeExact(count), asked: encodeExact(asked), from: formatDay(seen.asOf + 1) };
}

/** Another count from the day after the snapshot on; what was asked before stays. */
function changeOf(
  { seen, from }: Scoring,
  { sense, counts }: CountAim,
  path: CompiledHabit["path"],
  whole: Ratio,
): Change {
  const before = counts.filter((row) => row.from <= seen.asOf).map((row) => writtenCount(row, from));
  const next = { from: formatDay(seen.asOf + 1), count: Number(whole.num) };
  return { path: [...path, sense === "at least" ? "atLeast" : "atMost"], to: [...before, next] };
}

/** A count as a plan writes it, by date; one that always holds from the first day of work. */
function writtenCount({ from, count }: HabitCount, start: number) {
  const written = count.den === 1 ? Number(count.num) : encodeExact(count);
  return { from: formatDay(Math.max(from, start)), count: written };
}
