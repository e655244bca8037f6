import { ceiling } from "../number/ceiling.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { divide, isZero, larger, multiply, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { Snapshot } from "../plan/snapshot.js";
import { toCount } from "../model/count.js";
import { computeEffort } from "../schedule/effort.js";
import { isWork } from "../model/flow.js";
import type { StageWindow } from "../model/windows.js";
import { formatDay } from "../calendar/day.js";
import { workingDays } from "../calendar/working-days.js";
import { onDay, type PlannedCourse } from "./course.js";
import type { DatedPrepared } from "./dated.js";
import { countSnapshot, shareOf } from "./observed.js";
import { stageStatus, type Status, type Thresholds } from "./status.js";

/** Where a stage or an activity is, and where it should be. */
export interface Pacing {
  /** What the plan's days come to so far, in whole numbers. */
  readonly planned: number;
  /** The same before rounding; pace is judged by it. */
  readonly plannedExact: ExactString;
  /** Null where the snapshot says nothing of it. */
  readonly actual: ExactString | null;
  /** Actual ÷ planned; null where nothing was planned yet, or nothing is known. */
  readonly pace: ExactString | null;
  /** What a working day must bring from the next day on to come to the plan's total; null where no day is left. */
  readonly needPerDay: number | null;
  /** Null where the snapshot says nothing of it. */
  readonly status: Status | null;
}

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

/** Everything that pace is judged from. */
export interface PaceOf {
  readonly level: Ratio;
  readonly whole: Ratio;
  readonly total: Ratio;
  readonly actual: Ratio | undefined;
  readonly daysLeft: number;
  readonly days: number;
}

/** Pace of one thing: what was planned, what was done, and what it takes from the next day on. */
export function computePacing(
  { level, whole, total, actual, daysLeft, days }: PaceOf,
  thresholds: Thresholds,
): Pacing {
  const missing = larger(ZERO, subtract(total, actual ?? level));
  const needed = isZero(missing) ? ZERO : daysLeft === 0 ? undefined : divide(missing, ratio(daysLeft));
  const plannedPerDay = days === 0 ? ZERO : divide(total, ratio(days));
  const pace = actual === undefined ? undefined : shareOf(actual, level);
  return {
    planned: toCount(ceiling(whole), ["goal", "amount"]),
    plannedExact: encodeExact(level),
    actual: actual === undefined ? null : encodeExact(actual),
    pace: pace === undefined ? null : encodeExact(pace),
    needPerDay: needed === undefined ? null : toCount(ceiling(needed), ["goal", "amount"]),
    status:
      actual === undefined
        ? null
        : stageStatus({ level, whole, actual, plannedPerDay, neededPerDay: needed, missing }, thresholds),
  };
}

/** What a stage's pace is judged from. */
export function computeStagePace(
  prepared: DatedPrepared,
  course: PlannedCourse,
  snapshot: Snapshot,
  index: number,
): PaceOf {
  const { calendar, period, flow } = prepared;
  const asOf = parseWrittenDay(snapshot.asOf);
  const entered = course.entered[index] ?? [];
  const level = onDay(course, entered, asOf);
  const work = isWork(flow, index);
  const window = prepared.flow[index]?.window ?? prepared.winWindow;
  const days = work ? window.days : workingDays(calendar, prepared.workFrom ?? period.first, period.last);
  return {
    level,
    whole: work ? wholeWork(course, window, index, asOf) : ratio(ceiling(level)),
    total: onDay(course, entered, course.last),
    actual: countSnapshot(snapshot.entered, flow[index]?.name ?? "")?.total,
    daysLeft: days.filter((day) => day > asOf).length,
    days: days.length,
  };
}

/** One stage on its way. */
export function stageTrack(
  prepared: DatedPrepared,
  course: PlannedCourse,
  index: number,
  pacing: Pacing,
): StageTrack {
  const { period, flow } = prepared;
  const days = Array.from({ length: period.last - course.first + 1 }, (_, day) => course.first + day);
  return {
    ...pacing,
    owner: flow[index]?.written.owner ?? null,
    kind: isWork(flow, index) ? "work" : "milestone",
    course: days.map((day) => ({
      on: formatDay(day),
      entries: encodeExact(onDay(course, course.entered[index] ?? [], day)),
    })),
  };
}

/** What the plan's days come to so far. */
function wholeWork({ volumes }: PlannedCourse, window: StageWindow, index: number, asOf: number): Ratio {
  const { counts } = computeEffort(volumes.stages[index]?.effort ?? ZERO, window);
  return ratio(window.days.reduce((done, day, at) => (day <= asOf ? done + (counts[at] ?? 0) : done), 0));
}

/** So many times as much of everything: an activity that each unit takes. */
export function timesEach(pace: PaceOf, perUnit: Ratio, actual: Ratio | undefined): PaceOf {
  const times = (count: Ratio): Ratio => multiply(count, perUnit);
  return { ...pace, level: times(pace.level), whole: times(pace.whole), total: times(pace.total), actual };
}
