import { forecastAnswer } from "../forecast/forecast-answer.js";
import { sumOfParts } from "../model/base-movement.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { add, compare, subtract } from "../number/ratio.js";
import type { TrackChance } from "../words/progress.js";
import { lookAheadOf, type LookAhead } from "./ahead.js";
import { onDay, type PlannedCourse } from "./course.js";
import { gapParts, type Part } from "./gap.js";
import { judgeOutcome, type Outlooks } from "./judged-outcome.js";
import type { Shortfall } from "./luck.js";
import { measuredAmount, outcomeSoFar, plannedAmount, shareOf, type Outcome } from "./observed.js";
import { once } from "./once.js";
import { outcomeTrack, type OutcomeTrack } from "./outcome-track.js";
import { isRestReachable } from "./replan.js";
import type { StagePace } from "./stage-pace.js";
import { outcomeStatus, type Status, type Thresholds } from "./status.js";
import type { TrackOptions } from "./track-options.js";
import { areDaysKnown } from "./timing.js";
import { whyOf, type Evidence, type StagesWithoutDays, type Why } from "./why.js";

/** What is the same for all goals of a plan. */
export interface SharedProgress {
  readonly seen: CompiledSnapshot;
  /** By stage. */
  readonly paces: readonly StagePace[];
  readonly shortfalls: readonly Shortfall[];
  readonly thresholds: Thresholds;
  readonly options: TrackOptions;
}

/** How one goal stands. */
export interface Standing {
  /** By its chance, or by the amount where no chance is told or the period is over. */
  readonly status: Status;
  readonly chance: TrackChance | null;
  readonly outcome: Omit<OutcomeTrack, "status">;
  readonly ahead: LookAhead;
  /** The gap between outcome and plan. */
  readonly parts: readonly Part[];
  readonly why: Why;
}

/**
 * Where a goal is, where it leads, how sure it is and why: the only one of the plan, one of several by itself, or the one that
 * binds with the chance of all. `byAmount` is how all stand where no chance is told.
 */
export function standingOf(
  compiled: DatedPlan,
  course: PlannedCourse,
  outlooks: Outlooks,
  { seen, paces, shortfalls, thresholds, options }: SharedProgress,
  byAmount?: Status,
): Standing {
  const outcome = outcomeSoFar(compiled, seen);
  const isReachable = once(() => isRestReachable(compiled, seen));
  const projected = forecastAnswer(outlooks.projected, null);
  const ahead = lookAheadOf({
    ...{ compiled, course, seen, outcome, thresholds, paces, isReachable },
    asPlanned:
      outlooks.asPlanned === outlooks.projected ? projected : forecastAnswer(outlooks.asPlanned, null),
    paceSoFar: outlooks.paceSoFar && forecastAnswer(outlooks.paceSoFar, null),
  });
  const end = measuredAmount(outcome, projected.atEnd.amount);
  const judged = judgeOutcome(
    ...([outlooks, options, thresholds, isReachable] as const),
    () => byAmount ?? outcomeStatus(end, compiled.bridge.goal, isReachable, thresholds),
  );
  const parts = gapParts(compiled, course, seen, outcome);
  const why = whyOf(
    {
      withinLuck: shortfalls.filter(({ significant }) => significant === false).map(({ stage }) => stage),
      withoutDays: stagesWithoutDays(compiled, seen),
      parts,
      ...gainSoFar(compiled, course, seen, outcome),
      ...workSoFar(paces, thresholds),
    },
    thresholds,
  );
  return { ...judged, outcome: outcomeTrack(compiled, course, seen, outcome, end), ahead, parts, why };
}

/** Where too low a rate and work that came late look alike. */
function stagesWithoutDays(compiled: DatedPlan, seen: CompiledSnapshot): StagesWithoutDays {
  const entered = compiled.flow.filter((stage) => !areDaysKnown(compiled, seen, stage));
  const arrival = compiled.flow.filter(({ index }) => entered.some(({ next }) => next === index));
  return { conversion: entered.map(({ name }) => name), arrival: arrival.map(({ name }) => name) };
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
