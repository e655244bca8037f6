import { periodWords, writtenGoal } from "../words/goal.js";
import { goalPath, targetsOf, type Explainer } from "./explainer.js";
import { input } from "./formula.js";

/** The outcome goal: the end of every chain of whys. */
export const explainGoal: Explainer = (subject) => {
  const { plan, bridge } = subject.model;
  return {
    text: `The goal is ${writtenGoal(plan, subject.format)} ${periodWords(plan, subject.format)}.`,
    formula: `${subject.format.written(bridge.goal)}, the goal`,
    inputs: [input("goal", bridge.goal, ["plan", "goal", "amount"])],
    supports: null,
  };
};

/** How many days of work the goal's period holds. */
export const explainWorkingDays: Explainer = (subject) => {
  const { period } = targetsOf(subject);
  const { workingDays } = period;
  const text =
    period.kind === "undated"
      ? `The period has ${subject.format.plural(workingDays, "working day")}, as the plan says.`
      : `The period from ${subject.format.dateRange(period.start, period.end)} (both included) has ${subject.format.plural(workingDays, "working day")} by the plan's calendar.`;
  return {
    text,
    formula: subject.format.plural(workingDays, "working day"),
    inputs: [],
    supports: goalPath(subject),
  };
};
