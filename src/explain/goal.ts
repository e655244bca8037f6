import { goalAt } from "../model/chosen-goal.js";
import type { Bridge } from "../model/bridge.js";
import type { CompiledPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import type { GoalChange } from "../solve/answer.js";
import type { ExplanationInput } from "./explanation.js";
import { goalPath, targetsOf, type Explained, type Explainer, type GuideOf } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";

/** The outcome goal: the end of every chain of whys. */
export const explainGoal: Explainer = ({ compiled }) => ({
  says: goalSays(compiled),
  inputs: goalInputs(compiled),
  supports: null,
});

/** What is said of a goal: how much until when, and how that came about. */
export function goalSays({ plan, bridge }: CompiledPlan): Explained["says"] {
  const figures = { plan: { goal: plan.goal }, amount: encodeExact(bridge.goal), change: changeOf(bridge) };
  return { code: "goal", figures };
}

function goalInputs(compiled: CompiledPlan): ExplanationInput[] {
  const { goal, origin } = compiled.bridge;
  const path = ["plan", ...goalAt(compiled, "amount")];
  if (origin === undefined) return [input("goal", goal, path)];
  const { of, was, by } = origin;
  return [
    input(of === "now" ? "what there is now" : "the last period", was, [...path, of]),
    input("change", by, [...path, "change"]),
  ];
}

function changeOf({ origin }: Bridge): GoalChange | null {
  if (origin === undefined) return null;
  return { of: origin.of, was: encodeExact(origin.was), by: encodeExact(origin.by) };
}

/** What the goal is a change of, and the change. */
export function explainChange(figure: "was" | "by"): Explainer {
  return (subject) => ({
    says: {
      code: "goal-change",
      figures: {
        change: must(changeOf(subject.compiled.bridge) ?? undefined, "a goal that is a change"),
        figure,
      },
    },
    inputs: [],
    supports: goalPath(subject),
  });
}

/** The numbers of a change that the goal was written as. */
export const GOAL_CHANGE: GuideOf<GoalChange> = {
  of: NOT_A_NUMBER,
  was: explainChange("was"),
  by: explainChange("by"),
};

/** How many days of work the goal's period has. */
export const explainWorkingDays: Explainer = (subject) => {
  const { period } = targetsOf(subject);
  const dates = period.kind === "undated" ? null : { start: period.start, end: period.end };
  return {
    says: { code: "working-days", figures: { days: period.workingDays, period: dates } },
    inputs: [],
    supports: goalPath(subject),
  };
};
