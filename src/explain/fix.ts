import { sayFix, type Fix } from "../words/fixes.js";
import { valueAt } from "../plan/change.js";
import { goalPath, infeasible, type Explainer, type GuideOf } from "./explainer.js";
import { figure } from "./figure.js";
import { NOT_A_NUMBER } from "./guide.js";

/** What the figures of a fix are called. */
const FIX_FIGURES: Readonly<Record<string, string>> = { from: "now", to: "then" };

/** A value before or after a mend. */
const explainFix: Explainer = (subject, path) => {
  const fix = infeasible(subject).fixes[Number(path[1])];
  const value = valueAt(subject.answer, path);
  return {
    text: `${fix === undefined ? "" : sayFix(fix, subject.format)} (${FIX_FIGURES[String(path[2])] ?? String(path[2])}: ${figure(value, subject.format.written)})`,
    formula: figure(value, subject.format.written),
    inputs: [],
    supports: goalPath(subject),
  };
};

/** A single change that would fix the plan. */
export const FIX: GuideOf<Fix> = {
  code: NOT_A_NUMBER,
  path: NOT_A_NUMBER,
  text: NOT_A_NUMBER,
  stage: NOT_A_NUMBER,
  channel: NOT_A_NUMBER,
  team: NOT_A_NUMBER,
  task: NOT_A_NUMBER,
  activity: NOT_A_NUMBER,
  starts: NOT_A_NUMBER,
  ramp: NOT_A_NUMBER,
  short: explainFix,
  people: explainFix,
  weeks: explainFix,
  saved: explainFix,
  from: { "**": explainFix },
  to: { "**": explainFix },
};
