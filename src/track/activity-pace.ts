import { ceiling } from "../number/ceiling.js";
import { add, ONE, ratio, type Ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Snapshot } from "../plan/snapshot.js";
import { stageActivities } from "../model/activities.js";
import { onDay, type PlannedCourse } from "./course.js";
import type { DatedPrepared } from "./dated.js";
import { countSnapshot } from "./observed.js";
import { computePacing, computeStagePace, timesEach, type PaceOf, type Pacing } from "./stage-pace.js";
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

interface Done {
  readonly activity: string;
  readonly stage: string;
  readonly owner: string | null;
  readonly pace: PaceOf;
}

/** Every activity of the plan: what was planned to date, what was done, and what it takes from the next day on. */
export function activityTracks(
  prepared: DatedPrepared,
  course: PlannedCourse,
  snapshot: Snapshot,
  thresholds: Thresholds,
): readonly ActivityTrack[] {
  const all = [...ofStages(prepared, course, snapshot), ...ofWins(prepared, course, snapshot)];
  const names = [...new Set(all.map(({ activity }) => activity))];
  return names.map((activity) => {
    const same = all.filter((each) => each.activity === activity);
    const pace = same.map((each) => each.pace).reduce(together);
    const owners = new Set(same.map(({ owner }) => owner));
    return {
      activity,
      stages: same.map(({ stage }) => stage),
      owner: owners.size === 1 ? (same[0]?.owner ?? null) : null,
      ...computePacing(pace, thresholds),
    };
  });
}

/** A stage that is its own activity is counted by its entries. */
function ofStages(prepared: DatedPrepared, course: PlannedCourse, snapshot: Snapshot): Done[] {
  return prepared.flow.flatMap(({ written, name }, index) => {
    const pace = computeStagePace(prepared, course, snapshot, index);
    return stageActivities(written).map((activity): Done => {
      const done = countSnapshot(snapshot.activities, activity.name)?.total;
      const actual = done ?? (activity.name === name ? pace.actual : undefined);
      const perUnit = activity.perUnit === undefined ? ONE : parseQuantity(activity.perUnit);
      return {
        activity: activity.name,
        stage: name,
        owner: activity.owner ?? null,
        pace: timesEach(pace, perUnit, actual),
      };
    });
  });
}

function ofWins(prepared: DatedPrepared, course: PlannedCourse, snapshot: Snapshot): Done[] {
  const { deal } = prepared.plan;
  const { days } = prepared.winWindow;
  const asOf = parseWrittenDay(snapshot.asOf);
  const level = onDay(course, course.wins, asOf);
  const wins: PaceOf = {
    level,
    whole: ratio(ceiling(level)),
    total: onDay(course, course.wins, course.last),
    actual: undefined,
    daysLeft: days.filter((day) => day > asOf).length,
    days: days.length,
  };
  return (deal?.activities ?? []).map((activity): Done => {
    const perUnit: Ratio = activity.perUnit === undefined ? ONE : parseQuantity(activity.perUnit);
    const actual = countSnapshot(snapshot.activities, activity.name)?.total;
    const owner = activity.owner ?? deal?.owner ?? null;
    return { activity: activity.name, stage: "win", owner, pace: timesEach(wins, perUnit, actual) };
  });
}

/** Work of one name is counted together wherever it is done. */
function together(one: PaceOf, other: PaceOf): PaceOf {
  return {
    level: add(one.level, other.level),
    whole: add(one.whole, other.whole),
    total: add(one.total, other.total),
    actual: one.actual ?? other.actual,
    daysLeft: Math.max(one.daysLeft, other.daysLeft),
    days: Math.max(one.days, other.days),
  };
}
