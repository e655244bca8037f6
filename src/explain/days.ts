import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { divide, isZero, multiply, ratio, type Ratio } from "../number/ratio.js";
import { formatDay } from "../calendar/day.js";
import type { Milestone, Window } from "../schedule/target.js";
import { goalPath, targetsOf, type Explainer, type Subject } from "./explainer.js";
import { input, roundedUp } from "./input.js";
import { effortNeed, placeOf, windowFor, type Place } from "./place.js";

/** How much of a stage's work falls on one day. */
export const explainDay: Explainer = (subject, path) => {
  const { target, at } = placeOf(subject, path);
  const { stage, days, total } = target;
  const index = Number(path[4]);
  const { on, count } = must(days[index], "a day of a stage");
  const before = days.slice(0, index).reduce((all, day) => all + day.count, 0);
  return {
    says: { code: "day", figures: { stage, on, count, before, until: before + count, total } },
    inputs: [input("total", total, [...at, "total"])],
    supports: [...at, "total"],
  };
};

/** How far a stage must have come by a date. */
export const explainMilestone: Explainer = (subject, path) => {
  const place = placeOf(subject, path);
  const { target, at, stage } = place;
  const milestone = must(target.milestones[Number(path[4])], "a milestone of a stage");
  const isWhole = stage === undefined || target.kind === "work";
  const need = isWhole ? ratio(target.total) : effortNeed(subject, target);
  const supports = [...at, "total"];
  const figures = {
    ...milestone,
    stage: stage?.name ?? null,
    need: encodeExact(need),
    level: levelOf(subject, place, milestone, need),
  };
  return { says: { code: "milestone", figures }, inputs: [input("exact need", need, supports)], supports };
};

/** How a milestone follows from level work; null where what enters is not level any more. */
function levelOf(subject: Subject, place: Place, { on, total }: Milestone, need: Ratio) {
  const { days, reach } = windowFor(subject, place);
  const before = days.filter((day) => formatDay(day) <= on).length;
  const all = ratio(reach.at(-1) ?? 1);
  const done = before === 0 ? ratio(0) : ratio(must(reach[before - 1], "the work of a day"));
  if (isZero(all)) return null;
  const exact = divide(multiply(need, done), all);
  if (ceiling(exact) !== total) return null;
  return { done: encodeExact(done), all: encodeExact(all), exact: roundedUp(exact) };
}

function windowOf({ target }: Place): Window {
  return must(target.window ?? undefined, "the window of a stage");
}

/** How many working days there are for the work at a stage. */
export const explainWindow: Explainer = (subject, path) => {
  const place = placeOf(subject, path);
  const { workingDays, from, startBy } = windowOf(place);
  return {
    says: { code: "window", figures: { stage: place.target.stage, workingDays, from, startBy } },
    inputs: [],
    supports: [...place.at, "total"],
  };
};

/** How much of what is started on the first working day lands in the period. */
export const explainOnTimeShareToday: Explainer = (subject, path) => {
  const place = placeOf(subject, path);
  const share = windowOf(place).onTimeShareToday;
  return {
    says: { code: "on-time-share", figures: { stage: place.target.stage, share } },
    inputs: [],
    supports: [...place.at, "total"],
  };
};

/** Which days belong to a window at all. */
export const explainMinOnTimeShare: Explainer = (subject) => ({
  says: { code: "min-on-time-share", figures: { share: targetsOf(subject).minOnTimeShare } },
  inputs: [],
  supports: goalPath(subject),
});
