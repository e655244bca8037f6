import { must } from "../number/invariant.js";
import { valueAt } from "../plan/change.js";
import type { Fix } from "../words/fixes.js";
import { goalPath, infeasible, type Explainer, type GuideOf } from "./explainer.js";
import { writtenFigureOf } from "./figure.js";
import { NOT_A_NUMBER } from "./guide.js";

/** A value before or after a fix, or another figure of it. */
function explainFigure(figure: "from" | "to" | "people" | "short" | "weeks" | "saved"): Explainer {
  return (subject, path) => {
    const fix = must(infeasible(subject).fixes[Number(path[1])], "a fix of an answer");
    const value = writtenFigureOf(valueAt(subject.answer, path));
    return {
      says: { code: "fix", figures: { fix, figure, value } },
      inputs: [],
      supports: goalPath(subject),
    };
  };
}

/** A single change that would fix the plan. */
export const FIX: GuideOf<Fix> = {
  every: NOT_A_NUMBER,
  due: NOT_A_NUMBER,
  code: NOT_A_NUMBER,
  of: NOT_A_NUMBER,
  name: NOT_A_NUMBER,
  path: NOT_A_NUMBER,
  text: NOT_A_NUMBER,
  stage: NOT_A_NUMBER,
  channel: NOT_A_NUMBER,
  team: NOT_A_NUMBER,
  task: NOT_A_NUMBER,
  activity: NOT_A_NUMBER,
  starts: NOT_A_NUMBER,
  ramp: NOT_A_NUMBER,
  short: explainFigure("short"),
  people: explainFigure("people"),
  weeks: explainFigure("weeks"),
  saved: explainFigure("saved"),
  from: { "**": explainFigure("from") },
  to: { "**": explainFigure("to") },
};
