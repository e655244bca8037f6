import { must } from "../number/invariant.js";
import type { GoalChance } from "../solve/chance/goal-chance.js";
import type { UncertaintyFrom } from "../solve/chance/uncertainty.js";
import { goalPath, targetsOf, type Explainer, type GuideOf, type Subject } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";

/** A figure of the goal's chance, where there is one. */
function figureOf<Key extends keyof GoalChance>(subject: Subject, key: Key): NonNullable<GoalChance[Key]> {
  return must(targetsOf(subject).chance?.[key] ?? undefined, `the figure ${key} of a chance that is told`);
}

/** The chance that the plan asks for, the one of the work as it is printed, and the one without a margin. */
function explainOne(key: "asked" | "reached" | "without"): Explainer {
  return (subject) => ({
    says: { code: `chance-${key}`, figures: { chance: figureOf(subject, key) } },
    inputs: [],
    supports: goalPath(subject),
  });
}

/** How far the chances may be off. */
const explainError: Explainer = (subject) => ({
  says: { code: "chance-error", figures: { error: figureOf(subject, "error") } },
  inputs: [],
  supports: goalPath(subject),
});

/** What part of the uncertainty comes from where. */
function explainFrom(part: keyof UncertaintyFrom): Explainer {
  return (subject) => ({
    says: { code: "chance-from", figures: { part, share: figureOf(subject, "from")[part] } },
    inputs: [],
    supports: goalPath(subject),
  });
}

/** Up to how many wins a chance is told without being asked. */
const explainMost: Explainer = (subject) => {
  const reason = figureOf(subject, "reason");
  const most = must("most" in reason ? reason.most : undefined, "up to how many wins a chance is told");
  return {
    says: { code: "chance-most", figures: { most } },
    inputs: [],
    supports: goalPath(subject),
  };
};

/** How sure the goal is. */
export const GOAL_CHANCE: GuideOf<GoalChance> = {
  asked: explainOne("asked"),
  reached: explainOne("reached"),
  without: explainOne("without"),
  error: explainError,
  from: {
    luck: explainFrom("luck"),
    rates: explainFrom("rates"),
    spread: explainFrom("spread"),
    values: explainFrom("values"),
    losses: explainFrom("losses"),
  },
  reason: { code: NOT_A_NUMBER, most: explainMost, text: NOT_A_NUMBER },
};
