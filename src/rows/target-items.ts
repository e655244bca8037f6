import type { CompiledPlan } from "../model/compile.js";
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

/** What a plan asks for: each stage, the wins and each activity; for each person where work is assigned to people. */
export function targetItems(
  compiled: CompiledPlan,
  { path, activities }: Targets,
  per: "team" | "person",
): readonly TargetItem[] {
  const stages = path.map((target): TargetItem => {
    const { owner, kind, stage, channel, total } = target;
    return {
      subject: { team: owner, person: null, kind, stage, activity: null, channel },
      total,
      days: daysOfTarget(compiled, target),
    };
  });
  const byStage = new Map(stages.map((item) => [item.subject.stage, item]));
  return [
    ...stages,
    ...activities.flatMap((activity) => {
      const item = activityItem(activity, byStage.get(activity.stage));
      return per === "team" ? [item] : personItems(item, activity);
    }),
  ];
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
