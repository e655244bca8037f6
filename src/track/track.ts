import { formatDay } from "../calendar/day.js";
import type { Forecast } from "../forecast/answer.js";
import { forecastAnswer } from "../forecast/forecast-answer.js";
import { parsePace } from "../forecast/options.js";
import { lookAhead } from "../forecast/outlook.js";
import type { CompiledPace, Pace } from "../forecast/pace.js";
import { sumOfParts } from "../model/base-movement.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import type { SolveOptions } from "../model/options.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { nearestNumber } from "../number/nearest-number.js";
import { parseRateText } from "../number/rate-text.js";
import { add, compare, isZero, subtract } from "../number/ratio.js";
import type { PlanInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Compiled } from "../solve/compiled.js";
import { deepFreeze } from "../solve/freeze.js";
import type { Assumption } from "../words/assumptions.js";
import { planFormat } from "../words/plan-format.js";
import { activityTracks, type ActivityTrack } from "./activity-pace.js";
import { lookAheadOf, type LookAhead } from "./ahead.js";
import { computePlannedCourse, onDay, type PlannedCourse } from "./course.js";
import { compileDatedPlan, compileSnapshotFor } from "./dated.js";
import { encodePart, gapParts, type GapPart } from "./gap.js";
import { lossLimitTracks, type LossLimitTrack } from "./loss-limits.js";
import { shortfalls, type Shortfall } from "./luck.js";
import { measuredAmount, outcomeSoFar, plannedAmount, shareOf, type Outcome } from "./observed.js";
import { paceSoFar } from "./pace-so-far.js";
import { computePacing } from "./pacing.js";
import { isRestReachable } from "./replan.js";
import { computeStagePace, stageTrack, type StagePace, type StageTrack } from "./stage-pace.js";
import {
  outcomeStatus,
  parseThresholds,
  type Status,
  type StatusThresholds,
  type Thresholds,
} from "./status.js";
import { buildVerdict, type Verdict } from "./verdict.js";
import { whyOf } from "./why.js";

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
  /** What was assumed because neither the plan nor the snapshot says it. */
  readonly assumptions: readonly Assumption[];
}

/**
 * Are we on track, and if not, why?
 *
 * Compares what has happened with the plan's own course: for every stage and activity what was planned to date, what was
 * done, and what each working day must bring from the next day on; for the outcome where it is, where it should be and
 * where it will end. The gap is taken apart into the work that was done, the shares that went on, their timing, value and
 * churn, whatever the order (Shapley values, exact). Whether a conversion that is short is more than luck is said by the
 * lower tail of the sum of the units' own chances.
 *
 * @param plan a plan, which is read, or one that was compiled, which is taken as it is
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
  plan: PlanInput<Stage, Team> | Compiled<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  options: TrackOptions<NoInfer<Stage>> = {},
): Track<Stage> {
  const compiled = compileDatedPlan(plan, options);
  const seen = compileSnapshotFor(compiled, snapshot);
  return deepFreeze(trackCompiled(compiled, seen, options));
}

/** Tracks a plan and a snapshot that were read. */
export function trackCompiled(
  compiled: DatedPlan,
  seen: CompiledSnapshot,
  options: TrackOptions = {},
): Track {
  const thresholds = parseThresholds(options);
  const luck = parseLuck(options);
  const course = computePlannedCourse(compiled);
  const outcome = outcomeSoFar(compiled, seen);
  const paces = compiled.flow.map((stage) => computeStagePace(compiled, course, seen, stage));
  const pace = parsePace({ pace: options.pace }, compiled.flow);
  const projected = forecastAt(compiled, seen, pace, options.pace ?? "targets");
  const soFar = paceSoFar(compiled, seen, paces);
  const isReachable = once(() => isRestReachable(compiled, seen));
  const ahead = lookAheadOf({
    ...{ compiled, course, seen, outcome, thresholds, paces, isReachable },
    asPlanned: pace === "targets" ? projected : forecastAt(compiled, seen, "targets"),
    paceSoFar: soFar === undefined ? undefined : forecastAt(compiled, seen, soFar),
  });
  const told = outcomeTrack(compiled, course, seen, outcome, projected);
  const parts = gapParts(compiled, course, seen, outcome);
  const short = shortfalls(compiled, course, seen, outcome, luck);
  const standing = sumOfParts(compiled.bridge.parts.filter(({ item }) => item === "base"));
  const planned = plannedAmount(compiled, onDay(course, course.worth, seen.asOf), seen.asOf);
  const why = whyOf(
    {
      withinLuck: short.filter(({ significant }) => significant === false).map(({ stage }) => stage),
      parts,
      gap: subtract(outcome.amount, planned),
      plannedGain: add(planned, standing),
      ...workSoFar(paces, thresholds),
    },
    thresholds,
  );
  const verdict = buildVerdict(compiled, why, thresholds, ahead, told, planFormat(compiled.plan));
  const end = measuredAmount(outcome, projected.atEnd.amount);
  const expected = outcomeStatus(end, compiled.bridge.goal, isReachable, thresholds);
  const isGood = expected === "on track" || expected === "ahead";
  const status = verdict.kind === "early warning" && isGood ? "behind" : expected;
  return {
    asOf: seen.snapshot.asOf,
    status,
    stages: Object.fromEntries(
      paces.map((each) => [
        each.stage.name,
        stageTrack(compiled, course, each.stage, computePacing(each, thresholds)),
      ]),
    ),
    activities: activityTracks(compiled, course, seen, paces, thresholds),
    lossLimits: lossLimitTracks(compiled, seen),
    outcome: { ...told, status },
    ahead,
    gap: parts.map(encodePart),
    verdict,
    shortfalls: short,
    assumptions: projected.assumptions,
  };
}

