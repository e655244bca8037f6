import { compare, equal, isZero, multiply, ratio, sum, divide, type Ratio } from "../number/ratio.js";
import { ceiling } from "../number/ceiling.js";
import { showCount, showRatio } from "../model/display.js";
import { dayOf } from "../plan/dates.js";
import { seasonWeight, workingDays } from "../time/calendar.js";
import type { Milestone } from "../solve/answer.js";
import type { Explainer, Said, Subject } from "./explainer.js";
import { counted, equals, equalsUp, input } from "./formula.js";
import { effortNeed, named, placeOf, type Place } from "./place.js";

/** How much of a stage's work falls on one day. */
export const explainDay: Explainer = (subject, path) => {
  const { target, at } = placeOf(subject, path);
  const index = Number(path[4]);
  const day = target.days[index];
  if (day === undefined) throw new RangeError(`explainDay requires a day; got ${String(path[4])}`);
  const before = target.days.slice(0, index).reduce((total, { count }) => total + count, 0);
  const until = before + day.count;
  return {
    text: `${counted(ratio(day.count), "unit")} must enter ${named(target.stage)} on ${day.on}: spread level, ${showCount(until)} of ${showCount(target.total)} must be in by its end, and ${showCount(before)} were in before.`,
    formula: equals(`${showCount(until)} by its end − ${showCount(before)} before`, ratio(day.count)),
    inputs: [input("total", target.total, [...at, "total"])],
    because: [...at, "total"],
  };
};

/** How far a stage must have come by a date. */
export const explainMilestone: Explainer = (subject, path) => {
  const place = placeOf(subject, path);
  const milestone = place.target.milestones[Number(path[4])];
  if (milestone === undefined)
    throw new RangeError(`explainMilestone requires a milestone; got ${String(path[4])}`);
  const { target, at, stage } = place;
  const need = stage === undefined ? ratio(target.total) : effortNeed(subject, target);
  const what = stage === undefined ? "won" : `in ${named(target.stage)}`;
  const text = `By ${milestone.on}, ${counted(ratio(milestone.total), "unit")} of ${showRatio(need)} must be ${what} if work goes on level.`;
  const because = [...at, "total"];
  const inputs = [input("exact need", need, because)];
  return { text, formula: milestoneFormula(subject, place, milestone, need), inputs, because };
};

function milestoneFormula(
  subject: Subject,
  { target }: Place,
  { on, total }: Milestone,
  need: Ratio,
): string {
  const from = target.window === null ? undefined : dayOf(target.window.from);
  if (from === undefined) return showCount(total);
  const all = weightOf(subject, from, dayOf(target.window?.lastUseful ?? on));
  const done = weightOf(subject, from, dayOf(on));
  const share = isZero(all) || compare(done, all) > 0 ? ratio(1) : divide(done, all);
  const exact = multiply(need, share);
  if (!equal({ num: ceiling(exact), den: 1 }, ratio(total))) return `${showCount(total)} by then`;
  return equalsUp(`${showRatio(need)} × ${showRatio(done)} ÷ ${showRatio(all)} days of work`, exact);
}

function weightOf({ model: { calendar } }: Subject, first: number, last: number): Ratio {
  return sum(workingDays(calendar, first, last).map((day) => seasonWeight(calendar, day)));
}

/** How many working days there are for the work at a stage. */
export const explainWindow: Explainer = (subject, path): Said => {
  const { target, at } = placeOf(subject, path);
  const { window } = target;
  if (window === null) throw new RangeError("explainWindow requires a stage with a window; got null");
  return {
    text: `Work at ${named(target.stage)} counts on ${counted(ratio(window.workingDays), "working day")} from ${window.from} to ${window.startBy} (both included).`,
    formula: counted(ratio(window.workingDays), "working day"),
    inputs: [],
    because: [...at, "total"],
  };
};
