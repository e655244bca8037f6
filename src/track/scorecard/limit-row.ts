import { goalLossLimits } from "../../solve/loss-limits.js";
import { allowedBy, isBroken, lostBy } from "../loss-limits.js";
import { computeScore, judgeSpans, type Figures } from "./judge.js";
import type { ScoredRow } from "./scored-row.js";
import { goalFigures, type Scoring } from "./scoring.js";
import { judgedOn, weeksBetween } from "./spans.js";

/**
 * The most that may be lost, as a goal of whoever keeps customers: what was lost by the end of each week, beside what may be
 * by then. A limit that is broken is missed at once; how the week goes on does not matter any more.
 */
export function limitRows({ compiled, seen, weekStart }: Scoring): readonly ScoredRow[] {
  const { period, calendar } = compiled;
  const { asOf } = seen;
  const until = Math.min(asOf, period.last);
  return goalLossLimits(compiled).map(({ goal, limit }): ScoredRow => {
    const figures = weeksBetween(period.first, until, weekStart).map((span): Figures => {
      const actual = lostBy(goal, seen, limit, Math.min(span.last, asOf));
      const broken = actual !== undefined && isBroken(limit, actual);
      return {
        ...span,
        judgedOn: broken ? span.first : judgedOn(calendar, span, period.last),
        target: allowedBy(goal, span.last),
        actual,
      };
    });
    const spans = judgeSpans(figures, "at most", asOf);
    return {
      kind: "limit",
      name: limit.item,
      owner: limit.owner,
      asked: { code: "limit", atMost: limit.atMost },
      path: ["churn"],
      spans,
      score: computeScore(spans),
      people: [],
      purpose: { code: "won-again", goal: goalFigures(goal) },
      hollow: false,
      habit: null,
    };
  });
}
