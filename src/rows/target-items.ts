import type { CompiledPlan } from "../model/compile.js";
import type { Target } from "../schedule/target.js";
import type { Targets } from "../solve/answer.js";
import type { ActivityTarget } from "../workload/activity-target.js";
import { daysOfActivity, daysOfTarget, type DatedUnits } from "./dated-work.js";
import type { TargetRow } from "./target-row.js";

/** What tells the rows of one thing from those of others. */
export type RowSubject = Pick<TargetRow, "team" | "person" | "kind" | "stage" | "activity" | "channel">;

/** One thing to do, with all of it and the days on which it is due. */
export interface TargetItem {
  readonly subject: RowSubject;
  readonly total: number;
  readonly days: DatedUnits;
}

/**
 * What a plan asks for: each stage, the wins and each activity; for each person where work is assigned to people. A stage that
 * is its own activity is asked for once.
 */
export function targetItems(
  compiled: CompiledPlan,
  { path, activities }: Targets,
  per: "team" | "person",
): readonly TargetItem[] {
  const parted = (item: TargetItem, activity: ActivityTarget): readonly TargetItem[] =>
    per === "team" ? [item] : personItems(item, activity);
  const stages = path.map((target): StageItem => {
    const { owner, kind, stage, channel, total } = target;
    return {
      subject: { team: owner, person: null, kind, stage, activity: null, channel },
      total,
      days: daysOfTarget(compiled, target),
      itself: activities.find((activity) => isItself(activity, target)),
    };
  });
  const byStage = new Map(stages.map((item) => [item.subject.stage, item]));
  const others = activities.filter((activity) => activity !== byStage.get(activity.stage)?.itself);
  return [
    ...stages.flatMap(({ itself, ...item }) => (itself === undefined ? [item] : parted(item, itself))),
    ...others.flatMap((activity) => parted(activityItem(activity, byStage.get(activity.stage)), activity)),
  ];
}

interface StageItem extends TargetItem {
  /** The activity that is the stage itself. */
  readonly itself: ActivityTarget | undefined;
}

/** Whether an activity is the stage itself, and no other work for each of its units. */
function isItself({ activity, stage, owner, total }: ActivityTarget, target: Target): boolean {
  return stage === target.stage && activity === stage && owner === target.owner && total === target.total;
}

function activityItem(target: ActivityTarget, stage: TargetItem | undefined): TargetItem {
  const { activity, owner, total } = target;
  return {
    subject: {
      team: owner,
      person: null,
      kind: "activity",
      stage: target.stage,
      activity,
      channel: stage?.subject.channel ?? null,
    },
    total,
    days: daysOfActivity(target, stage?.days ?? []),
  };
}

/** The parts of people; the team's own item where nobody is named, and for what could be assigned to nobody. */
function personItems(item: TargetItem, { people }: ActivityTarget): readonly TargetItem[] {
  if (people.length === 0) return [item];
  const parts = people.map(({ name, total, days }) => ({
    subject: { ...item.subject, person: name },
    total,
    days,
  }));
  const rest = item.total - parts.reduce((sum, { total }) => sum + total, 0);
  return rest === 0 ? parts : [...parts, { subject: item.subject, total: rest, days: [] }];
}

/** The activities that are done at one place only, by name: what a snapshot counts of them is of that place. */
export function activitiesOfOnePlace(items: readonly TargetItem[]): ReadonlySet<string> {
  const places = new Map<string, Set<string>>();
  for (const { subject } of items) {
    if (subject.activity === null) continue;
    const known = places.get(subject.activity) ?? new Set();
    places.set(subject.activity, known.add(subject.stage));
  }
  return new Set([...places].flatMap(([name, stages]) => (stages.size === 1 ? [name] : [])));
}
