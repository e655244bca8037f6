import {
  compare,
  isNegative,
  isZero,
  multiply,
  ONE,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import type { CourseSoFar, VerdictKind } from "../words/progress.js";
import type { GapLever, Part } from "./gap.js";
import type { Thresholds } from "./status.js";

/** What a verdict is read from. */
export interface Evidence {
  readonly parts: readonly Part[];
  /** The gap, and what was planned to have been gained by now, in the metric's unit. */
  readonly gap: Ratio;
  readonly plannedGain: Ratio;
  /** Whether every source of work that is known of has done what was planned, within the threshold. */
  readonly workDone: boolean;
  /** The first source of work of which nothing is known; null where there is none. */
  readonly unknownWork: string | null;
  /** Stages from which fewer went on than planned, by so little that it may be luck. */
  readonly withinLuck: readonly string[];
  /** Stages at which too low a rate and work that came late look alike, because the days of units are not known. */
  readonly withoutDays: StagesWithoutDays;
}

/** Where it is not known how many should have gone on by now. */
export interface StagesWithoutDays {
  /** From these stages. */
  readonly conversion: readonly string[];
  /** From the stages before these together. */
  readonly arrival: readonly string[];
}

/** What the gap so far is due to. */
export type Why = Exclude<VerdictKind, { readonly kind: "early warning" | "outlook short" }>;

/** Tells "did not do the work" from "did the work, the outcome did not follow". */
export function whyOf(evidence: Evidence, { behind }: Thresholds): Why {
  const { parts, gap, plannedGain, workDone, unknownWork, withinLuck, withoutDays } = evidence;
  const allowed = multiply(subtract(ONE, behind), plannedGain);
  const tolerated = isNegative(allowed) ? ZERO : allowed;
  if (compare(gap, subtract(ZERO, tolerated)) >= 0)
    return { kind: "on track", stage: null, course: courseOf(gap) };
  const effort = weightOf(parts, ["effort"]);
  const follow = weightOf(parts, ["conversion", "arrival"]);
  const timing = weightOf(parts, ["timing"]);
  const beside = weightOf(parts, BESIDE);
  const most = [effort, follow, timing, beside].reduce((least, each) =>
    compare(each.amount, least.amount) < 0 ? each : least,
  );
  if (!isNegative(most.amount) || most === beside) return elsewhere(beside);
  if (most === timing) return { kind: "too early", stage: timing.stage };
  const isLuck = follow.stage !== null && withinLuck.includes(follow.stage);
  const lacksDays =
    follow.stage !== null &&
    withoutDays[follow.lever === "arrival" ? "arrival" : "conversion"].includes(follow.stage);
  if (!workDone)
    return most === effort || isLuck || lacksDays
      ? { kind: "work not done", stage: effort.stage }
      : { kind: "both", stage: follow.stage, startedAt: effort.stage };
  if (unknownWork !== null) return { kind: "not known", stage: unknownWork };
  if (isLuck) return { kind: "within luck", stage: follow.stage };
  if (follow.stage === null) return elsewhere(beside);
  if (lacksDays) return { kind: "days not known", stage: follow.stage };
  const fewer = follow.lever === "arrival" ? "arrived at" : "went on from";
  return { kind: "outcome did not follow", stage: follow.stage, fewer };
}

const BESIDE: readonly GapLever[] = ["value", "churn", "new customers", "not explained"];

interface Weight {
  readonly amount: Ratio;
  readonly stage: string | null;
  readonly lever: GapLever | null;
}

/** All parts of these kinds together, named after the one that takes most. */
function weightOf(parts: readonly Part[], levers: readonly GapLever[]): Weight {
  const own = parts.filter(({ lever }) => levers.includes(lever));
  const [first] = [...own].sort((one, other) => compare(one.amount, other.amount));
  return {
    amount: sum(own.map(({ amount }) => amount)),
    stage: first?.stage ?? null,
    lever: first?.lever ?? null,
  };
}

function courseOf(gap: Ratio): CourseSoFar {
  if (isZero(gap)) return "as planned";
  return isNegative(gap) ? "close" : "more";
}

function elsewhere({ lever }: Weight): Why {
  const cause = lever === "value" || lever === "churn" ? lever : "not explained";
  return { kind: "elsewhere", stage: null, cause };
}
