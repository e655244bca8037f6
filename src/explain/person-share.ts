import { valueAt } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import { workAt } from "./work.js";
import type { PersonShare } from "../workload/activity-target.js";
import type { Explainer, GuideOf, Said, Subject } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./formula.js";
import { named } from "./place.js";

/** What the whole team does of an activity on one day. */
export const explainTeamDay: Explainer = (subject, path) => {
  const day = workAt(subject, path).target.days[Number(path[4])];
  return shareOf(subject, path, { who: "The team", when: `on ${subject.format.date(day?.on ?? "")}` });
};

/** What one person does in all, or each day that the person is there. */
const explainPerson: Explainer = (subject, path) => {
  const person = personAt(subject, path);
  const when = path[5] === "perDay" ? "each day that there is work and time for it, rounded up" : "in all";
  return shareOf(subject, path, { who: named(person?.name ?? ""), when });
};

/** What one person does in a week. */
const explainPersonWeek: Explainer = (subject, path) => {
  const person = personAt(subject, path);
  const week = person?.weeks[Number(path[6])]?.week ?? "";
  const when = week === "period" ? "in the period" : `in the week of ${subject.format.date(week)}`;
  return shareOf(subject, path, { who: named(person?.name ?? ""), when });
};

/** What one person does on a day. */
const explainPersonDay: Explainer = (subject, path) => {
  const person = personAt(subject, path);
  const when = `on ${subject.format.date(person?.days[Number(path[6])]?.on ?? "")}`;
  return shareOf(subject, path, { who: named(person?.name ?? ""), when });
};

function personAt(subject: Subject, path: Path) {
  return workAt(subject, path).target.people[Number(path[4])];
}

/** Units are dealt one at a time, each to whoever has most capacity for what is already dealt to them. */
function shareOf(
  subject: Subject,
  path: Path,
  { who, when }: { readonly who: string; readonly when: string },
): Said {
  const { target, name } = workAt(subject, path);
  const count = subject.format.number(Number(valueAt(subject.answer, path)));
  const total = [...path.slice(0, 3), "total"];
  const isTeam = path[3] === "days";
  const fair = isTeam ? "" : "; the work is dealt one by one, by who has most time left for it";
  return {
    text: `${who} does ${name} ${count} times ${when}, of ${subject.format.number(target.total)} in all${fair}.`,
    formula: `${count} of ${subject.format.number(target.total)}`,
    inputs: [input("in all", target.total, total)],
    supports: total,
  };
}

/** What a person of the owning team does. */
export const PERSON_SHARE: GuideOf<PersonShare> = {
  name: NOT_A_NUMBER,
  perDay: explainPerson,
  total: explainPerson,
  weeks: { "*": { week: NOT_A_NUMBER, count: explainPersonWeek } },
  days: { "*": { on: NOT_A_NUMBER, count: explainPersonDay } },
};
