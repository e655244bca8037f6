import { showExact } from "../../model/display.js";
import { parseWrittenDay } from "../../plan/dates.js";
import { computeLossLimits } from "../../solve/loss-limits.js";
import { allowedBy, isBroken, lostBy } from "../loss-limits.js";
import type { FunnelScoring } from "./funnel-rows.js";
import { computeScore, listCheckIns, type Figures } from "./judge.js";
import type { ScoreRow } from "./row.js";
import { judgedOn, weeksBetween } from "./spans.js";

/**
 * The most that may be lost, as a goal of whoever keeps customers: what was lost by the end of each week, beside what may be
 * by then. A limit that is broken is missed at once; what else comes of the week does not matter any more.
 */
export function limitRows(scoring: FunnelScoring): readonly ScoreRow[] {
  const { prepared, snapshot, asOf, weekStart, goalText } = scoring;
  const { period, calendar } = prepared;
  const until = Math.min(asOf, period.last);
  return computeLossLimits(prepared).map((limit): ScoreRow => {
    const figures = weeksBetween(period.first, until, weekStart).map((span): Figures => {
      const actual = lostBy(prepared, snapshot, limit, Math.min(span.last, parseWrittenDay(snapshot.asOf)));
      const broken = actual !== undefined && isBroken(limit, actual);
      return {
        ...span,
        judgedOn: broken ? span.first : judgedOn(calendar, span, period.last),
        target: allowedBy(prepared, limit, span.last),
        actual,
      };
    });
    const checkIns = listCheckIns(figures, "at most", asOf);
    return {
      kind: "limit",
      name: limit.item,
      owner: limit.owner,
      goal: `at most ${showExact(limit.atMost)} in the period`,
      path: ["churn"],
      checkIns,
      ...computeScore(checkIns, figures),
      people: [],
      why: `What is lost must be won again before the goal is reached: ${goalText}.`,
      hollow: false,
    };
  });
}
