import { must } from "../number/invariant.js";
import type { Path } from "../schema/issue.js";
import type { ExplanationFigures } from "../words/explanations/say-explanation.js";
import type { PersonShare } from "../workload/activity-target.js";
import type { Explained, Explainer, GuideOf, Subject } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";
import { workAt } from "./work.js";

/** What the whole team does of an activity on one day. */
export const explainTeamDay: Explainer = (subject, path) => {
  const { on, count } = must(workAt(subject, path).target.days[Number(path[4])], "a day of a team");
  return shareOf(subject, path, { person: null, count, when: { span: "day", on } });
};

/** What one person does in all. */
const explainPersonTotal: Explainer = (subject, path) => {
  const { name, total } = personAt(subject, path);
  return shareOf(subject, path, { person: name, count: total, when: { span: "all" } });
};

/** What one person does on each day that the person is there. */
const explainPersonPerDay: Explainer = (subject, path) => {
  const { name, perDay } = personAt(subject, path);
  return shareOf(subject, path, { person: name, count: perDay, when: { span: "each day" } });
};

/** What one person does in a week. */
const explainPersonWeek: Explainer = (subject, path) => {
  const { name, weeks } = personAt(subject, path);
  const { week, count } = must(weeks[Number(path[6])], "a week of a person");
  return shareOf(subject, path, { person: name, count, when: { span: "week", week } });
};

/** What one person does on a day. */
const explainPersonDay: Explainer = (subject, path) => {
  const { name, days } = personAt(subject, path);
  const { on, count } = must(days[Number(path[6])], "a day of a person");
  return shareOf(subject, path, { person: name, count, when: { span: "day", on } });
};

function personAt(subject: Subject, path: Path): PersonShare {
  return must(workAt(subject, path).target.people[Number(path[4])], "a person of a team");
}

type Share = Pick<ExplanationFigures["share-of-work"], "person" | "count" | "when">;

/** Units are assigned one at a time, each to whoever has most capacity for what is already assigned to them. */
function shareOf(subject: Subject, path: Path, share: Share): Explained {
  const { target, name } = workAt(subject, path);
  const supports = [...path.slice(0, 3), "total"];
  return {
    says: { code: "share-of-work", figures: { name, total: target.total, ...share } },
    inputs: [input("in all", target.total, supports)],
    supports,
  };
}

/** What a person of the owning team does. */
export const PERSON_SHARE: GuideOf<PersonShare> = {
  name: NOT_A_NUMBER,
  perDay: explainPersonPerDay,
  total: explainPersonTotal,
  weeks: { "*": { week: NOT_A_NUMBER, count: explainPersonWeek } },
  days: { "*": { on: NOT_A_NUMBER, count: explainPersonDay } },
};
