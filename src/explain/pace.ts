import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { divide, isZero, multiply, ONE, type Ratio } from "../number/ratio.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import type { WorkDays } from "../words/explanations/of-stage.js";
import { targetsOf, type Explained, type Explainer, type Subject } from "./explainer.js";
import { input, roundedUp } from "./input.js";
import { effortNeed, placeOf, windowFor, type Place } from "./place.js";

/** What a need is spread over: working days, each as far as what is started on it lands in the period. */
export interface DaysOfWork {
  readonly days: Ratio;
  readonly figures: WorkDays;
  /** Where the number of those working days stands. */
  readonly path: Path;
}

/** What the work at a stage is spread over: the window's days, or the period's where there are no dates. */
export function daysOfWork(subject: Subject, place: Place): DaysOfWork {
  const { window } = place.target;
  const workingDays = window?.workingDays ?? targetsOf(subject).period.workingDays;
  const path =
    window === null ? ["targets", "period", "workingDays"] : [...place.at, "window", "workingDays"];
  const { chanceSum: days, due } = windowFor(subject, place);
  return { days, figures: { days: encodeExact(days), workingDays, isProfiled: due.length > 0 }, path };
}

/** The least whole number a day that suffices when done on every working day. */
export const explainPerDay: Explainer = (subject, path) =>
  explainPace(subject, placeOf(subject, path), "day");

/** The least whole number a week that suffices. */
export const explainPerWeek: Explainer = (subject, path) =>
  explainPace(subject, placeOf(subject, path), "week");

function explainPace(subject: Subject, place: Place, per: "day" | "week"): Explained {
  const { target, at } = place;
  const count = must((per === "day" ? target.perDay : target.perWeek) ?? undefined, "a pace");
  const need = place.stage === undefined ? parseQuantity(target.exact) : effortNeed(subject, target);
  const over = daysOfWork(subject, place);
  const week = per === "week" ? subject.compiled.calendar.shares.perWeek : null;
  const supports = [...at, "total"];
  const inputs = [input("exact need", need, supports), input("days of work", over.days, over.path)];
  const stage = target.kind === "win" ? null : target.stage;
  const exact = isZero(over.days) ? undefined : divide(multiply(week ?? ONE, need), over.days);
  if (exact === undefined || ceiling(exact) !== count)
    return { says: { code: "pace-in-part", figures: { count, per, stage } }, inputs, supports };
  const figures = {
    ...{ count, per, stage },
    need: encodeExact(need),
    over: over.figures,
    weekDays: week === null ? null : encodeExact(week),
    exact: roundedUp(exact),
  };
  return { says: { code: "pace", figures }, inputs, supports };
}
