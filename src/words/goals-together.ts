import type { Format } from "../format/format.js";
import { chanceWords } from "./chance.js";

/** How sure one plan's goal is by itself, if its work is done as planned. */
export interface PlanSureness {
  /** The plan's name. */
  readonly plan: string;
  /** The chance that it asks for, from 0 to 1; null where it asks for none. */
  readonly asked: number | null;
  /** The chance that its goal is reached; null where it is not told. */
  readonly reached: number | null;
  /** The most by which that may be wrong; null where no chance is told. */
  readonly error: number | null;
}

/**
 * Why no joint chance is told: a plan's own chance is not; the goal of one holds for each month; one stage has two different samples; plans spread by different
 * factors; plans lose customers by chance, perhaps the same ones; they share more uncertain things than can be looked at.
 */
export type TogetherReason =
  "own-chance" | "each-month" | "different-samples" | "different-spreads" | "losses" | "too-many-shared";

/** How sure it is that goals are all reached, before it is said. */
export type GoalsTogetherData = {
  /** The plans. */
  readonly plans: readonly string[];
  /** The stages that more than one of them has. */
  readonly stages: readonly string[];
  /** The chance is not below this: what is certain even where no chance is told. */
  readonly atLeast: number;
  /** The chance is not above this. */
  readonly atMost: number;
  /** What the chances of the plans would come to if they had nothing in common; null where one is not told. */
  readonly product: number | null;
} & (
  | {
      /** The chance that all goals are reached, from 0 to 1. */
      readonly chance: number;
      /** Why no chance is told; null where it is. */
      readonly reason: null;
    }
  | {
      /** Not told, for the `reason`. */
      readonly chance: null;
      /** Why no chance is told. */
      readonly reason: TogetherReason;
    }
);

/** How sure it is that the goals of plans that share stages are all reached, if their work is done as planned. */
export type GoalsTogether = GoalsTogetherData & {
  /** The chance in a sentence. */
  readonly text: string;
};

const REASONS: Readonly<Record<TogetherReason, string>> = {
  "own-chance": "the chance of one of them alone is not known",
  "each-month": "the goal of one of them holds for each month, and only its own chance is worked out",
  "different-samples": "they know the rate of one stage from different samples",
  "different-spreads": "their periods spread by different amounts, and how far together is not known",
  losses: "more than one of them loses customers by chance, perhaps the same ones",
  "too-many-shared": "they share more than four uncertain things",
};

/** How sure it is that goals are all reached together, in a sentence. */
export function sayGoalsTogether(together: GoalsTogetherData, format: Format): string {
  const { plans, stages, atLeast, atMost, product } = together;
  const names = format.list(plans.map((plan) => `"${plan}"`));
  const shared = format.list(stages.map((stage) => `"${stage}"`));
  const who = `The goals of ${names}, which share ${shared},`;
  if (together.reason !== null) {
    const between = `between ${chanceWords(atLeast, format)} and ${chanceWords(atMost, format)}`;
    return `${who} are all reached with a chance ${between}; it is not known better, because ${REASONS[together.reason]}.`;
  }
  const { chance } = together;
  const alone =
    product === null || chanceWords(product, format) === chanceWords(chance, format)
      ? ""
      : `; with nothing in common it would be ${chanceWords(product, format)}`;
  return `${who} are all reached with a chance of ${chanceWords(chance, format)}, if their work is done as planned${alone}.`;
}
