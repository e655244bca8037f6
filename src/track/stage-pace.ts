import { formatDay } from "../calendar/day.js";
import { fullDays, workingDays } from "../calendar/working-days.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { CompiledStage, DatedPlan } from "../model/compile.js";
import { toCount } from "../model/count.js";
import { ceiling } from "../number/ceiling.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { at } from "../number/invariant.js";
import { ratio } from "../number/ratio.js";
import { computeEffort } from "../schedule/effort.js";
import { onDay, type PlannedCourse } from "./course.js";
import type { PaceFigures, Pacing } from "./pacing.js";

/** A stage on its way, with where it should be by the end of each day. */
export interface StageTrack extends Pacing {
  /** The team that answers for it; null where the plan names none. */
  readonly owner: string | null;
  /** Whether its entries are work of their own, or come from the stages before. */
  readonly kind: "work" | "milestone";
  /** How many should have entered by the end of each day. */
  readonly course: readonly {
    /** The day, up to its end. */
    readonly on: string;
    /** Units by then, as planned. */
    readonly entries: ExactString;
  }[];
}

/** A stage with what its pace is judged from. */
export interface StagePace extends PaceFigures {
  readonly stage: CompiledStage;
}

/** What a stage's pace is judged from. */
export function computeStagePace(
  compiled: DatedPlan,
  course: PlannedCourse,
  seen: CompiledSnapshot,
  stage: CompiledStage,
): StagePace {
  const { calendar, period } = compiled;
  const { asOf } = seen;
  const { entered } = at(course.stages, stage.index);
  const level = onDay(course, entered, asOf);
  const days = stage.isWork
    ? stage.window.days
    : workingDays(calendar, compiled.workFrom ?? period.first, period.last);
  return {
    stage,
    level,
    whole: ratio(stage.isWork ? plannedUnits(course, stage, -Infinity, asOf) : ceiling(level)),
    total: onDay(course, entered, course.last),
    actual: seen.entered.get(stage.name)?.total,
    daysLeft: fullDays(
      calendar,
      days.filter((day) => day > asOf),
    ),
    days: fullDays(calendar, days),
  };
}

/** Whole units that the plan's days ask of a source of work, from one day to another, both included. */
export function plannedUnits(
  { volumes }: PlannedCourse,
  { index, window, path }: CompiledStage,
  first: number,
  last: number,
): number {
  const { total, counts } = computeEffort(at(volumes.stages, index), window);
  toCount(total, [...path, "rate"]);
  return window.days.reduce(
    (units, day, place) => (day >= first && day <= last ? units + at(counts, place) : units),
    0,
  );
}

/** One stage on its way. */
export function stageTrack(
  { period }: DatedPlan,
  course: PlannedCourse,
  { index, owner, isWork }: CompiledStage,
  pacing: Pacing,
): StageTrack {
  const { entered } = at(course.stages, index);
  const days = Array.from({ length: period.last - course.first + 1 }, (_, day) => course.first + day);
  return {
    ...pacing,
    owner: owner ?? null,
    kind: isWork ? "work" : "milestone",
    course: days.map((day) => ({
      on: formatDay(day),
      entries: encodeExact(onDay(course, entered, day)),
    })),
  };
}
