import { fullDays } from "../calendar/working-days.js";
import type { CompiledActivity } from "../model/activities.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { ceiling } from "../number/ceiling.js";
import { add, larger, ratio } from "../number/ratio.js";
import { onDay, type PlannedCourse } from "./course.js";
import { computePacing, timesEach, type PaceFigures, type Pacing } from "./pacing.js";
import type { StagePace } from "./stage-pace.js";
import type { Thresholds } from "./status.js";

/** An activity on its way, over all stages where it is done. */
export interface ActivityTrack extends Pacing {
  /** What is done. */
  readonly activity: string;
  /** The stages for whose units it is done. */
  readonly stages: readonly string[];
  /** The team that does it; null where the plan names none. */
  readonly owner: string | null;
}

/** Work of one name, wherever it is done. */
interface Done {
  readonly stages: readonly string[];
  /** The one team that does it; null where there are several, or none is named. */
  readonly owner: string | null;
  readonly pace: PaceFigures;
}

/** Every activity of the plan: what was planned to date, what was done, and what it takes from the next day on. */
export function activityTracks(
  compiled: DatedPlan,
  course: PlannedCourse,
  seen: CompiledSnapshot,
  paces: readonly StagePace[],
  thresholds: Thresholds,
): readonly ActivityTrack[] {
  const byName = new Map<string, Done>();
  const note = (name: string, done: Done): void => {
    const before = byName.get(name);
    byName.set(name, before === undefined ? done : together(before, done));
  };
  const doneOf = ({ name, owner, perUnit }: CompiledActivity, stage: string, pace: PaceFigures): Done => {
    // A stage that is its own activity is counted by its entries.
    const itself = name === stage ? pace.actual : undefined;
    const actual = seen.activities.get(name)?.total ?? itself;
    return { stages: [stage], owner: owner ?? null, pace: timesEach(pace, perUnit, actual) };
  };
  for (const pace of paces)
    for (const activity of pace.stage.activities)
      note(activity.name, doneOf(activity, pace.stage.name, pace));
  const wins = winPace(compiled, course, seen.asOf);
  for (const activity of compiled.deal.activities) note(activity.name, doneOf(activity, "win", wins));
  return [...byName].map(([activity, { stages, owner, pace }]) => ({
    activity,
    stages,
    owner,
    ...computePacing(pace, thresholds),
  }));
}

/** Wins are planned like the entries of a stage; how many were won says nothing of the work after it. */
function winPace(
  { calendar, winWindow: { days } }: DatedPlan,
  course: PlannedCourse,
  asOf: number,
): PaceFigures {
  const level = onDay(course, course.wins, asOf);
  return {
    level,
    whole: ratio(ceiling(level)),
    total: onDay(course, course.wins, course.last),
    actual: undefined,
    daysLeft: fullDays(
      calendar,
      days.filter((day) => day > asOf),
    ),
    days: fullDays(calendar, days),
  };
}

function together(one: Done, other: Done): Done {
  return {
    stages: [...one.stages, ...other.stages],
    owner: one.owner === other.owner ? one.owner : null,
    pace: {
      level: add(one.pace.level, other.pace.level),
      whole: add(one.pace.whole, other.pace.whole),
      total: add(one.pace.total, other.pace.total),
      actual: one.pace.actual ?? other.pace.actual,
      daysLeft: larger(one.pace.daysLeft, other.pace.daysLeft),
      days: larger(one.pace.days, other.pace.days),
    },
  };
}
