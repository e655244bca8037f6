import { forecastAnswer } from "../forecast/forecast-answer.js";
import { bindsIn } from "../model/chosen-goal.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import type { PlanInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Compiled } from "../solve/compiled.js";
import { deepFreeze } from "../solve/freeze.js";
import type { Assumption } from "../words/assumptions.js";
import { planFormat } from "../words/plan-format.js";
import type { TrackChance } from "../words/progress.js";
import { activityTracks, type ActivityTrack } from "./activity-pace.js";
import type { LookAhead } from "./ahead.js";
import { computePlannedCourse } from "./course.js";
import { compileDatedPlan, compileSnapshotFor } from "./dated.js";
import { gapCauses, type GapCause } from "./gap-causes.js";
import { encodePart, type GapPart } from "./gap.js";
import { goalTracks, worstStatus, type GoalTrack } from "./goal-tracks.js";
import { outlooksOf } from "./judged-outcome.js";
import { lossLimitTracks, type LossLimitTrack } from "./loss-limits.js";
import { shortfalls, type Shortfall } from "./luck.js";
import { monthTracks, type MonthTrack } from "./month-tracks.js";
import { missedMonths } from "./months-missed.js";
import { outcomeSoFar } from "./observed.js";
import type { OutcomeTrack } from "./outcome-track.js";
import { paceSoFar } from "./pace-so-far.js";
import { computePacing } from "./pacing.js";
import { computeStagePace, stageTrack, type StageTrack } from "./stage-pace.js";
import { standingOf } from "./standing.js";
import { parseThresholds, type Status } from "./status.js";
import { parseLuck, type TrackOptions } from "./track-options.js";
import { buildVerdict, type Verdict } from "./verdict.js";
import { verdictOfGoals } from "./verdict-of-goals.js";

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
  const paces = compiled.flow.map((stage) => computeStagePace(compiled, course, seen, stage));
  const outlooks = outlooksOf(compiled, seen, options, paceSoFar(compiled, seen, paces));
  const short = shortfalls(compiled, course, seen, outcomeSoFar(compiled, seen), luck);
  const shared = { seen, paces, shortfalls: short, thresholds, options };
  const goals = goalTracks(compiled, course, outlooks, shared);
  const own = standingOf(compiled, course, outlooks, shared, worstStatus(goals));
  const { outcome, ahead, parts } = own;
  const isGood = own.status === "on track" || own.status === "ahead";
  const missed = missedMonths(compiled, seen);
  const verdict =
    goals.length === 0
      ? buildVerdict(compiled, own.why, thresholds, {
          ...{ ahead, chance: own.chance, outcome, isGood, missed },
        })
      : verdictOfGoals(goals, own.chance, planFormat(compiled.written));
  const status = statusOf(verdict, own.status, isGood);
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
    outcome: { ...outcome, status },
    ...(goals.length === 0 ? {} : { goals }),
    ...(compiled.months.length === 0 ? {} : { months: monthTracks(outlooks.projected) }),
    ahead,
    chance: own.chance,
    gap: parts.map(encodePart),
    causes: gapCauses(parts),
    verdict,
    shortfalls: short,
    assumptions: forecastAnswer(outlooks.projected, null).assumptions,
  };
}

/** No later month can make up for one that is over without its goal. */
function statusOf({ kind }: Verdict, judged: Status, isGood: boolean): Status {
  if (kind === "month missed") return "out of reach";
  return kind === "early warning" && isGood ? "behind" : judged;
}
