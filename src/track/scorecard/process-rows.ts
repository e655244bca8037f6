import type { CompiledActivity } from "../../model/activities.js";
import type { CompiledStage } from "../../model/compile.js";
import { ceiling } from "../../number/ceiling.js";
import { at } from "../../number/invariant.js";
import { multiply, ratio, subtract, type Ratio } from "../../number/ratio.js";
import { onDay } from "../course.js";
import { plannedUnits } from "../stage-pace.js";
import { computeScore, judgeSpans } from "./judge.js";
import { listPeopleScores } from "./people.js";
import { lastOver, type ScoredRow } from "./scored-row.js";
import { actualIn, type Scoring } from "./scoring.js";
import { judgedOn, weeksBetween, type CheckSpan } from "./spans.js";

/** The funnel's own process goals: the work at its sources, week by week from the plan's days, and each stage's activities. */
export function processRows(scoring: Scoring): readonly ScoredRow[] {
  return scoring.compiled.flow.flatMap((stage) =>
    stage.activities
      .filter(({ name }) => name !== stage.name || stage.isWork)
      .map((activity) => processRow(scoring, stage, activity)),
  );
}

function processRow(scoring: Scoring, stage: CompiledStage, activity: CompiledActivity): ScoredRow {
  const { compiled, seen, from, weekStart, didNotFollow, wins, goals } = scoring;
  const { calendar, period, flow } = compiled;
  const { name, owner, perUnit } = activity;
  // A stage that is its own activity is counted by its entries.
  const isItself = name === stage.name;
  const counted = seen.activities.get(name) ?? (isItself ? seen.entered.get(name) : undefined);
  const weeks = weeksBetween(from, Math.min(seen.asOf, period.last), weekStart);
  const figures = weeks.map((span) => ({
    ...span,
    judgedOn: judgedOn(calendar, span, period.last),
    target: ratio(ceiling(multiply(perUnit, plannedIn(scoring, stage, span)))),
    actual: actualIn(counted, span),
  }));
  const spans = judgeSpans(figures, "at least", seen.asOf);
  const score = computeScore(spans);
  return {
    kind: "process",
    name,
    owner: owner ?? null,
    asked: { code: "plan-days" },
    path: stage.path,
    spans,
    score,
    people: listPeopleScores(compiled, owner, counted, lastOver(spans, seen.asOf)),
    purpose: {
      code: "feeds",
      doneFor: isItself ? null : stage.name,
      next: stage.next < 0 ? null : at(flow, stage.next).name,
      ...{ wins, ...goals },
      ...(activity.why === undefined ? {} : { why: activity.why }),
    },
    hollow: score.streak?.hit === true && didNotFollow,
    habit: null,
  };
}

/** Whole units that the plan's days ask for in a span; a milestone's expected entries. */
function plannedIn({ course }: Scoring, stage: CompiledStage, { first, last }: CheckSpan): Ratio {
  if (stage.isWork) return ratio(plannedUnits(course, stage, first, last));
  const { entered } = at(course.stages, stage.index);
  return subtract(onDay(course, entered, last), onDay(course, entered, first - 1));
}
