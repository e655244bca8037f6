import { valueAt } from "../plan/change.js";
import { goalPath, type Explainer } from "./explainer.js";
import { writtenFigureOf } from "./figure.js";

/** A number of the plan, which is as it was written. */
export const explainPlanNumber: Explainer = (subject, path) => {
  const at = path.slice(1).join(" ");
  const isGoal = path[1] === "goal" && path[2] === "amount";
  const value = writtenFigureOf(valueAt(subject.answer, path));
  return {
    says: { code: "plan-number", figures: { at, value } },
    inputs: [],
    // Without targets, the goal as it was written is the end of the chain.
    supports: subject.answer.targets === null && isGoal ? null : goalPath(subject),
  };
};
