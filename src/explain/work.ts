import { at, must } from "../number/invariant.js";
import { multiply, ratio, type Ratio } from "../number/ratio.js";
import type { Path } from "../schema/issue.js";
import type { CompiledActivity } from "../model/activities.js";
import type { ActivityTarget } from "../workload/activity-target.js";
import type { ActivityName } from "../words/explanations/of-work.js";
import { targetsOf, type Subject } from "./explainer.js";
import { daysOfWork, type DaysOfWork } from "./pace.js";
import { effortNeed, placeAt, type Place } from "./place.js";

/** An activity of the answer and of the plan, with the stage or the wins that it is done for. */
interface Work {
  readonly target: ActivityTarget;
  readonly activity: CompiledActivity;
  readonly place: Place;
  /** Unrounded times it must be done. */
  readonly need: Ratio;
  readonly days: DaysOfWork;
  readonly supports: Path;
  readonly name: ActivityName;
}

/** Finds the activity that a number belongs to. */
export function workAt(subject: Subject, path: Path): Work {
  const { activities } = targetsOf(subject);
  const target = must(activities[Number(path[2])], "an activity of the answer");
  const { flow, deal } = subject.compiled;
  const found = flow.findIndex(({ name }) => name === target.stage);
  const place = placeAt(subject, found < 0 ? flow.length : found);
  const listed = place.stage === undefined ? deal.activities : place.stage.activities;
  const first = activities.findIndex(({ stage }) => stage === target.stage);
  const activity = at(listed, Number(path[2]) - first);
  const units = place.stage === undefined ? ratio(place.target.total) : effortNeed(subject, place.target);
  return {
    target,
    activity,
    place,
    need: multiply(activity.perUnit, units),
    days: daysOfWork(subject, place),
    supports: [...place.at, "total"],
    name: {
      activity: target.activity,
      stage: target.activity === target.stage ? null : target.stage,
    },
  };
}
