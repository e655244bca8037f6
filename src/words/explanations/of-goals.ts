import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import { goalWords, metricWords, type WithGoal } from "../goal.js";
import { equals, plain, type SaidExplanation } from "./said.js";

/** Numbers of a plan with several goals. */
export const GOALS_SAYINGS = {
  "goal-binds": ({
    goals,
    binds,
  }: {
    readonly goals: readonly WithGoal[];
    readonly binds: number;
  }): SaidExplanation => {
    const names = goals.map(({ goal }) => metricWords(goal.metric));
    const others = names.filter((_name, place) => place !== binds);
    const most = names[binds] ?? "";
    return plain(
      `All numbers are for ${most}: no other goal needs more wins (${others.join(", ")}).`,
      `goal ${binds + 1} of ${names.length}, ${most}`,
    );
  },

  "goal-brought": ({ plan, amount, wins, each, base }: BroughtFigures, format: Format): SaidExplanation => {
    const isLess = base.startsWith("-");
    const beside =
      base === "0"
        ? ""
        : ` ${isLess ? "−" : "+"} ${format.number(isLess ? base.slice(1) : base)} of the base`;
    return {
      text: `${format.plural(wins, "win")} bring ${goalWords(plan, amount, format)}.`,
      formula: equals(`${format.plural(wins, "win")} × ${format.number(each)}${beside}`, amount, format),
    };
  },

  "goal-attainment": (
    { share, amount, goal }: Readonly<Record<"share" | "amount" | "goal", ExactString>>,
    format: Format,
  ): SaidExplanation => ({
    text: `The wins to go for bring ${format.rate(share)} of this goal.`,
    formula: `${format.number(amount)} ÷ ${format.number(goal)} = ${format.rate(share)}`,
  }),

  "goal-outlook": (
    {
      plan,
      amount,
      wins,
    }: { readonly plan: WithGoal; readonly amount: ExactString; readonly wins: ExactString },
    format: Format,
  ): SaidExplanation =>
    plain(
      `${goalWords(plan, amount, format)} can be expected by the period's end, of ${format.plural(wins, "win")} and all else that moves this goal.`,
      `${format.number(amount)}, from ${format.plural(wins, "win")}`,
    ),

  "nearest-share": (
    { share, wins }: { readonly share: ExactString; readonly wins: number },
    format: Format,
  ): SaidExplanation =>
    plain(
      `All goals can be reached to ${format.rate(share)}, with ${format.plural(wins, "win")}.`,
      format.rate(share),
    ),

  "nearest-of-goals": (
    { plan, share, amount, goal }: NearestOfGoalsFigures,
    format: Format,
  ): SaidExplanation => ({
    text: `${goalWords(plan, amount, format)} is ${format.rate(share)} of this goal, in whole steps of its unit.`,
    formula: `${format.number(goal)} × ${format.rate(share)}, rounded down to ${format.number(amount)}`,
  }),
};

/** What wins bring of one of several goals; `base` is what the base adds to it, below 0 what it takes. */
export interface BroughtFigures {
  readonly plan: WithGoal;
  readonly amount: ExactString;
  readonly wins: ExactString;
  readonly each: ExactString;
  readonly base: ExactString;
}

export interface NearestOfGoalsFigures {
  readonly plan: WithGoal;
  readonly share: ExactString;
  readonly amount: ExactString;
  readonly goal: ExactString;
}
