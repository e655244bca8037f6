import { goalTracks, worstStatus, type GoalTrack } from "./goal-tracks.js";
import { bindsIn } from "../model/chosen-goal.js";
import { forecastAnswer } from "../forecast/forecast-answer.js";
import { sumOfParts } from "../model/base-movement.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { add, compare, subtract } from "../number/ratio.js";
import type { PlanInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Compiled } from "../solve/compiled.js";
import { deepFreeze } from "../solve/freeze.js";
import type { Assumption } from "../words/assumptions.js";
import type { TrackChance } from "../words/progress.js";
import { activityTracks, type ActivityTrack } from "./activity-pace.js";
import { lookAheadOf, type LookAhead } from "./ahead.js";
import { computePlannedCourse, onDay, type PlannedCourse } from "./course.js";
import { compileDatedPlan, compileSnapshotFor } from "./dated.js";
import { gapCauses, type GapCause } from "./gap-causes.js";
import { encodePart, gapParts, type GapPart } from "./gap.js";
import { lossLimitTracks, type LossLimitTrack } from "./loss-limits.js";
import { shortfalls, type Shortfall } from "./luck.js";
import { judgeOutcome, outlooksOf } from "./judged-outcome.js";
import { missedMonths } from "./months-missed.js";
import { measuredAmount, outcomeSoFar, plannedAmount, shareOf, type Outcome } from "./observed.js";
import { once } from "./once.js";
import { outcomeTrack, type OutcomeTrack } from "./outcome-track.js";
import { paceSoFar } from "./pace-so-far.js";
import { computePacing } from "./pacing.js";
import { isRestReachable } from "./replan.js";
import { monthTracks, type MonthTrack } from "./month-tracks.js";
import { computeStagePace, stageTrack, type StagePace, type StageTrack } from "./stage-pace.js";
import { outcomeStatus, parseThresholds, type Status, type Thresholds } from "./status.js";
import { parseLuck, type TrackOptions } from "./track-options.js";
import { buildVerdict, type Verdict } from "./verdict.js";
import { whyOf, type Evidence } from "./why.js";

/** How a plan is going. `Stage` are the plan's stage names. */
export interface Track<Stage extends string = string> {
  /** The snapshot's day; everything up to its end has happened. */
  readonly asOf: string;
  /** Which of the plan's `goals` needs most, so that the outcome here is its own: its place from 0; only where there are several. */
  readonly binds?: number;
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
  /** How each of several goals stands, in the order of the plan; only where it has several. */
  readonly goals?: readonly GoalTrack[];
  /** How each month stands by itself; only where the goal holds for each month. */
  readonly months?: readonly MonthTrack[];
  /** Where it is going: at the pace so far, with the rest done as planned, and what it takes from now on. */
  readonly ahead: LookAhead;
  /** How sure the goal is; null once the period is over, and where it was not to be told. */
  readonly chance: TrackChance | null;
  /** Why the outcome is not what was planned; the parts add up to it exactly. */
  readonly gap: readonly GapPart[];
  /** The same in five causes (work, conversion, timing, value, losses), and what is not explained; they add up exactly, too. */
  readonly causes: readonly GapCause[];
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
 * lower tail of the sum of the units' own chances. How sure the goal is, given what has happened, is told if the rest is
 * done as planned and at the pace so far; how the outcome stands is judged by the former.
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
  const outlooks = outlooksOf(compiled, seen, options, paceSoFar(compiled, seen, paces));
  const projected = forecastAnswer(outlooks.projected, null);
  const isReachable = once(() => isRestReachable(compiled, seen));
  const ahead = lookAheadOf({
    ...{ compiled, course, seen, outcome, thresholds, paces, isReachable },
    asPlanned:
      outlooks.asPlanned === outlooks.projected ? projected : forecastAnswer(outlooks.asPlanned, null),
    paceSoFar: outlooks.paceSoFar && forecastAnswer(outlooks.paceSoFar, null),
  });
  const end = measuredAmount(outcome, projected.atEnd.amount);
  const goals = goalTracks(compiled, seen, projected.goals ?? [], isReachable, thresholds);
  const byAmount = (): Status =>
    worstStatus(goals) ?? outcomeStatus(end, compiled.bridge.goal, isReachable, thresholds);
  const judged = judgeOutcome(outlooks, options, thresholds, isReachable, byAmount);
  const told = outcomeTrack(compiled, course, seen, outcome, end);
  const parts = gapParts(compiled, course, seen, outcome);
  const short = shortfalls(compiled, course, seen, outcome, luck);
  const why = whyOf(
    {
      withinLuck: short.filter(({ significant }) => significant === false).map(({ stage }) => stage),
      parts,
      ...gainSoFar(compiled, course, seen, outcome),
      ...workSoFar(paces, thresholds),
    },
    thresholds,
  );
  const isGood = judged.status === "on track" || judged.status === "ahead";
  const missed = missedMonths(compiled, seen);
  const verdict = buildVerdict(compiled, why, thresholds, {
    ...{ ahead, chance: judged.chance, outcome: told, isGood, missed, goals },
  });
  const status = statusOf(verdict, judged.status, isGood);
  return {
    asOf: seen.snapshot.asOf,
    ...bindsIn(compiled),
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
    ...(goals.length === 0 ? {} : { goals }),
    ...(compiled.months.length === 0 ? {} : { months: monthTracks(outlooks.projected) }),
    ahead,
    chance: judged.chance,
    gap: parts.map(encodePart),
    causes: gapCauses(parts),
    verdict,
    shortfalls: short,
    assumptions: projected.assumptions,
  };
}

/** No later month can make up for one that is over without its goal. */
function statusOf({ kind }: Verdict, judged: Status, isGood: boolean): Status {
  if (kind === "month missed") return "out of reach";
  return kind === "early warning" && isGood ? "behind" : judged;
}

/** The gap between outcome and plan, and what was planned to have been gained by now. */
function gainSoFar(
  compiled: DatedPlan,
  course: PlannedCourse,
  { asOf }: CompiledSnapshot,
  outcome: Outcome,
): Pick<Evidence, "gap" | "plannedGain"> {
  const planned = plannedAmount(compiled, onDay(course, course.worth, asOf), asOf);
  const standing = sumOfParts(compiled.bridge.parts.filter(({ item }) => item === "base"));
  return { gap: subtract(outcome.amount, planned), plannedGain: add(planned, standing) };
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
