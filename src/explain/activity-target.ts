import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { at, must } from "../number/invariant.js";
import { divide, equal, isZero, multiply, ONE, ratio, ZERO, type Ratio } from "../number/ratio.js";
import { costOnce, hoursOnce } from "../model/costs.js";
import { parseQuantity } from "../schema/quantity.js";
import type { ActivityTarget } from "../workload/activity-target.js";
import type { Explainer, GuideOf, Subject } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input, roundedUp } from "./input.js";
import { monthOf, mostOfMonths, sumOfMonths, type OwnOf } from "./month-sums.js";
import { explainTeamDay, PERSON_SHARE } from "./person-share.js";
import { workAt } from "./work.js";

/** How often in all: times per unit × all units. */
const explainTotal: Explainer = (subject, path) => {
  const { target, place, activity, supports, name } = workAt(subject, path);
  const { perUnit } = activity;
  const units = place.target.total;
  const unit = place.stage === undefined ? "win" : "unit";
  const exact = roundedUp(multiply(perUnit, ratio(units)));
  return {
    says: {
      code: "activity-total",
      figures: { name, total: target.total, perUnit: encodeExact(perUnit), units, unit, exact },
    },
    inputs: [input(`${unit}s`, units, supports)],
    supports,
  };
};

/** How often in a month: times per unit × all units of the month. */
const ownTimes: OwnOf = (subject, month, path) => {
  const { place, activity } = workAt(subject, path);
  const { stages, wins } = monthOf(subject, month);
  const units = place.stage === undefined ? wins : at(stages, place.index).total;
  return { value: String(ceiling(multiply(activity.perUnit, ratio(units)))), at: null };
};

/** How often each day or week on every working day alike, or each day for each person of the team. */
function explainPace(per: "day" | "week" | "person"): Explainer {
  return (subject, path) => {
    const { target, need, days, name } = workAt(subject, path);
    const counts = { day: target.perDay, week: target.perWeek, person: target.perPersonPerDay };
    const count = must(counts[per] ?? undefined, "a pace of an activity");
    const people = ratio(peopleOf(subject, target));
    const weekDays = subject.compiled.calendar.shares.perWeek;
    const times = { day: ONE, week: weekDays, person: divide(ONE, people) }[per];
    const supports = [...path.slice(0, -1), "total"];
    const inputs = [input("exact need", need, supports), input("days of work", days.days, days.path)];
    const spread = { name, count, per, people: encodeExact(people), weekDays: encodeExact(weekDays) };
    const exact = isZero(days.days) ? undefined : multiply(times, divide(need, days.days));
    if (exact === undefined || ceiling(exact) !== count)
      return { says: { code: "activity-pace-in-part", figures: spread }, inputs, supports };
    const figures = { ...spread, need: encodeExact(need), over: days.figures, exact: roundedUp(exact) };
    return { says: { code: "activity-pace", figures }, inputs, supports };
  };
}

/** How many people a team has; one where the plan does not say. */
function peopleOf({ compiled: { teams } }: Subject, { owner }: ActivityTarget): number {
  const size = owner === null ? undefined : teams.get(owner)?.size;
  return size === undefined || size === 0 ? 1 : size;
}

/** Minutes of level effort on a working day. */
const explainMinutes: Explainer = (subject, path) => {
  const { target, activity, need, days, name } = workAt(subject, path);
  const value = must(target.minutesPerDay ?? undefined, "the minutes of an activity");
  const minutes = activity.minutes ?? ZERO;
  const plain: Ratio | undefined = isZero(days.days) ? undefined : divide(multiply(minutes, need), days.days);
  const isLevel = plain !== undefined && equal(plain, parseQuantity(value));
  return {
    says: {
      code: "activity-minutes",
      figures: {
        name,
        value,
        minutes: encodeExact(minutes),
        level: isLevel ? { need: encodeExact(need), over: days.figures } : null,
      },
    },
    inputs: [input("exact need", need, [...path.slice(0, -1), "total"])],
    supports: [...path.slice(0, -1), "perDay"],
  };
};

/** What the activity costs in all. */
const explainCost: Explainer = (subject, path) => {
  const { target, activity, name } = workAt(subject, path);
  const cost = must(target.cost ?? undefined, "the cost of an activity");
  const { teams } = subject.compiled;
  const hours = hoursOnce(teams, activity);
  const supports = [...path.slice(0, -1), "total"];
  return {
    says: {
      code: "activity-cost",
      figures: {
        name,
        cost,
        each: encodeExact(must(costOnce(teams, activity), "what an activity costs once")),
        hourly: hours === undefined || activity.cost === undefined ? null : encodeExact(hours.cost),
        times: target.total,
      },
    },
    inputs: [input("times", target.total, supports)],
    supports,
  };
};

/** The work that a stage or the wins cause. */
export const ACTIVITY_TARGET: GuideOf<ActivityTarget> = {
  activity: NOT_A_NUMBER,
  stage: NOT_A_NUMBER,
  owner: NOT_A_NUMBER,
  total: sumOfMonths(ownTimes, explainTotal),
  perDay: mostOfMonths(() => undefined, explainPace("day")),
  perWeek: mostOfMonths(() => undefined, explainPace("week")),
  perPersonPerDay: mostOfMonths(() => undefined, explainPace("person")),
  minutesPerDay: explainMinutes,
  cost: explainCost,
  days: { "*": { on: NOT_A_NUMBER, count: explainTeamDay } },
  people: { "*": PERSON_SHARE },
  why: NOT_A_NUMBER,
};
