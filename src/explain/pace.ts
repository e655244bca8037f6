import { ceiling } from "../number/ceiling.js";
import { divide, isZero, multiply, ratio, type Ratio } from "../number/ratio.js";
import { showRatio } from "../model/display.js";
import type { Path } from "../plan/issue.js";
import { quantityOf } from "../plan/quantity.js";
import { targetsOf, type Explainer, type Said, type Subject } from "./explainer.js";
import { counted, equalsUp, input } from "./formula.js";
import { effortNeed, named, placeOf, type Place } from "./place.js";

/** The working days that a need is spread over: the window's, or the period's where there are no dates. */
export function daysOfWork(subject: Subject, place: Place): Ratio {
  return ratio(place.target.window?.workingDays ?? targetsOf(subject).period.workingDays);
}

/** The least whole number a day that suffices when done on every working day. */
export const explainPerDay: Explainer = (subject, path) => {
  const place = placeOf(subject, path);
  const spread = spreadOf(subject, place);
  return pace(place, spread, {
    count: place.target.perDay ?? 0,
    span: "day",
    days: ratio(1),
    path: [...place.at, "total"],
  });
};

/** The least whole number a week that suffices. */
export const explainPerWeek: Explainer = (subject, path) => {
  const place = placeOf(subject, path);
  const spread = spreadOf(subject, place);
  const days = ratio(subject.model.calendar.daysPerWeek);
  return pace(place, spread, {
    count: place.target.perWeek ?? 0,
    span: "week",
    days,
    path: [...place.at, "total"],
  });
};

/** What is spread over how many days. */
interface Spread {
  readonly need: Ratio;
  readonly over: Ratio;
  readonly daysAt: Path;
}

/** Where the number of those working days stands. */
export function daysPath({ target, at }: Place): Path {
  return target.window === null ? ["targets", "period", "workingDays"] : [...at, "window", "workingDays"];
}

function spreadOf(subject: Subject, place: Place): Spread {
  const { target, stage } = place;
  const need = stage === undefined ? quantityOf(target.exact) : effortNeed(subject, target);
  return { need, over: daysOfWork(subject, place), daysAt: daysPath(place) };
}

interface Span {
  readonly count: number;
  readonly span: "day" | "week";
  readonly days: Ratio;
  readonly path: Said["because"] & object;
}

function pace({ target }: Place, { need, over, daysAt }: Spread, { count, span, days, path }: Span): Said {
  const inputs = [input("exact need", need, path), input("working days", over, daysAt)];
  const where = target.kind === "win" ? "" : ` at ${named(target.stage)}`;
  const start = `${showRatio(ratio(count))} each ${span}${where}`;
  const exact = isZero(over) ? undefined : divide(multiply(days, need), over);
  if (exact === undefined || ceiling(exact) !== count) {
    const text = `${start} suffices, counting that only a part of each day's work lands in the period.`;
    return { text, formula: `${count} each ${span}`, inputs, because: path };
  }
  const week = span === "week" ? `${counted(days, "working day")} a week × ` : "";
  const rounded = exact.den === 1 ? "" : `: that is ${showRatio(exact)}, rounded up`;
  return {
    text: `${start} suffices for ${showRatio(need)} in ${counted(over, "working day")}${rounded}.`,
    formula: equalsUp(`${week}${showRatio(need)} ÷ ${counted(over, "working day")}`, exact),
    inputs,
    because: path,
  };
}