/** What is ahead at a pace, up to the period's end; from the day after the snapshot where that is later. */
function forecastAt(
  compiled: DatedPlan,
  snapshot: CompiledSnapshot,
  pace: CompiledPace,
  givenPace: Pace = "targets",
): Forecast {
  const horizon = Math.max(snapshot.asOf + 1, compiled.period.last);
  return forecastAnswer(lookAhead({ compiled, snapshot, pace, givenPace, horizon }), null);
}

/** Whether every source of work that is known of has done what was planned, and the first that is not known of. */
function workSoFar(paces: readonly StagePace[], { behind }: Thresholds) {
  const work = paces.filter(({ stage }) => stage.isWork);
  const workDone = work.every(({ actual, level }) => {
    const share = actual === undefined ? undefined : shareOf(actual, level);
    return share === undefined || compare(share, behind) >= 0;
  });
  const unknown = work.find(({ actual }) => actual === undefined);
  return { workDone, unknownWork: unknown?.stage.name ?? null };
}

function outcomeTrack(
  compiled: DatedPlan,
  course: PlannedCourse,
  { asOf }: CompiledSnapshot,
  outcome: Outcome,
  { atEnd }: Forecast,
): Omit<OutcomeTrack, "status"> {
  const { bridge, period } = compiled;
  const projected = measuredAmount(outcome, atEnd.amount);
  const attainment = shareOf(projected, bridge.goal);
  const amountOn = (day: number): ExactString =>
    encodeExact(plannedAmount(compiled, onDay(course, course.worth, day), day));
  const days = Array.from({ length: period.last - period.first + 1 }, (_, day) => period.first + day);
  return {
    goal: encodeExact(bridge.goal),
    wins: encodeExact(outcome.wins),
    plannedWins: encodeExact(onDay(course, course.wins, asOf)),
    now: encodeExact(outcome.amount),
    planned: amountOn(asOf),
    projected: encodeExact(projected),
    attainment: attainment === undefined ? null : encodeExact(attainment),
    course: days.map((day) => ({
      on: formatDay(day),
      wins: encodeExact(onDay(course, course.wins, day)),
      amount: amountOn(day),
    })),
  };
}

/** Asks once, and only if anyone wants to know. */
function once(ask: () => boolean): () => boolean {
  let known: boolean | undefined;
  return () => (known ??= ask());
}

function parseLuck({ luck = "5%" }: TrackOptions): number {
  const share = parseRateText(luck);
  if (share === undefined || isZero(share))
    throw new RangeError(`track requires luck as a share above 0; got ${luck}`);
  return nearestNumber(share);
}
