import { showCount, showExact } from "../../model/display.js";
import { ceiling } from "../../number/ceiling.js";
import { multiply, ONE, ratio, subtract, sum, ZERO, type Ratio } from "../../number/ratio.js";
import { parseWrittenDay } from "../../plan/dates.js";
import { parseQuantity } from "../../schema/quantity.js";
import type { Closing } from "../../plan/snapshot.js";
import { stageActivities } from "../../model/activities.js";
import { computeEffort } from "../../schedule/effort.js";
import { isWork } from "../../model/flow.js";
import { onDay, type PlannedCourse } from "../course.js";
import { countSnapshot } from "../observed.js";
import { actualIn, type HabitScoring } from "./habit-row.js";
import { listCheckIns, computeScore, type Figures } from "./judge.js";
import { listPeopleScores } from "./people.js";
import type { ScoreRow } from "./row.js";
import { judgedOn, weeksBetween, type CheckSpan } from "./spans.js";

/** What the funnel's lines are scored with. */
export interface FunnelScoring extends HabitScoring {
  readonly course: PlannedCourse;
  readonly goalText: string;
  readonly wins: number;
  /** Whether the work was done and the outcome did not follow. */
  readonly didNotFollow: boolean;
}

/** The funnel's own process goals: the work at its sources, week by week from the plan's days, and each stage's activities. */
export function processRows(scoring: FunnelScoring): readonly ScoreRow[] {
  const { flow } = scoring.prepared;
  return flow.flatMap((stage, index) =>
    stageActivities(stage.written).flatMap((activity) => {
      const itself = activity.name === stage.name;
      if (itself && !isWork(flow, index)) return [];
      const perUnit = activity.perUnit === undefined ? ONE : parseQuantity(activity.perUnit);
      return [processRow(scoring, index, activity.name, activity.owner, perUnit, itself)];
    }),
  );
}

function processRow(
  scoring: FunnelScoring,
  index: number,
  name: string,
  owner: string | undefined,
  perUnit: Ratio,
  itself: boolean,
): ScoreRow {
  const { prepared, snapshot, from, asOf, weekStart } = scoring;
  const counted =
    countSnapshot(snapshot.activities, name) ?? (itself ? countSnapshot(snapshot.entered, name) : undefined);
  const figures = weeksBetween(from, Math.min(asOf, prepared.period.last), weekStart).map(
    (span): Figures => ({
      ...span,
      judgedOn: judgedOn(prepared.calendar, span, prepared.period.last),
      target: ratio(ceiling(multiply(perUnit, plannedIn(scoring, index, span)))),
      actual: actualIn(counted, span),
    }),
  );
  const checkIns = listCheckIns(figures, "at least", asOf);
  const over = figures.filter(({ judgedOn: on }) => on <= asOf).at(-1);
  const score = computeScore(checkIns, figures);
  const stage = prepared.flow[index]?.name ?? "";
  return {
    kind: "process",
    name,
    owner: owner ?? null,
    goal: "what the plan's days ask for",
    path: [...(prepared.flow[index]?.path ?? [])],
    checkIns,
    ...score,
    people: over === undefined ? [] : listPeopleScores(prepared.plan, owner, counted, over),
    why: `${itself ? "" : `It is done for "${stage}". `}${whyOf(scoring, index)}`,
    hollow: score.streak?.hit === true && scoring.didNotFollow,
  };
}

/** From the stage to the goal: what it feeds, the wins, the outcome. */
function whyOf({ prepared, wins, goalText }: FunnelScoring, index: number): string {
  const next = prepared.flow[index]?.next ?? -1;
  const feeds = next < 0 ? "wins" : `"${prepared.flow[next]?.name ?? ""}"`;
  return `It feeds ${feeds}; ${showCount(wins)} wins make ${goalText}.`;
}

/** Whole units that the plan's days ask for in a span; a milestone's expected entries. */
function plannedIn({ prepared, course }: FunnelScoring, index: number, { first, last }: CheckSpan): Ratio {
  if (!isWork(prepared.flow, index)) {
    const entered = course.entered[index] ?? [];
    return subtract(onDay(course, entered, last), onDay(course, entered, first - 1));
  }
  const window = prepared.flow[index]?.window ?? prepared.winWindow;
  const { counts } = computeEffort(course.volumes.stages[index]?.effort ?? ZERO, window);
  return ratio(
    window.days.reduce(
      (total, day, at) => (day >= first && day <= last ? total + (counts[at] ?? 0) : total),
      0,
    ),
  );
}

/** The outcome: wins in all by the end of each week, beside where they should be. */
export function outcomeRow(scoring: FunnelScoring): ScoreRow {
  const { prepared, course, from, asOf, weekStart, goalText } = scoring;
  const { first, last } = prepared.period;
  const figures = weeksBetween(Math.max(from, first), Math.min(asOf, last), weekStart).map(
    (span): Figures => {
      const until = wonBy(scoring, span.last);
      return {
        ...span,
        judgedOn: judgedOn(prepared.calendar, span, last),
        target: onDay(course, course.wins, span.last),
        actual: until,
      };
    },
  );
  const checkIns = listCheckIns(figures, "at least", asOf);
  const planned = sum(figures.slice(-1).map(({ target }) => target ?? ZERO));
  return {
    kind: "outcome",
    name: "wins so far",
    owner: prepared.plan.deal?.owner ?? null,
    goal: `${showExact(String(scoring.wins))} wins by the end`,
    path: ["goal"],
    checkIns,
    ...computeScore(checkIns, figures),
    people: [],
    why: `They make ${goalText}${planned.num === 0 ? "; none were expected yet" : ""}.`,
    hollow: false,
  };
}

/** Wins of the period by the end of a day; a plain number does not say by when they came. */
function wonBy({ prepared, snapshot: { won } }: FunnelScoring, day: number): Ratio | undefined {
  if (!Array.isArray(won)) return undefined;
  const { first } = prepared.period;
  const rows = (won as readonly Closing[]).map(({ on }) => parseWrittenDay(on));
  return ratio(rows.filter((on) => on >= first && on <= day).length);
}
