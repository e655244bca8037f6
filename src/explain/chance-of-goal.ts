import type { GoalChance } from "../solve/chance/goal-chance.js";
import { chanceWords } from "../words/chance.js";
import { goalPath, targetsOf, type Explainer, type Said, type Subject, type GuideOf } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";

/** A chance, as a percentage. */
function percent({ format }: Subject, chance: number | null | undefined): string {
  return chanceWords(chance ?? 0, format);
}

function chanceOf(subject: Subject): GoalChance {
  const { chance } = targetsOf(subject);
  if (chance === null) throw new TypeError("chanceOf requires an answer that tells a chance; got null");
  return chance;
}

function said(subject: Subject, text: string, formula: string): Said {
  return { text, formula, inputs: [], supports: goalPath(subject) };
}

/** The chance that the plan asks for. */
const explainAsked: Explainer = (subject) => {
  const shown = percent(subject, chanceOf(subject).asked);
  return said(
    subject,
    `The plan asks for a chance of ${shown} that the goal is reached when its work is done.`,
    `${shown}, asked`,
  );
};

/** The chance with the work as it is printed. */
const explainReached: Explainer = (subject) => {
  const shown = percent(subject, chanceOf(subject).reached);
  return said(
    subject,
    `With all of this work done as planned, the goal is reached with a chance of ${shown}: that is how often enough of the units win, when each wins or not by itself.`,
    `P(amount ≥ goal): ${shown}`,
  );
};

/** The chance without a margin. */
const explainWithout: Explainer = (subject) => {
  const shown = percent(subject, chanceOf(subject).without);
  return said(
    subject,
    `Work that is expected to be just enough, without any margin, reaches the goal with a chance of ${shown}: about half the time fewer win than expected.`,
    `P(amount ≥ goal) without a margin: ${shown}`,
  );
};

/** How far the chances may be off. */
const explainChanceError: Explainer = (subject) => {
  const shown = String(chanceOf(subject).error);
  return said(
    subject,
    `The chances are worked out to within ${shown}; what is not known of the market is not in it.`,
    shown,
  );
};

const PARTS: Readonly<Record<keyof NonNullable<GoalChance["from"]>, string>> = {
  luck: "each unit being won or not",
  rates: "rates being known from samples only",
  spread: "periods that differ by more than luck",
  values: "wins that bring different amounts",
  losses: "customers being lost by chance",
};

/** What part of the uncertainty comes from where. */
const explainChanceFrom: Explainer = (subject, path) => {
  const part = String(path.at(-1)) as keyof typeof PARTS;
  const shown = percent(subject, chanceOf(subject).from?.[part]);
  return said(
    subject,
    `${shown} of the variance of what this work brings comes from ${PARTS[part]}.`.replace(
      /^[a-z]/,
      (first) => first.toUpperCase(),
    ),
    `${shown} of the variance`,
  );
};

/** How sure the goal is. */
export const GOAL_CHANCE: GuideOf<GoalChance> = {
  asked: explainAsked,
  reached: explainReached,
  without: explainWithout,
  error: explainChanceError,
  from: {
    luck: explainChanceFrom,
    rates: explainChanceFrom,
    spread: explainChanceFrom,
    values: explainChanceFrom,
    losses: explainChanceFrom,
  },
  reason: NOT_A_NUMBER,
};
