import type { Forecast } from "../forecast/answer.js";
import { forecast } from "../forecast/forecast.js";
import type { Pace } from "../forecast/pace.js";
import type { Assumption } from "../words/assumptions.js";
import { sumOfParts } from "../model/base-movement.js";
import { parseExact, encodeExact, type ExactString } from "../number/exact-string.js";
import { parseRateText } from "../number/rate-text.js";
import { nearestNumber } from "../number/nearest-number.js";
import { add, compare, isZero, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { PlanInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import { deepFreeze } from "../solve/freeze.js";
import { isWork } from "../model/flow.js";
import type { SolveOptions } from "../model/options.js";
import { formatDay } from "../calendar/day.js";
import { activityTracks, type ActivityTrack } from "./activity-pace.js";
import { lookAheadOf, type LookAhead } from "./ahead.js";
import { computePlannedCourse, onDay, type PlannedCourse } from "./course.js";
import { prepareDatedPlan, snapshotForPlan, type DatedPrepared } from "./dated.js";
import { gapParts, writtenPart, type GapPart } from "./gap.js";
import { lossLimitTracks, type LossLimitTrack } from "./loss-limits.js";
import { shortfalls, type Shortfall } from "./luck.js";
import { outcomeSoFar, plannedAmount, shareOf, type Outcome } from "./observed.js";
import { isRestReachable } from "./replan.js";
import { computePacing, computeStagePace, stageTrack, type StageTrack } from "./stage-pace.js";
import {
  outcomeStatus,
  parseThresholds,
  type Status,
  type StatusThresholds,
  type Thresholds,
} from "./status.js";
import { buildVerdict, type Verdict } from "./verdict.js";

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
  readonly goal: ExactString;
  /** Wins and amount now, and where they should be. */
  readonly wins: ExactString;
  /** Wins that there should be now. */
  readonly plannedWins: ExactString;
  /** The amount now, in the metric's unit. */
  readonly now: ExactString;
  /** The amount that there should be now. */
  readonly planned: ExactString;
  /** The amount expected at the period's end. */
  readonly projected: ExactString;
  /** Projected ÷ goal; null for a goal of 0. */
  readonly attainment: ExactString | null;
  /** How it stands, by the amount. */
  readonly status: Status;
  /** Where the outcome should be by the end of each day. */
  readonly course: readonly {
    /** The day, up to its end. */
    readonly on: string;
    /** Wins by then, as planned. */
    readonly wins: ExactString;
    /** The amount by then, as planned. */
    readonly amount: ExactString;
  }[];
}

/** How a plan is going. `Stage` are the plan's stage names. */
export interface Track<Stage extends string = string> {
  /** The snapshot's day; everything up to its end has happened. */
  readonly asOf: string;
  /** How the outcome stands. */
  readonly status: Status;
  /** How each stage stands. */
  readonly stages: Readonly<Record<Stage, StageTrack>>;
  /** How the work of each activity stands. */
  readonly activities: readonly ActivityTrack[];
  /** How the limits on losses stand, each the goal of its owner. */
  readonly lossLimits: readonly LossLimitTrack[];
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
 * const { status, stages, verdict } = track(plan, { asOf: "2026-01-16", entered: { call: 50 }, won: 5 });
 * status; // => "on track"
 * stages.call.needPerDay; // => 5
 * verdict.kind; // => "on track"
 * ```
 */
export function track<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  options: TrackOptions<NoInfer<Stage>> = {},
): Track<Stage> {
  const prepared = prepareDatedPlan(plan, options);
  const seen = snapshotForPlan(prepared, snapshot);
  return deepFreeze(trackOf(prepared, seen, options));
}

function trackOf(prepared: DatedPrepared, snapshot: Snapshot, options: TrackOptions): Track {
  const thresholds = parseThresholds(options);
  const course = computePlannedCourse(prepared);
  const outcome = outcomeSoFar(prepared, snapshot);
  const paces = prepared.flow.map((_, index) => computeStagePace(prepared, course, snapshot, index));
  const stages = prepared.flow.map(({ name }, index): [string, StageTrack] => {
    const pace = paces[index];
    if (pace === undefined)
      throw new TypeError(`track requires a pace for every stage; got none for ${name}`);
    return [name, stageTrack(prepared, course, index, computePacing(pace, thresholds))];
  });
  const work = paces.flatMap((pace, index) =>
    isWork(prepared.flow, index) ? [{ ...pace, name: prepared.flow[index]?.name ?? null }] : [],
  );
  const workDone = work.every(
    ({ actual, level }) => actual === undefined || reachesPace(actual, level, thresholds),
  );
  const parts = gapParts(prepared, course, snapshot, outcome);
  const isReachable = once(() => isRestReachable(prepared, snapshot));
  const projection = outcomeTrack(prepared, course, snapshot, outcome, options, thresholds, isReachable);
  const asOf = parseWrittenDay(snapshot.asOf);
  const planned = plannedAmount(prepared, onDay(course, course.worth, asOf), asOf);
  const standing = sumOfParts(prepared.bridge.parts.filter(({ item }) => item === "base"));
  const ahead = lookAheadOf({
    prepared,
    course,
    snapshot,
    outcome,
    thresholds,
    paces,
    asPlanned: projection.asPlanned,
    isReachable,
  });
  const short = shortfalls(prepared, course, snapshot, outcome, luckOf(options));
  const evidence = {
    withinLuck: short.filter(({ significant }) => significant === false).map(({ stage }) => stage),
    parts,
    gap: subtract(outcome.amount, planned),
    plannedGain: add(planned, standing),
    workDone,
    unknownWork: work.find(({ actual }) => actual === undefined)?.name ?? null,
  };
  const verdict = buildVerdict(evidence, thresholds, ahead, projection.outcome);
  const good = projection.outcome.status === "on track" || projection.outcome.status === "ahead";
  const status = verdict.kind === "early warning" && good ? "behind" : projection.outcome.status;
  return {
    asOf: snapshot.asOf,
    status,
    stages: Object.fromEntries(stages),
    activities: activityTracks(prepared, course, snapshot, thresholds),
    lossLimits: lossLimitTracks(prepared, snapshot),
    outcome: { ...projection.outcome, status },
    ahead,
    gap: parts.map(writtenPart),
    verdict,
    shortfalls: short,
    assumptions: projection.assumptions,
  };
}

function reachesPace(actual: Ratio, level: Ratio, { behind }: Thresholds): boolean {
  const share = shareOf(actual, level);
  return share === undefined || compare(share, behind) >= 0;
}

function outcomeTrack(
  prepared: DatedPrepared,
  course: PlannedCourse,
  snapshot: Snapshot,
  outcome: Outcome,
  options: TrackOptions,
  thresholds: Thresholds,
  isReachable: () => boolean,
): {
  readonly outcome: OutcomeTrack;
  readonly asPlanned: Forecast;
  readonly assumptions: readonly Assumption[];
} {
  const { goal } = prepared.bridge;
  const asOf = parseWrittenDay(snapshot.asOf);
  const { pace, minOnTimeShare } = options;
  const outlook = forecast(prepared.plan, snapshot, { pace, minOnTimeShare });
  const projected = add(ratioOf(outlook.atEnd.amount), subtract(outcome.amount, outcome.computed));
  const days = Array.from(
    { length: course.last - prepared.period.first + 1 },
    (_, day) => prepared.period.first + day,
  );
  const attainment = shareOf(projected, goal);
  const isPlanned = pace === undefined || pace === "targets";
  return {
    assumptions: outlook.assumptions,
    asPlanned: isPlanned ? outlook : forecast(prepared.plan, snapshot, { minOnTimeShare }),
    outcome: {
      goal: encodeExact(goal),
      wins: encodeExact(outcome.wins),
      plannedWins: encodeExact(onDay(course, course.wins, asOf)),
      now: encodeExact(outcome.amount),
      planned: encodeExact(plannedAmount(prepared, onDay(course, course.worth, asOf), asOf)),
      projected: encodeExact(projected),
      attainment: attainment === undefined ? null : encodeExact(attainment),
      status: outcomeStatus(projected, goal, isReachable, thresholds),
      course: days.map((day) => ({
        on: formatDay(day),
        wins: encodeExact(onDay(course, course.wins, day)),
        amount: encodeExact(plannedAmount(prepared, onDay(course, course.worth, day), day)),
      })),
    },
  };
}

/** Asks once, and only if anyone wants to know. */
function once(ask: () => boolean): () => boolean {
  let known: boolean | undefined;
  return () => (known ??= ask());
}

function ratioOf(exact: ExactString): Ratio {
  return parseExact(exact) ?? ZERO;
}

function luckOf({ luck = "5%" }: TrackOptions): number {
  const share = parseRateText(luck);
  if (share === undefined || isZero(share))
    throw new RangeError(`track requires luck as a share above 0; got ${luck}`);
  return nearestNumber(share);
}
