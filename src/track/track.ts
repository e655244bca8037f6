import type { Forecast } from "../forecast/answer.js";
import { forecast } from "../forecast/forecast.js";
import type { Pace } from "../forecast/pace.js";
import type { Assumption } from "../model/assumption.js";
import { totalOf } from "../model/base-movement.js";
import { readExact, toExact, type Exact } from "../number/exact-string.js";
import { readRate } from "../number/rate-text.js";
import { nearestNumber } from "../number/nearest-number.js";
import { add, compare, isZero, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { dayOf } from "../plan/dates.js";
import type { PlanInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import { deepFreeze } from "../solve/freeze.js";
import { isWork } from "../model/flow.js";
import type { SolveOptions } from "../schedule/prepared.js";
import { formatDay } from "../calendar/day.js";
import { activityTracks, type ActivityTrack } from "./activity-pace.js";
import { lookAheadOf, type LookAhead } from "./ahead.js";
import { courseOf, onDay, type Course } from "./course.js";
import { datedPlan, snapshotFor, type DatedPrepared } from "./dated.js";
import { gapParts, writtenPart, type GapPart } from "./gap.js";
import { shortfalls, type Shortfall } from "./luck.js";
import { outcomeSoFar, plannedAmount, shareOf, type Outcome } from "./observed.js";
import { replanned } from "./replan.js";
import { pacingOf, stagePaceOf, stageTrack, type StageTrack } from "./stage-pace.js";
import {
  outcomeStatus,
  thresholdsOf,
  type Status,
  type StatusThresholds,
  type Thresholds,
} from "./status.js";
import { verdictOf, type Verdict } from "./verdict.js";

/** How progress is judged. */
export interface TrackOptions<Stage extends string = string> extends SolveOptions, StatusThresholds {
  /** How work goes on after the snapshot, for the projected end; default `"targets"`, as the plan asks. */
  readonly pace?: Pace<Stage> | undefined;
  /** A shortfall less likely than this is more than luck; default 5%. */
  readonly luck?: number | string | undefined;
}

/** The outcome on its way. */
export interface OutcomeTrack {
  /** The goal's amount. */
  readonly goal: Exact;
  /** Wins and amount now, and where they should be. */
  readonly wins: Exact;
  /** Wins that there should be now. */
  readonly plannedWins: Exact;
  /** The amount now, in the metric's unit. */
  readonly now: Exact;
  /** The amount that there should be now. */
  readonly planned: Exact;
  /** The amount expected at the period's end. */
  readonly projected: Exact;
  /** Projected ÷ goal; null for a goal of 0. */
  readonly attainment: Exact | null;
  /** How it stands, by the amount. */
  readonly status: Status;
  /** Where the outcome should be by the end of each day. */
  readonly course: readonly {
    /** The day, up to its end. */
    readonly on: string;
    /** Wins by then, as planned. */
    readonly wins: Exact;
    /** The amount by then, as planned. */
    readonly amount: Exact;
  }[];
}

/** How a plan is going. `Stage` are the plan's stage names. */
export interface Track<Stage extends string = string> {
  /** The snapshot's day; everything up to its end has happened. */
  readonly through: string;
  /** How the outcome stands. */
  readonly status: Status;
  /** How each stage stands. */
  readonly stages: Readonly<Record<Stage, StageTrack>>;
  /** How the work of each activity stands. */
  readonly activities: readonly ActivityTrack[];
  /** How the goal stands. */
  readonly outcome: OutcomeTrack;
  /** Where it is going: at the pace so far, with the rest done as planned, and what it takes from now on. */
  readonly ahead: LookAhead;
  /** Why the outcome is not what was planned; the parts add up to it exactly. */
  readonly gap: readonly GapPart[];
  /** Whether the work was not done, or was done and did not lead where it should. */
  readonly verdict: Verdict;
  /** Stages from which fewer went on than planned, and whether that may be luck. */
  readonly shortfalls: readonly Shortfall[];
  /** What was taken for granted because neither the plan nor the snapshot says it. */
  readonly assumptions: readonly Assumption[];
}

/**
 * Are we on course, and if not, why?
 *
 * Compares what has happened with the plan's own course: for every stage and activity what was planned to date, what was
 * done, and what each working day must bring from the next day on; for the outcome where it is, where it should be and
 * where it will end. The gap is taken apart into the work that was done, the shares that went on, their timing, value and
 * churn, whatever the order (Shapley values, exact). Whether a conversion that is short is more than luck is said by the
 * lower tail of the sum of the units' own chances.
 *
 * @throws PlanError for a plan, snapshot or pace that is not valid, and for a plan whose period has no dates
 *
 * @example
 * ```ts
 * const plan = {
 *   goal: { metric: "customers", amount: 10, period: { start: "2026-01-05", end: "2026-01-30" } },
 *   funnel: [{ stage: "call", rate: "10%" }],
 * } as const;
 * const { status, stages, verdict } = track(plan, { through: "2026-01-16", entered: { call: 50 }, won: 5 });
 * status; // => "on track"
 * stages.call.needPerDay; // => 5
 * verdict.kind; // => "on course"
 * ```
 */
export function track<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  options: TrackOptions<NoInfer<Stage>> = {},
): Track<Stage> {
  const prepared = datedPlan(plan, options);
  const seen = snapshotFor(prepared, snapshot);
  return deepFreeze(trackOf(prepared, seen, options));
}

function trackOf(prepared: DatedPrepared, snapshot: Snapshot, options: TrackOptions): Track {
  const thresholds = thresholdsOf(options);
  const course = courseOf(prepared);
  const outcome = outcomeSoFar(prepared, snapshot);
  const paces = prepared.flow.map((_, index) => stagePaceOf(prepared, course, snapshot, index));
  const stages = prepared.flow.map(({ name }, index): [string, StageTrack] => {
    const pace = paces[index];
    if (pace === undefined)
      throw new TypeError(`track requires a pace for every stage; got none for ${name}`);
    return [name, stageTrack(prepared, course, index, pacingOf(pace, thresholds))];
  });
  const work = paces.flatMap((pace, index) =>
    isWork(prepared.flow, index) ? [{ ...pace, name: prepared.flow[index]?.name ?? null }] : [],
  );
  const workDone = work.every(
    ({ actual, level }) => actual === undefined || reachesPace(actual, level, thresholds),
  );
  const parts = gapParts(prepared, course, snapshot, outcome);
  const projection = outcomeTrack(prepared, course, snapshot, outcome, options, thresholds);
  const through = dayOf(snapshot.through);
  const planned = plannedAmount(prepared, onDay(course, course.worth, through), through);
  const standing = totalOf(prepared.bridge.parts.filter(({ item }) => item === "base"));
  const ahead = lookAheadOf({
    prepared,
    course,
    snapshot,
    outcome,
    thresholds,
    paces,
    asPlanned: projection.asPlanned,
  });
  const evidence = {
    parts,
    gap: subtract(outcome.amount, planned),
    plannedGain: add(planned, standing),
    workDone,
    unknownWork: work.find(({ actual }) => actual === undefined)?.name ?? null,
  };
  const verdict = verdictOf(evidence, thresholds, ahead, projection.outcome);
  const good = projection.outcome.status === "on track" || projection.outcome.status === "ahead";
  const status = verdict.kind === "early warning" && good ? "behind" : projection.outcome.status;
  return {
    through: snapshot.through,
    status,
    stages: Object.fromEntries(stages),
    activities: activityTracks(prepared, course, snapshot, thresholds),
    outcome: { ...projection.outcome, status },
    ahead,
    gap: parts.map(writtenPart),
    verdict,
    shortfalls: shortfalls(prepared, course, snapshot, outcome, luckOf(options)),
    assumptions: projection.assumptions,
  };
}

function reachesPace(actual: Ratio, level: Ratio, { behind }: Thresholds): boolean {
  const share = shareOf(actual, level);
  return share === undefined || compare(share, behind) >= 0;
}

function outcomeTrack(
  prepared: DatedPrepared,
  course: Course,
  snapshot: Snapshot,
  outcome: Outcome,
  options: TrackOptions,
  thresholds: Thresholds,
): {
  readonly outcome: OutcomeTrack;
  readonly asPlanned: Forecast;
  readonly assumptions: readonly Assumption[];
} {
  const { goal } = prepared.bridge;
  const through = dayOf(snapshot.through);
  const { pace, lands } = options;
  const outlook = forecast(prepared.plan, snapshot, { pace, lands });
  const projected = add(ratioOf(outlook.atEnd.amount), subtract(outcome.amount, outcome.computed));
  const days = Array.from(
    { length: course.last - prepared.period.first + 1 },
    (_, day) => prepared.period.first + day,
  );
  const attainment = shareOf(projected, goal);
  const isPlanned = pace === undefined || pace === "targets";
  return {
    assumptions: outlook.assumptions,
    asPlanned: isPlanned ? outlook : forecast(prepared.plan, snapshot, { lands }),
    outcome: {
      goal: toExact(goal),
      wins: toExact(outcome.wins),
      plannedWins: toExact(onDay(course, course.wins, through)),
      now: toExact(outcome.amount),
      planned: toExact(plannedAmount(prepared, onDay(course, course.worth, through), through)),
      projected: toExact(projected),
      attainment: attainment === undefined ? null : toExact(attainment),
      status: outcomeStatus(projected, goal, isReachable(prepared, snapshot), thresholds),
      course: days.map((day) => ({
        on: formatDay(day),
        wins: toExact(onDay(course, course.wins, day)),
        amount: toExact(plannedAmount(prepared, onDay(course, course.worth, day), day)),
      })),
    },
  };
}

/** Whether the rest of the period can still bring what is missing. */
function isReachable(prepared: DatedPrepared, snapshot: Snapshot): boolean {
  if (dayOf(snapshot.through) >= prepared.period.last) return false;
  return replanned(prepared, snapshot, {}).solution.status === "feasible";
}

function ratioOf(exact: Exact): Ratio {
  return readExact(exact) ?? ZERO;
}

function luckOf({ luck = "5%" }: TrackOptions): number {
  const share = readRate(luck);
  if (share === undefined || isZero(share))
    throw new RangeError(`track requires luck as a share above 0; got ${luck}`);
  return nearestNumber(share);
}
