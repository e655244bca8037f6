import { formatDay, parseDay } from "../calendar/day.js";
import { forecastAnswer } from "../forecast/forecast-answer.js";
import { parsePace } from "../forecast/options.js";
import type { Outlook } from "../forecast/outlook.js";
import type { CompiledPace, Pace } from "../forecast/pace.js";
import { sumOfParts } from "../model/base-movement.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import type { SolveOptions } from "../model/options.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { nearestNumber } from "../number/nearest-number.js";
import { parseRateText } from "../number/rate-text.js";
import { add, compare, isZero, subtract, type Ratio } from "../number/ratio.js";
import type { PlanInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import { issueAt, quote } from "../schema/issue.js";
import { PlanError } from "../schema/plan-error.js";
import type { Compiled } from "../solve/compiled.js";
import { deepFreeze } from "../solve/freeze.js";
import type { Assumption } from "../words/assumptions.js";
import type { TrackChance } from "../words/progress.js";
import { activityTracks, type ActivityTrack } from "./activity-pace.js";
import { lookAheadOf, type LookAhead } from "./ahead.js";
import { bestChance, chanceOf, outlookAt, trackChance } from "./chance.js";
import { computePlannedCourse, onDay, type PlannedCourse } from "./course.js";
import { compileDatedPlan, compileSnapshotFor } from "./dated.js";
import { gapCauses, type GapCause } from "./gap-causes.js";
import { encodePart, gapParts, type GapPart } from "./gap.js";
import { lossLimitTracks, type LossLimitTrack } from "./loss-limits.js";
import { shortfalls, type Shortfall } from "./luck.js";
import { measuredAmount, outcomeSoFar, plannedAmount, shareOf, type Outcome } from "./observed.js";
import { paceSoFar } from "./pace-so-far.js";
import { computePacing } from "./pacing.js";
import { isRestReachable } from "./replan.js";
import { computeStagePace, stageTrack, type StagePace, type StageTrack } from "./stage-pace.js";
import {
  chanceStatus,
  outcomeStatus,
  parseThresholds,
  type Status,
  type StatusThresholds,
  type Thresholds,
} from "./status.js";
import { buildVerdict, type Verdict } from "./verdict.js";
import { whyOf, type Evidence } from "./why.js";

/** How progress is judged. */
export interface TrackOptions<Stage extends string = string> extends SolveOptions, StatusThresholds {
  /** How work goes on after the snapshot, for the projected end; default `"targets"`, as the plan asks. */
  readonly pace?: Pace<Stage> | undefined;
  /** A shortfall less likely than this is more than luck; default 5%. */
  readonly luck?: number | string | undefined;
  /** An earlier snapshot: the chance is told as it was then, too. */
  readonly previous?: Snapshot<Stage> | undefined;
  /**
   * The last day of the data that the plan's rates were learned from. Samples count the units that the snapshot says were
   * decided only where that day is before the plan's first day of work; default: they do.
   */
  readonly ratesAsOf?: string | undefined;
}

/** The outcome on its way. */
interface OutcomeTrack {
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
  /** How it stands: by its chance, or by the amount where no chance is told or the period is over. */
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
  const judged = judgeOutcome(outlooks, options, thresholds, isReachable, end);
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
  const verdict = buildVerdict(compiled, why, thresholds, {
    ...{ ahead, chance: judged.chance, outcome: told, isGood },
  });
  const status = verdict.kind === "early warning" && isGood ? "behind" : judged.status;
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
    chance: judged.chance,
    gap: parts.map(encodePart),
    causes: gapCauses(parts),
    verdict,
    shortfalls: short,
    assumptions: projected.assumptions,
  };
}

/** How work may go on. */
interface Outlooks {
  readonly asPlanned: Outlook;
  /** At the pace that the options ask for: the same as planned unless they do. */
  readonly projected: Outlook;
  /** Undefined where the pace so far is not known. */
  readonly paceSoFar: Outlook | undefined;
}

function outlooksOf(
  compiled: DatedPlan,
  seen: CompiledSnapshot,
  options: TrackOptions,
  soFar: CompiledPace | undefined,
): Outlooks {
  const pace = parsePace({ pace: options.pace }, compiled.flow);
  const asPlanned = outlookAt(compiled, seen, "targets");
  return {
    asPlanned,
    projected: pace === "targets" ? asPlanned : outlookAt(compiled, seen, pace),
    paceSoFar: soFar && outlookAt(compiled, seen, soFar),
  };
}

/** How the outcome stands by its chance; by the amount where no chance is told, or nothing is left to it. */
function judgeOutcome(
  { asPlanned, projected, paceSoFar: soFar }: Outlooks,
  options: TrackOptions,
  thresholds: Thresholds,
  isReachable: () => boolean,
  end: Ratio,
): { readonly status: Status; readonly chance: TrackChance | null } {
  const { compiled, snapshot } = asPlanned;
  const { goal } = compiled.bridge;
  const ratesAsOf = parseRatesAsOf(options);
  const before = options.previous === undefined ? undefined : previousSeen(asPlanned, options.previous);
  const byAmount = (): Status => outcomeStatus(end, goal, isReachable, thresholds);
  if (options.chance === false || compiled.flow.length === 0 || snapshot.asOf >= compiled.period.last)
    return { status: byAmount(), chance: null };
  const previous = before && outlookAt(compiled, before, "targets");
  const chance = trackChance({ asPlanned, paceSoFar: soFar, previous, ratesAsOf });
  const judged =
    projected === asPlanned ? chance.asPlanned : (chanceOf(projected, ratesAsOf).atEnd?.chance ?? null);
  if (judged === null || isZero(goal)) return { status: byAmount(), chance };
  // What can be met as expected is far from out of reach; only else is it worked out how likely it is at most.
  const best = once(() => (isReachable() ? null : bestChance(compiled, snapshot)));
  const status = chanceStatus({ asked: chance.asked, chance: judged, best }, thresholds);
  const isLow = status === "behind" || status === "out of reach";
  return { status, chance: isLow ? { ...chance, best: best() } : chance };
}

/** Reads an earlier snapshot. */
function previousSeen({ compiled, snapshot }: Outlook, previous: Snapshot): CompiledSnapshot {
  const seen = compileSnapshotFor(compiled, previous);
  if (seen.asOf < snapshot.asOf) return seen;
  throw new PlanError([
    issueAt(["asOf"], previous.asOf, {
      code: "snapshot.order",
      expected: `a day before ${snapshot.snapshot.asOf} for the earlier snapshot`,
      advice: "hand in the earlier of the two as previous",
    }),
  ]);
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

function outcomeTrack(
  compiled: DatedPlan,
  course: PlannedCourse,
  { asOf }: CompiledSnapshot,
  outcome: Outcome,
  projected: Ratio,
): Omit<OutcomeTrack, "status"> {
  const { bridge, period } = compiled;
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
function once<Answer>(ask: () => Answer): () => Answer {
  let known: { readonly answer: Answer } | undefined;
  return () => (known ??= { answer: ask() }).answer;
}

function parseRatesAsOf({ ratesAsOf }: TrackOptions): number | undefined {
  if (ratesAsOf === undefined) return undefined;
  const day = parseDay(ratesAsOf);
  if (day === undefined) throw new RangeError(`track requires ratesAsOf as a date; got ${quote(ratesAsOf)}`);
  return day;
}

function parseLuck({ luck = "5%" }: TrackOptions): number {
  const share = parseRateText(luck);
  if (share === undefined || isZero(share))
    throw new RangeError(`track requires luck as a share above 0; got ${luck}`);
  return nearestNumber(share);
}
