import type { CompiledSnapshot } from "../../model/compile-snapshot.js";
import type { DatedPlan } from "../../model/compile.js";
import { isZero, ratio, type Ratio } from "../../number/ratio.js";
import { onDay } from "../course.js";
import { computeScore, judgeSpans, type Figures } from "./judge.js";
import type { ScoredRow } from "./scored-row.js";
import type { Scoring } from "./scoring.js";
import { judgedOn, weeksBetween } from "./spans.js";

/** The outcome: wins in all by the end of each week, beside where they should be. */
export function outcomeRow({ compiled, seen, course, from, weekStart, wins, goals }: Scoring): ScoredRow {
  const { plan, period, calendar, deal } = compiled;
  const { first, last } = period;
  const weeks = weeksBetween(Math.max(from, first), Math.min(seen.asOf, last), weekStart);
  const figures = weeks.map((span) => ({
    ...span,
    judgedOn: judgedOn(calendar, span, last),
    target: onDay(course, course.wins, span.last),
    actual: wonBy(compiled, seen, span.last),
  }));
  const planned = figures.at(-1)?.target;
  const spans = judgeSpans(figures satisfies readonly Figures[], "at least", seen.asOf);
  return {
    kind: "outcome",
    name: "wins so far",
    owner: deal.owner ?? null,
    asked: { code: "wins", wins },
    path: ["goal"],
    spans,
    score: computeScore(spans),
    people: [],
    purpose: {
      ...{ code: "makes", ...goals, tooEarly: planned === undefined || isZero(planned) },
      ...(plan.goal.why === undefined ? {} : { why: plan.goal.why }),
    },
    hollow: false,
    habit: null,
  };
}

/** Wins of the period by the end of a day; a plain number does not say by when they came. */
function wonBy({ period }: DatedPlan, { won }: CompiledSnapshot, last: number): Ratio | undefined {
  if (won === undefined || "num" in won) return undefined;
  return ratio(won.filter(({ day }) => day >= period.first && day <= last).length);
}
