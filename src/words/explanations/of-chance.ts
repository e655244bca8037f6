import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import { ratio } from "../../number/ratio.js";
import { chanceWords } from "../chance.js";
import { amountWords, type WithGoal } from "../goal.js";
import { plain, type SaidExplanation } from "./said.js";

export interface Chance {
  readonly chance: number;
}

const PARTS = {
  luck: "each unit being won or not",
  rates: "rates being known from samples only",
  spread: "periods that differ by more than luck",
  values: "wins that bring different amounts",
  losses: "customers being lost by chance",
} as const;

/** Where most cases lie by a day; `on` is null for the period's end. */
export interface RangeFigures {
  readonly plan: WithGoal;
  readonly end: "low" | "high";
  readonly of: "wins" | "amount";
  readonly low: ExactString;
  readonly high: ExactString;
  readonly level: number;
  readonly on: string | null;
}

/** Given what the goal is so sure. */
const GIVEN = {
  "as planned": "If the rest is done as planned",
  "pace so far": "If work goes on at the pace so far",
  "all that can be done": "With all that teams, lists and days allow from now on",
} as const;

/** How sure it is that several goals are all reached. */
export interface TogetherFigures extends Chance {
  readonly which: "chance" | "atLeast" | "atMost" | "product";
  readonly plans: readonly string[];
  /** The stages that they share. */
  readonly stages: readonly string[];
}

/** A step of a lever, and the chance that today's work then has. */
export interface MovedFigures extends Chance {
  readonly what: string;
  readonly by: string;
}

