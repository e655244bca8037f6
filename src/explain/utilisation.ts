import { valueAt } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import type { Utilisation } from "../workload/activity-target.js";
import { goalPath, targetsOf, type Explainer, type Subject } from "./explainer.js";
import { input } from "./formula.js";
import { named } from "./place.js";

/** What is asked of a team in a week, or what it can do. */
export const explainUtilisation: Explainer = (subject, path) => {
  const row = weekAt(subject, path);
  const other = path[3] === "demand" ? "capacity" : "demand";
  const [asked, possible] = [
    `${subject.format.number(row.demand)} ${row.of}`,
    `${subject.format.number(row.capacity)} ${row.of}`,
  ];
  const when = whenOf(subject, row);
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

/** What is asked of a person in a week. */
export const explainPersonDemand: Explainer = (subject, path) => {
  const { asked, possible, of, who, ...rest } = personWeek(subject, path, "demand");
  const from = "the units assigned to them, and their part of the team's habits and open work";
  return {
    text: `The plan asks ${asked} ${of} of ${who}, who can do ${possible}: ${from}.`,
    formula: asked,
    ...rest,
  };
};

/** What a person can do in a week. */
export const explainPersonCapacity: Explainer = (subject, path) => {
  const { asked, possible, of, who, ...rest } = personWeek(subject, path, "capacity");
  return { text: `${who} can do ${possible} ${of}; the plan asks ${asked}.`, formula: possible, ...rest };
};

/** What is asked of a person in a week, as a share of what the person can do. */
export const explainPersonShare: Explainer = (subject, path) => {
  const { asked, possible, of, who, ...rest } = personWeek(subject, path, "demand");
  const share = subject.format.rate(String(valueAt(subject.answer, path)));
  const text = `${who} is used to ${share}: ${asked} of ${possible} ${of}.`;
  return { text, formula: `${asked} ÷ ${possible} = ${share}`, ...rest };
};

/** The figures of a person's week as a sentence has them, and the team's figure that they are a part of. */
function personWeek(subject: Subject, path: Path, ofTeam: "demand" | "capacity") {
  const row = weekAt(subject, path);
  const person = row.people[Number(path[4])];
  if (person === undefined)
    throw new RangeError(`personWeek requires a person's week; got ${String(path[4])}`);
  const { format } = subject;
  const at = (key: string) => [...path.slice(0, 5), key];
  return {
    asked: format.number(person.demand),
    possible: format.number(person.capacity),
    of: row.of,
    who: `${named(person.name)} ${whenOf(subject, row)}`,
    inputs: [
      input("demand", person.demand, at("demand")),
      input("capacity", person.capacity, at("capacity")),
    ],
    supports: [...path.slice(0, 3), ofTeam],
  };
}

function weekAt(subject: Subject, path: Path): Utilisation {
  const row = targetsOf(subject).utilisation[Number(path[2])];
  if (row === undefined) throw new RangeError(`weekAt requires a team's week; got ${String(path[2])}`);
  return row;
}

function whenOf({ format }: Subject, { week }: Utilisation): string {
  return week === "period" ? "in the period" : `in the week of ${format.date(week)}`;
}
