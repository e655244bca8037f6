import { must } from "../number/invariant.js";
import type { Path } from "../schema/issue.js";
import type { QuotasAnswer, QuotaTarget } from "../solve/answer.js";
import { goalPath, targetsOf, type Explainer, type GuideOf, type Subject } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";

function quotasOf(subject: Subject): QuotasAnswer {
  return must(targetsOf(subject).quotas, "the quotas of a plan that has some");
}

function rowAt(subject: Subject, path: Path): QuotaTarget {
  return must(quotasOf(subject).each[Number(path[3])], "a quota");
}

/** A figure of the quota of a team or a person. */
function explainFigure(
  figure: "quota" | "presentShare" | "relief" | "afterRelief" | "overAssignment",
): Explainer {
  return (subject, path) => {
    const row = rowAt(subject, path);
    const at = path.slice(0, -1);
    const assigned = quotasOf(subject).each.filter(
      ({ team, person }) => team === row.team && person !== null,
    );
    const figures = { plan: { goal: subject.compiled.plan.goal }, row, figure, assigned };
    return {
      says: { code: "quota", figures },
      inputs: [
        input("quota", row.quota, [...at, "quota"]),
        input("share of the target while there", row.presentShare, [...at, "presentShare"]),
      ],
      supports: goalPath(subject),
    };
  };
}

/** What all quotas come to, and how that compares with the goal. */
function explainAll(figure: "assigned" | "overAssignment"): Explainer {
  return (subject) => {
    const { assigned, overAssignment } = quotasOf(subject);
    const goal = targetsOf(subject).goal.amount;
    const figures = { plan: { goal: subject.compiled.plan.goal }, figure, assigned, overAssignment, goal };
    return {
      says: { code: "quotas", figures },
      inputs: [input("goal", goal, goalPath(subject))],
      supports: goalPath(subject),
    };
  };
}

/** The quotas of teams and people. */
export const QUOTAS: GuideOf<QuotasAnswer> = {
  each: {
    "*": {
      team: NOT_A_NUMBER,
      person: NOT_A_NUMBER,
      quota: explainFigure("quota"),
      presentShare: explainFigure("presentShare"),
      relief: explainFigure("relief"),
      afterRelief: explainFigure("afterRelief"),
      overAssignment: explainFigure("overAssignment"),
    },
  },
  assigned: explainAll("assigned"),
  overAssignment: explainAll("overAssignment"),
};
