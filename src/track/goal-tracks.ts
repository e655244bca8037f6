import { outlookFor } from "../forecast/goals-ahead.js";
import type { Outlook } from "../forecast/outlook.js";
import { eachGoal } from "../model/chosen-goal.js";
import type { DatedPlan } from "../model/compile.js";
import { compareNeeds } from "../model/needs-most.js";
import type { ExactString } from "../number/exact-string.js";
import type { Metric } from "../plan/metric.js";
import { parsePlan } from "../plan/parse.js";
import type { TrackChance } from "../words/progress.js";
import type { LookAhead } from "./ahead.js";
import { computePlannedCourse, type PlannedCourse } from "./course.js";
import { gapCauses, type GapCause } from "./gap-causes.js";
import { encodePart, type GapPart } from "./gap.js";
import type { Outlooks } from "./judged-outcome.js";
import { standingOf, type SharedProgress, type Standing } from "./standing.js";
import type { Status } from "./status.js";
import { buildVerdict, type Verdict } from "./verdict.js";

/** How one of several goals stands, judged as if it were the only one, with the work that the plan asks for all of them. */
export interface GoalTrack {
  /** What is counted. */
  readonly metric: Metric;
  /** What a metric of units counts in; null where the plan does not say. */
  readonly unit: string | null;
  /** How much of it is to be reached. */
  readonly goal: ExactString;
  /** The amount now. */
  readonly now: ExactString;
  /** The amount that there should be now. */
  readonly planned: ExactString;
  /** The amount expected at the period's end. */
  readonly projected: ExactString;
  /** Projected ÷ goal; null for a goal of 0. */
  readonly attainment: ExactString | null;
  /** How it stands: by its chance, or by the amount where no chance is told or the period is over. */
  readonly status: Status;
  /** How sure this goal is by itself; null once the period is over, and where it was not to be told. */
  readonly chance: TrackChance | null;
  /** Where it is going, and what it takes from now on. */
  readonly ahead: LookAhead;
  /** Why its amount is not what was planned; the parts add up to it exactly. */
  readonly gap: readonly GapPart[];
  /** The same by cause. */
  readonly causes: readonly GapCause[];
  /** What the gap says, of this goal. */
  readonly verdict: Verdict;
  /** Whether it needs most of all goals of the plan. */
  readonly binds: boolean;
}

/** How each of several goals stands, in the order of the plan; none where the plan has one. */
export function goalTracks(
  compiled: DatedPlan,
  course: PlannedCourse,
  outlooks: Outlooks,
  shared: SharedProgress,
): readonly GoalTrack[] {
  if (compiled.goals.length === 0) return [];
  return eachGoal(compiled).map((goal) => {
    const own = asOnlyGoal(goal);
    const ofGoal = computePlannedCourse(own, course.volumes);
    const standing = standingOf(own, ofGoal, outlooksFor(own, outlooks), shared);
    return goalTrack(own, standing, shared, compareNeeds(goal, compiled) === 0);
  });
}

/** One of several goals as if the plan had no other. */
function asOnlyGoal(goal: DatedPlan): DatedPlan {
  return { ...goal, written: parsePlan(goal.plan), goals: [], binds: 0 };
}

/** The same work ahead, looked at for one goal. */
function outlooksFor(goal: DatedPlan, { asPlanned, projected, paceSoFar }: Outlooks): Outlooks {
  const ofGoal = (outlook: Outlook): Outlook => outlookFor(outlook, goal);
  const planned = ofGoal(asPlanned);
  return {
    asPlanned: planned,
    projected: projected === asPlanned ? planned : ofGoal(projected),
    paceSoFar: paceSoFar && ofGoal(paceSoFar),
  };
}

function goalTrack(
  goal: DatedPlan,
  { status, chance, outcome, ahead, parts, why }: Standing,
  { thresholds }: SharedProgress,
  binds: boolean,
): GoalTrack {
  const { metric, unit = null } = goal.plan.goal;
  const isGood = status === "on track" || status === "ahead";
  const verdict = buildVerdict(goal, why, thresholds, {
    ...{ ahead, chance, outcome, isGood, missed: [], of: metric },
  });
  return {
    ...{ metric, unit, goal: outcome.goal, now: outcome.now, planned: outcome.planned },
    ...{ projected: outcome.projected, attainment: outcome.attainment },
    // As with one goal, a warning is heard before the outcome can show it.
    status: verdict.kind === "early warning" && isGood ? "behind" : status,
    ...{ chance, ahead, gap: parts.map(encodePart), causes: gapCauses(parts), verdict, binds },
  };
}

const WORST_FIRST: readonly Status[] = ["out of reach", "behind", "on track", "ahead"];

/** The status of the goal that stands worst; undefined where there are none. */
export function worstStatus(goals: readonly GoalTrack[]): Status | undefined {
  return WORST_FIRST.find((status) => goals.some((goal) => goal.status === status));
}

/** The goals from the one that stands worst to the one that stands best; of those that stand alike the one that needs most is first. */
export function worstFirst(goals: readonly GoalTrack[]): readonly GoalTrack[] {
  const rank = ({ status, binds }: GoalTrack): number => 2 * WORST_FIRST.indexOf(status) + (binds ? 0 : 1);
  return [...goals].sort((one, other) => rank(one) - rank(other));
}
