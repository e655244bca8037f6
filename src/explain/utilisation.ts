import { goalPath, targetsOf, type Explainer, type GuideOf } from "./explainer.js";
import { input } from "./formula.js";
import { named } from "./place.js";
import { NOT_A_NUMBER } from "./guide.js";
import type { Utilisation } from "../workload/activity-target.js";

/** What is asked of a team in a week, or what it can do. */
const explainUtilisation: Explainer = (subject, path) => {
  const row = targetsOf(subject).utilisation[Number(path[2])];
  if (row === undefined)
    throw new RangeError(`explainUtilisation requires a team's week; got ${String(path[2])}`);
  const other = path[3] === "demand" ? "capacity" : "demand";
  const [asked, possible] = [
    `${subject.format.number(row.demand)} ${row.of}`,
    `${subject.format.number(row.capacity)} ${row.of}`,
  ];
  const when = row.week === "period" ? "in the period" : `in the week of ${subject.format.date(row.week)}`;
  const text =
    path[3] === "demand"
      ? `The plan asks ${asked} of ${named(row.team)} ${when}, which can do ${subject.format.number(row.capacity)}.`
      : `${named(row.team)} can do ${possible} ${when}; the plan asks ${subject.format.number(row.demand)} of it.`;
  return {
    text,
    formula: subject.format.number(path[3] === "demand" ? row.demand : row.capacity),
    inputs: [input(other, row[other], [...path.slice(0, 3), other])],
    supports: goalPath(subject),
  };
};

/** What is asked of a team in a week, and what it can do. */
export const UTILISATION: GuideOf<Utilisation> = {
  team: NOT_A_NUMBER,
  week: NOT_A_NUMBER,
  of: NOT_A_NUMBER,
  demand: explainUtilisation,
  capacity: explainUtilisation,
};
