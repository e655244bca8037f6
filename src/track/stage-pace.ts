import { ceiling } from "../number/ceiling.js";
import { toExact, type Exact } from "../number/exact-string.js";
import { divide, isZero, larger, multiply, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { dayOf } from "../plan/dates.js";
import type { Snapshot } from "../plan/snapshot.js";
import { countOf } from "../model/count.js";
import { effortFor } from "../schedule/effort.js";
import { isWork } from "../model/flow.js";
import { winWindow, type StageWindow } from "../schedule/windows.js";
import { formatDay } from "../calendar/day.js";
import { workingDays } from "../calendar/working-days.js";
import { onDay, type Course } from "./course.js";
import type { DatedPrepared } from "./dated.js";
import { countedOf, shareOf } from "./observed.js";
import { stageStatus, type Status, type Thresholds } from "./status.js";

/** Where a stage or an activity is, and where it should be. */
export interface Pacing {
  /** What the plan's days come to so far, in whole numbers. */
  readonly planned: number;
  /** The same before rounding; pace is judged by it. */
  readonly plannedExact: Exact;
  /** Null where the snapshot says nothing of it. */
  readonly actual: Exact | null;
  /** Actual ÷ planned; null where nothing was planned yet, or nothing is known. */
  readonly pace: Exact | null;
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
    readonly entries: Exact;
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
export function pacingOf(
  { level, whole, total, actual, daysLeft, days }: PaceOf,
  thresholds: Thresholds,
): Pacing {
  const missing = larger(ZERO, subtract(total, actual ?? level));
  const needed = isZero(missing) ? ZERO : daysLeft === 0 ? undefined : divide(missing, ratio(daysLeft));
  const plannedPerDay = days === 0 ? ZERO : divide(total, ratio(days));
  const pace = actual === undefined ? undefined : shareOf(actual, level);
  return {
    planned: countOf(ceiling(whole), ["goal", "amount"]),
    plannedExact: toExact(level),
    actual: actual === undefined ? null : toExact(actual),
    pace: pace === undefined ? null : toExact(pace),
    needPerDay: needed === undefined ? null : countOf(ceiling(needed), ["goal", "amount"]),
    status:
      actual === undefined
        ? null
        : stageStatus({ level, whole, actual, plannedPerDay, neededPerDay: needed, missing }, thresholds),
  };
}

/** What a stage's pace is judged from. */
export function stagePaceOf(
  prepared: DatedPrepared,
  course: Course,
  snapshot: Snapshot,
  index: number,
): PaceOf {
  const { calendar, period, flow } = prepared;
  const through = dayOf(snapshot.through);
  const entered = course.entered[index] ?? [];
  const level = onDay(course, entered, through);
  const work = isWork(flow, index);
  const window = prepared.windows[index] ?? winWindow(prepared);
  const days = work ? window.days : workingDays(calendar, prepared.workFrom ?? period.first, period.last);
  return {
    level,
    whole: work ? wholeWork(course, window, index, through) : ratio(ceiling(level)),
    total: onDay(course, entered, course.last),
    actual: countedOf(snapshot.entered, flow[index]?.name ?? "")?.total,
    daysLeft: days.filter((day) => day > through).length,
    days: days.length,
  };
}

/** One stage on its way. */
export function stageTrack(
  prepared: DatedPrepared,
  course: Course,
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
      entries: toExact(onDay(course, course.entered[index] ?? [], day)),
    })),
  };
}

/** What the plan's days come to so far. */
function wholeWork({ volumes }: Course, window: StageWindow, index: number, through: number): Ratio {
  const { counts } = effortFor(volumes.effort[index] ?? ZERO, window);
  return ratio(window.days.reduce((done, day, at) => (day <= through ? done + (counts[at] ?? 0) : done), 0));
}

/** So many times as much of everything: an activity that each unit takes. */
export function timesEach(pace: PaceOf, perUnit: Ratio, actual: Ratio | undefined): PaceOf {
  const times = (count: Ratio): Ratio => multiply(count, perUnit);
  return { ...pace, level: times(pace.level), whole: times(pace.whole), total: times(pace.total), actual };
}
