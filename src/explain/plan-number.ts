import { valueAt } from "../plan/change.js";
import { goalPath, type Explainer, type Said } from "./explainer.js";
import { figure } from "./figure.js";

/** A number of the plan, which is as it was written. */
export const explainPlanNumber: Explainer = (subject, path): Said => {
  const value = valueAt(subject.answer, path);
  const where = path.slice(1).join(" ");
  return {
    text: `The plan says ${figure(value, subject.format.written)} for ${where}.`,
    formula: `${figure(value, subject.format.written)}, as written`,
    inputs: [],
    // Without targets, the goal as it was written is the end of the chain.
    supports: subject.answer.targets === null && where === "goal amount" ? null : goalPath(subject),
  };
};
