import { showRatio } from "../model/display.js";
import { formatDay } from "../calendar/day.js";
import { goalWords } from "./amount-words.js";
import { goalPath, targetsOf, type Explainer, type Subject } from "./explainer.js";
import { input } from "./formula.js";

/** The outcome goal: the end of every chain of whys. */
export const explainGoal: Explainer = (subject) => {
  const { plan, bridge } = subject.model;
  return {
    text: `The goal is ${goalWords(plan, bridge.goal)} ${until(subject)}.`,
    formula: `${showRatio(bridge.goal)}, the goal`,
    inputs: [input("goal", bridge.goal, ["plan", "goal", "amount"])],
    supports: null,
  };
};

function until({ model: { period } }: Subject): string {
  return period.kind === "undated"
    ? `in ${period.workingDays} working days`
    : `from ${formatDay(period.first)} to ${formatDay(period.last)}`;
}

/** How many days of work the goal's period holds. */
export const explainWorkingDays: Explainer = (subject) => {
  const { period } = targetsOf(subject);
  const { workingDays } = period;
  const text =
    period.kind === "undated"
      ? `The period has ${workingDays} working days, as the plan says.`
      : `The period from ${period.start} to ${period.end} (both included) has ${workingDays} working days by the plan's calendar.`;
  return { text, formula: `${workingDays} working days`, inputs: [], supports: goalPath(subject) };
};
