import { divide, multiply, ratio, type Ratio } from "../number/ratio.js";
import { ceiling } from "../number/ceiling.js";
import { parseQuantity } from "../schema/quantity.js";
import { formatDay } from "../calendar/day.js";
import type { Milestone } from "../schedule/target.js";
import type { Explainer, Said, Subject } from "./explainer.js";
import { counted, equals, equalsUp, input } from "./formula.js";
import { effortNeed, named, placeOf, windowFor, type Place } from "./place.js";

/** How much of a stage's work falls on one day. */
export const explainDay: Explainer = (subject, path) => {
  const { target, at } = placeOf(subject, path);
  const index = Number(path[4]);
  const day = target.days[index];
  if (day === undefined) throw new RangeError(`explainDay requires a day; got ${String(path[4])}`);
  const before = target.days.slice(0, index).reduce((total, { count }) => total + count, 0);
  const until = before + day.count;
  return {
    text: `${counted(subject, ratio(day.count), "unit")} must enter ${named(target.stage)} on ${subject.format.date(day.on)}: spread level, ${subject.format.number(until)} of ${subject.format.number(target.total)} must be in by its end, and ${subject.format.number(before)} were in before.`,
    formula: equals(
      subject,
      `${subject.format.number(until)} by its end − ${subject.format.number(before)} before`,
      ratio(day.count),
    ),
    inputs: [input("total", target.total, [...at, "total"])],
    supports: [...at, "total"],
  };
};

/** How far a stage must have come by a date. */
export const explainMilestone: Explainer = (subject, path) => {
  const place = placeOf(subject, path);
  const milestone = place.target.milestones[Number(path[4])];
  if (milestone === undefined)
    throw new RangeError(`explainMilestone requires a milestone; got ${String(path[4])}`);
  const { target, at, stage } = place;
  const whole = stage === undefined || target.kind === "work";
  const need = whole ? ratio(target.total) : effortNeed(subject, target);
  const what = stage === undefined ? "won" : `in ${named(target.stage)}`;
  const text = `By ${subject.format.date(milestone.on)}, ${counted(subject, ratio(milestone.total), "unit")} of ${subject.format.number(need)} must be ${what} if work goes on level.`;
  const supports = [...at, "total"];
  const inputs = [input("exact need", need, supports)];
  return { text, formula: milestoneFormula(subject, place, milestone, need), inputs, supports };
};

function milestoneFormula(subject: Subject, place: Place, { on, total }: Milestone, need: Ratio): string {
  const { days, reach } = windowFor(subject, place);
  const before = days.filter((day) => formatDay(day) <= on).length;
  const [done, all] = [ratio(reach[before - 1] ?? 0), ratio(reach.at(-1) ?? 1)];
  const exact = divide(multiply(need, done), all);
  // Where going on takes time, what enters a later stage is not level any more.
  if (ceiling(exact) !== total) return `${subject.format.number(total)} by then`;
  return equalsUp(
    subject,
    `${subject.format.number(need)} × ${subject.format.number(done)} ÷ ${subject.format.number(all)} days of work`,
    exact,
  );
}

/** How many working days there are for the work at a stage. */
export const explainWindow: Explainer = (subject, path): Said => {
  const { target, at } = placeOf(subject, path);
  const { window } = target;
  if (window === null) throw new RangeError("explainWindow requires a stage with a window; got null");
  return {
    text: `Work at ${named(target.stage)} counts on ${counted(subject, ratio(window.workingDays), "working day")} from ${subject.format.date(window.from)} to ${subject.format.date(window.startBy)} (both included).`,
    formula: counted(subject, ratio(window.workingDays), "working day"),
    inputs: [],
    supports: [...at, "total"],
  };
};

/** How much of what is started on the first working day lands in the period. */
export const explainOnTimeShareToday: Explainer = (subject, path): Said => {
  const { target, at } = placeOf(subject, path);
  const share = subject.format.rate(parseQuantity(target.window?.onTimeShareToday ?? "0"));
  return {
    text: `${share} of what starts at ${named(target.stage)} on the first working day, and is won some day, is won in the period.`,
    formula: share,
    inputs: [],
    supports: [...at, "total"],
  };
};

/** Which days belong to a window at all. */
export const explainMinOnTimeShare: Explainer = (subject): Said => {
  const { answer } = subject;
  const share = subject.format.writtenRate(parseQuantity(answer.targets?.minOnTimeShare ?? "0"));
  return {
    text: `A working day belongs to a stage's window when what starts on it has at least ${share} of the best day's chance to land in the period.`,
    formula: share,
    inputs: [],
    supports: ["targets", "goal", "amount"],
  };
};
