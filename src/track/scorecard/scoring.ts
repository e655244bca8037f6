import type { CompiledSnapshot, Counted } from "../../model/compile-snapshot.js";
import type { CompiledPlan, DatedPlan } from "../../model/compile.js";
import { encodeExact } from "../../number/exact-string.js";
import { sum, type Ratio } from "../../number/ratio.js";
import type { GoalFigures } from "../../words/scorecard.js";
import type { PlannedCourse } from "../course.js";
import type { CompiledCases } from "./cases.js";
import type { CheckSpan } from "./spans.js";

/** What all lines are scored with. */
export interface Scoring {
  readonly compiled: DatedPlan;
  readonly seen: CompiledSnapshot;
  readonly course: PlannedCourse;
  /** By the name of the habit. */
  readonly cases: CompiledCases;
  /** The first day of a week; 0 is Monday. */
  readonly weekStart: number;
  /** The first day that is looked at. */
  readonly from: number;
  /** Whether the outcome is behind what was planned by now. */
  readonly outcomeBehind: boolean;
  /** Whether the work was done and the outcome did not follow. */
  readonly didNotFollow: boolean;
  /** Wins that the plan goes for. */
  readonly wins: number;
  readonly goals: WithGoals;
}

/** What a line says of the goal that it is for: the one that binds, and beside it the other ones of several. */
interface WithGoals {
  readonly goal: GoalFigures;
  readonly others?: readonly GoalFigures[];
}

/** The goals of a plan, for a sentence. */
export function goalsOf(compiled: DatedPlan): WithGoals {
  const others = compiled.goals.filter((_, place) => place !== compiled.binds);
  return {
    goal: goalFigures(compiled),
    ...(others.length === 0 ? {} : { others: others.map(goalFigures) }),
  };
}

/** One goal, for a sentence. */
export function goalFigures({ plan, bridge }: CompiledPlan): GoalFigures {
  const { metric, unit = null } = plan.goal;
  return { metric, amount: encodeExact(bridge.goal), unit };
}

/** What was done in a span; undefined where days are not known. */
export function actualIn(counted: Counted | undefined, { first, last }: CheckSpan): Ratio | undefined {
  if (counted === undefined || counted.rows === null) return undefined;
  return sum(counted.rows.filter(({ day }) => day >= first && day <= last).map(({ count }) => count));
}
