import { ceiling } from "../number/ceiling.js";
import { divide, isZero, multiply, ONE, ratio, ZERO, type Ratio } from "../number/ratio.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import type { ActivityTarget } from "../workload/activity-target.js";
import type { Explainer, GuideOf, Said, Subject } from "./explainer.js";
import { counted, equals, equalsUp, input } from "./formula.js";
import { NOT_A_NUMBER } from "./guide.js";
import { explainTeamDay, PERSON_SHARE } from "./person-share.js";
import { workAt, type Work } from "./work.js";

/** How often in all: times per unit × all units. */
const explainActivityTotal: Explainer = (subject, path) => {
  const { target, place, activity, supports, name } = workAt(subject, path);
  const { perUnit } = activity;
  const units = ratio(place.target.total);
  const exact = multiply(perUnit, units);
  const each = isOne(perUnit) ? "one for each" : `${subject.format.number(perUnit)} for each`;
  const what = place.stage === undefined ? "win" : "unit";
  return {
    text: `${name} must be done ${subject.format.number(target.total)} times: ${each} of ${counted(subject, units, what)}.`,
    formula: equalsUp(subject, `${subject.format.number(perUnit)} × ${counted(subject, units, what)}`, exact),
    inputs: [input(`${what}s`, units, supports)],
    supports,
  };
};

function isOne(value: Ratio): boolean {
  return value.num === 1 && value.den === 1;
}

/** How often each day, on every working day alike. */
const explainActivityPerDay: Explainer = (subject, path) => {
  const work = workAt(subject, path);
  return spread(subject, work, path, { count: work.target.perDay ?? 0, words: "each day", formula: "" });
};

/** How often each week. */
const explainActivityPerWeek: Explainer = (subject, path) => {
  const work = workAt(subject, path);
  const days = ratio(subject.model.calendar.daysPerWeek);
  const formula = `${counted(subject, days, "working day")} a week × `;
  return spread(subject, work, path, {
    count: work.target.perWeek ?? 0,
    words: "each week",
    formula,
    times: days,
  });
};

/** How often each day for each person of the team. */
const explainPerPerson: Explainer = (subject, path) => {
  const work = workAt(subject, path);
  const { owner } = work.target;
  const { teams } = subject.model.plan;
  const team = owner === null || !Object.hasOwn(teams ?? {}, owner) ? undefined : teams?.[owner];
  const people = ratio(team?.headcount ?? team?.people?.length ?? 1);
  const words = `each day by each of ${counted(subject, people, "person", "people")}`;
  const count = work.target.perPersonPerDay ?? 0;
  return spread(subject, work, path, { count, words, formula: "", times: divide(ONE, people), people });
};

interface Pace {
  readonly count: number;
  readonly words: string;
  readonly formula: string;
  readonly times?: Ratio;
  readonly people?: Ratio;
}

function spread(
  subject: Subject,
  { need, days, name }: Work,
  path: Path,
  { count, words, formula, times = ONE, people }: Pace,
): Said {
  const supports = [...path.slice(0, -1), "total"];
  const inputs = [input("exact need", need, supports), input("days of work", days.days, days.path)];
  const exact = isZero(days.days) ? undefined : multiply(times, divide(need, days.days));
  const start = `${name} must be done ${subject.format.number(count)} times ${words}`;
  if (exact === undefined || ceiling(exact) !== count) {
    const text = `${start}, counting that only a part of each day's work lands in the period.`;
    return { text, formula: subject.format.number(count), inputs, supports };
  }
  const split = people === undefined ? "" : ` ÷ ${counted(subject, people, "person", "people")}`;
  return {
    text: `${start}: ${subject.format.number(need)} in ${days.words}.`,
    formula: equalsUp(subject, `${formula}${subject.format.number(need)} ÷ ${days.figure}${split}`, exact),
    inputs,
    supports,
  };
}

/** Minutes of level effort on a working day. */
const explainMinutes: Explainer = (subject, path) => {
  const { target, activity, need, days, name } = workAt(subject, path);
  const value = parseQuantity(target.minutesPerDay ?? "0");
  const minutes = activity.minutes ?? ZERO;
  const supports = [...path.slice(0, -1), "perDay"];
  const plain = isZero(days.days) ? undefined : divide(multiply(minutes, need), days.days);
  const calculation = `${counted(subject, minutes, "minute")} × ${subject.format.number(need)} ÷ ${days.figure}`;
  const holds = plain?.num === value.num && plain.den === value.den;
  return {
    text: `${name} takes ${counted(subject, value, "minute")} on a working day, ${subject.format.number(minutes)} each time.`,
    formula: holds ? equals(subject, calculation, value) : counted(subject, value, "minute"),
    inputs: [input("exact need", need, [...path.slice(0, -1), "total"])],
    supports,
  };
};

/** What the activity costs in all. */
const explainCost: Explainer = (subject, path) => {
  const { target, activity, name } = workAt(subject, path);
  const each = activity.cost ?? ZERO;
  const cost = parseQuantity(target.cost ?? "0");
  const supports = [...path.slice(0, -1), "total"];
  return {
    text: `${name} costs ${subject.format.number(cost)}: ${subject.format.number(each)} for each of ${counted(subject, ratio(target.total), "time")}.`,
    formula: equals(
      subject,
      `${subject.format.number(each)} each × ${counted(subject, ratio(target.total), "time")}`,
      cost,
    ),
    inputs: [input("times", target.total, supports)],
    supports,
  };
};

/** The work that a stage or the wins cause. */
export const ACTIVITY_TARGET: GuideOf<ActivityTarget> = {
  activity: NOT_A_NUMBER,
  stage: NOT_A_NUMBER,
  owner: NOT_A_NUMBER,
  total: explainActivityTotal,
  perDay: explainActivityPerDay,
  perWeek: explainActivityPerWeek,
  perPersonPerDay: explainPerPerson,
  minutesPerDay: explainMinutes,
  cost: explainCost,
  days: { "*": { on: NOT_A_NUMBER, count: explainTeamDay } },
  people: { "*": PERSON_SHARE },
};
