import { ceiling } from "../number/ceiling.js";
import { divide, equal, isZero, multiply, ratio, type Ratio } from "../number/ratio.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import { targetsOf, type Explainer, type Said, type Subject } from "./explainer.js";
import { counted, equalsUp, input } from "./formula.js";
import { effortNeed, named, placeOf, windowFor, type Place } from "./place.js";

/** What a need is spread over: working days, each as far as what is started on it lands in the period. */
export interface DaysOfWork {
  readonly days: Ratio;
  /** "22 working days", or "about 15.33 full days' worth of 22 working days" where not everything lands. */
  readonly words: string;
  /** The same in a formula. */
  readonly figure: string;
  /** Where the number of those working days stands. */
  readonly path: Path;
}

/** What the work at a stage is spread over: the window's days, or the period's where there are no dates. */
export function daysOfWork(subject: Subject, place: Place): DaysOfWork {
  const { window, at } = { window: place.target.window, at: place.at };
  const count = ratio(window?.workingDays ?? targetsOf(subject).period.workingDays);
  const path = window === null ? ["targets", "period", "workingDays"] : [...at, "window", "workingDays"];
  const days = windowFor(subject, place).chanceSum;
  const all = counted(subject, count, "working day");
  if (equal(days, count)) return { days, words: all, figure: all, path };
  const worth = `${subject.format.number(days)} full days' worth`;
  return { days, words: `${worth} of ${all}, as not all work lands in time`, figure: worth, path };
}

/** The least whole number a day that suffices when done on every working day. */
export const explainPerDay: Explainer = (subject, path) => {
  const place = placeOf(subject, path);
  const spread = spreadOf(subject, place);
  return pace(subject, place, spread, {
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
  return pace(subject, place, spread, {
    count: place.target.perWeek ?? 0,
    span: "week",
    days,
    path: [...place.at, "total"],
  });
};

/** What is spread over how many days. */
interface Spread {
  readonly need: Ratio;
  readonly over: DaysOfWork;
}

function spreadOf(subject: Subject, place: Place): Spread {
  const { target, stage } = place;
  const need = stage === undefined ? parseQuantity(target.exact) : effortNeed(subject, target);
  return { need, over: daysOfWork(subject, place) };
}

interface Span {
  readonly count: number;
  readonly span: "day" | "week";
  readonly days: Ratio;
  readonly path: Said["supports"] & object;
}

function pace(
  subject: Subject,
  { target }: Place,
  { need, over }: Spread,
  { count, span, days, path }: Span,
): Said {
  const inputs = [input("exact need", need, path), input("days of work", over.days, over.path)];
  const where = target.kind === "win" ? "" : ` at ${named(target.stage)}`;
  const start = `${subject.format.number(ratio(count))} each ${span}${where}`;
  const exact = isZero(over.days) ? undefined : divide(multiply(days, need), over.days);
  if (exact === undefined || ceiling(exact) !== count) {
    const text = `${start} suffices, counting that only a part of each day's work lands in the period.`;
    return { text, formula: `${count} each ${span}`, inputs, supports: path };
  }
  const week = span === "week" ? `${counted(subject, days, "working day")} a week × ` : "";
  const rounded = exact.den === 1 ? "" : `: that is ${subject.format.precise(exact)}, rounded up`;
  return {
    text: `${start} suffices for ${subject.format.number(need)} in ${over.words}${rounded}.`,
    formula: equalsUp(subject, `${week}${subject.format.number(need)} ÷ ${over.figure}`, exact),
    inputs,
    supports: path,
  };
}