/** How sure a goal is, and a forecast. */
export const CHANCE_SAYINGS = {
  "chance-asked": ({ chance }: Chance, format: Format): SaidExplanation => {
    const shown = chanceWords(chance, format);
    return plain(
      `The plan asks for a chance of ${shown} that the goal is reached when its work is done.`,
      `${shown}, asked`,
    );
  },

  "chance-reached": ({ chance }: Chance, format: Format): SaidExplanation => {
    const shown = chanceWords(chance, format);
    return plain(
      `With all of this work done as planned, the goal is reached with a chance of ${shown}: that is how often enough of the units win, when each wins or not by itself.`,
      `P(amount ≥ goal): ${shown}`,
    );
  },

  "chance-without": ({ chance }: Chance, format: Format): SaidExplanation => {
    const shown = chanceWords(chance, format);
    return plain(
      `Work that is expected to be just enough, without any margin, reaches the goal with a chance of ${shown}: about half the time fewer win than expected.`,
      `P(amount ≥ goal) without a margin: ${shown}`,
    );
  },

  "chance-error": ({ error }: { error: number }): SaidExplanation =>
    plain(
      `The chance is worked out to within ${String(error)}; what is not known of the market is not in it.`,
      String(error),
    ),

  "chance-from": (
    { part, share }: { part: keyof typeof PARTS; share: number },
    format: Format,
  ): SaidExplanation => {
    const shown = chanceWords(share, format);
    return plain(
      `Of the variance of what this work brings, ${shown} comes from ${PARTS[part]}.`,
      `${shown} of the variance`,
    );
  },

  "chance-most": ({ most }: { most: number }): SaidExplanation =>
    plain(
      `Without being asked, a chance is told for up to ${String(most)} wins of this plan; goal.chance asks for it beyond.`,
      String(most),
    ),

  "chance-still": (
    { given, chance }: Chance & { readonly given: keyof typeof GIVEN },
    format: Format,
  ): SaidExplanation => {
    const shown = chanceWords(chance, format);
    return plain(
      `${GIVEN[given]}, what has happened and what may still be won are enough for the goal with a chance of ${shown}.`,
      `P(amount ≥ goal): ${shown}`,
    );
  },

  "chance-before": ({ on, chance }: Chance & { readonly on: string }, format: Format): SaidExplanation => {
    const shown = chanceWords(chance, format);
    return plain(
      `By the snapshot of ${format.date(on)} the goal had a chance of ${shown}, with the rest done as planned from then on.`,
      `P(amount ≥ goal) on ${format.date(on)}: ${shown}`,
    );
  },

  "chance-of-plan": (
    { plan, chance }: Chance & { readonly plan: string },
    format: Format,
  ): SaidExplanation => {
    const shown = chanceWords(chance, format);
    return plain(
      `With all of its work done as planned, "${plan}" reaches its goal with a chance of ${shown}.`,
      `P(amount ≥ goal): ${shown}`,
    );
  },

  "chance-together": ({ which, plans, stages, chance }: TogetherFigures, format: Format): SaidExplanation => {
    const shown = chanceWords(chance, format);
    const names = format.list(plans.map((plan) => `"${plan}"`));
    const shared = format.list(stages.map((stage) => `"${stage}"`));
    switch (which) {
      case "chance":
        return plain(
          `${names} all reach their goals with a chance of ${shown}. What is not known of ${shared} is good or bad for all of them at once, so it is not the product of their chances.`,
          `P(all goals): ${shown}`,
        );
      case "atLeast":
        return plain(`${names} all reach their goals with a chance not below ${shown}.`, `≥ ${shown}`);
      case "atMost":
        return plain(
          `${names} all reach their goals with a chance not above ${shown}: all of them together are never surer than the least sure one.`,
          `≤ ${shown}`,
        );
      case "product":
        return plain(
          `If ${names} had nothing in common, all would reach their goals with a chance of ${shown}, the product of their chances.`,
          `product of the chances: ${shown}`,
        );
    }
  },

  "chance-held": ({ chance }: Chance, format: Format): SaidExplanation => {
    const shown = chanceWords(chance, format);
    return plain(
      `The work that is planned today reaches the goal with a chance of ${shown}.`,
      `P(amount ≥ goal): ${shown}`,
    );
  },

  "chance-moved": ({ what, by, chance }: MovedFigures, format: Format): SaidExplanation => {
    const shown = chanceWords(chance, format);
    return plain(
      `With ${by} of ${what}, the work that is planned today reaches the goal with a chance of ${shown}.`,
      `P(amount ≥ goal): ${shown}`,
    );
  },

  "chance-change": (
    { what, by, chance, change }: MovedFigures & { readonly change: number },
    format: Format,
  ): SaidExplanation => {
    const points = format.number(ratio(Math.round(Math.abs(change) * 1e4), 100));
    const [now, then] = [chanceWords(chance - change, format), chanceWords(chance, format)];
    return plain(
      `With ${by} of ${what}, the chance of today's work is ${then} instead of ${now}: ${points} points ${change < 0 ? "less" : "more"}.`,
      `${then} − ${now}`,
    );
  },

  "nearest-chance": ({ chance }: Chance, format: Format): SaidExplanation => {
    const shown = chanceWords(chance, format);
    return plain(
      `With all that can be done as things are, the goal that is asked for is reached with a chance of ${shown}.`,
      `P(amount ≥ goal): ${shown}`,
    );
  },

  "range-level": ({ level }: { level: number }, format: Format): SaidExplanation => {
    const shown = chanceWords(level, format);
    return plain(`Each range holds at least ${shown} of all cases.`, `${shown} of all cases`);
  },

  "forecast-chance": ({ chance, on }: Chance & { on: string | null }, format: Format): SaidExplanation => {
    const shown = chanceWords(chance, format);
    return plain(
      `If work goes on at this pace, what is won ${by(on, format)} is enough for the goal with a chance of ${shown}: that is how often enough units win, when each wins or not by itself.`,
      `P(amount ≥ goal): ${shown}`,
    );
  },

  "forecast-range": (range: RangeFigures, format: Format): SaidExplanation => {
    const show = (value: ExactString): string =>
      range.of === "wins" ? format.plural(value, "win") : amountWords(range.plan, value, format);
    const [low, high] = [show(range.low), show(range.high)];
    const level = chanceWords(range.level, format);
    const end = range.end === "low" ? `${low} is the lower end` : `${high} is the upper end`;
    return plain(
      `${end} of where at least ${level} of all cases lie ${by(range.on, format)}: from ${low} to ${high}.`,
      `P(${low} to ${high}) ≥ ${level}`,
    );
  },
};

function by(on: string | null, format: Format): string {
  return on === null ? "by the period's end" : `by the end of ${format.date(on)}`;
}
