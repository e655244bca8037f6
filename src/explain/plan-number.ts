import { goalAt } from "../model/chosen-goal.js";
import { valueAt } from "../plan/change.js";
import { goalPath, type Explainer } from "./explainer.js";
import { writtenFigureOf } from "./figure.js";

/** A number of the plan, which is as it was written. */
export const explainPlanNumber: Explainer = (subject, path) => {
  const at = path.slice(1).join(" ");
  const goal = goalAt(subject.compiled, "amount");
  const isGoal = goal.every((step, place) => path[place + 1] === step);
  const value = writtenFigureOf(valueAt(subject.answer, path));
  return {
    says: { code: "plan-number", figures: { at, value } },
    inputs: [],
    // Without targets, the goal as it was written is the end of the chain.
    supports: subject.answer.targets === null && isGoal ? null : goalPath(subject),
  };
};
