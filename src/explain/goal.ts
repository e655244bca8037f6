import { encodeExact } from "../number/exact-string.js";
import { goalPath, targetsOf, type Explainer } from "./explainer.js";
import { input } from "./input.js";

/** The outcome goal: the end of every chain of whys. */
export const explainGoal: Explainer = ({ compiled: { plan, bridge } }) => ({
  says: { code: "goal", figures: { plan: { goal: plan.goal }, amount: encodeExact(bridge.goal) } },
  inputs: [input("goal", bridge.goal, ["plan", "goal", "amount"])],
  supports: null,
});

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
