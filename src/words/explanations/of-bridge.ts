import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import { amountWords, type WithGoal } from "../goal.js";
import { equals, type SaidExplanation } from "./said.js";

/** What each step of the bridge is, in a sentence that ends with its figure. */
const STEPS = {
  goal: "The goal itself asks for",
  base: "What the base has on the first day is taken off:",
  churn: "Churn takes away, and must be won back,",
  renewals: "What is not renewed must be won back:",
  expansion: "Expansion of the base helps, and is taken off:",
  contraction: "Contraction of the base takes away, and must be won back,",
  repeat: "Repeat business helps, and is taken off:",
  "new customers lost": "New customers that leave again within the period must be won on top:",
  "already reached": "The goal is passed already, so that nothing must be won; what is to spare counts",
  buffer: "The buffer puts on top",
  chance: "The margin for the chance that is asked for is",
  "fixed costs": "What is paid whatever is won must be earned on top:",
  "given work": "What channels with fixed units cost, less the work that they and open work save, comes to",
  "whole win": "There are only whole wins; rounding up adds",
  "whole units": "Whole units cost a little more than their exact parts; to pay for them takes",
} as const;

type Step = keyof typeof STEPS;

/** How many spans of the period a figure is for; null where it is for the whole period. */
type Spans = { readonly count: ExactString; readonly per: string } | null;

/** How one part of the base's movement comes about; `margin` is null where it plays no part. */
export type Movement =
  | { readonly of: "base"; readonly mrr: ExactString }
  | {
      readonly of: "customers";
      readonly customers: ExactString;
      readonly spans: Spans;
      readonly each: ExactString | null;
    }
  | { readonly of: "mrr"; readonly mrr: ExactString; readonly spans: Spans }
  | { readonly of: "rate"; readonly rate: ExactString; readonly base: ExactString }
  | {
      readonly of: "repeat amount";
      readonly amount: ExactString;
      readonly spans: Spans;
      readonly margin: ExactString | null;
    }
  | {
      readonly of: "repeat customers";
      readonly customers: ExactString;
      readonly spans: Spans;
      readonly value: ExactString;
      readonly margin: ExactString | null;
    }
  | {
      readonly of: "repeat rate";
      readonly rate: ExactString;
      readonly customers: ExactString;
      readonly value: ExactString;
      readonly margin: ExactString | null;
    };

export interface MovedFigures {
  readonly plan: WithGoal;
  readonly item: Step;
  readonly amount: ExactString;
  readonly movement: Movement;
  /** Whether the metric counts by year, and the movement by month. */
  readonly annual: boolean;
}

/** What is up for renewal, and what is not renewed. */
export interface RenewalsFigures {
  readonly plan: WithGoal;
  readonly amount: ExactString;
  /** In what the base counts in: MRR, or customers. */
  readonly renewals: readonly { readonly due: ExactString; readonly rate: ExactString }[];
  readonly annual: boolean;
}

export interface StepFigures {
  readonly item: Step;
  readonly wins: ExactString;
}

/** The steps from the goal's amount to the wins, and the most that may be lost. */
export const BRIDGE_SAYINGS = {
  "goal-step": (
    { plan, amount }: { plan: WithGoal; amount: ExactString },
    format: Format,
  ): SaidExplanation => ({
    text: amountText(plan, "goal", amount, format),
    formula: `${format.number(amount)}, the goal`,
  }),

  "base-step": ({ plan, item, amount, movement, annual }: MovedFigures, format: Format): SaidExplanation => {
    const sign = amount.startsWith("-") ? "0 − " : "";
    const calculation = `${sign}${movementText(movement, format)}${annual ? " × 12 months" : ""}`;
    return { text: amountText(plan, item, amount, format), formula: equals(calculation, amount, format) };
  },

  "step-by-wins": (
    {
      plan,
      item,
      amount,
      wins,
      worth,
    }: StepFigures & { plan: WithGoal; amount: ExactString; worth: ExactString },
    format: Format,
  ): SaidExplanation => ({
    text: amountText(plan, item, amount, format),
    formula: equals(`${format.plural(wins, "win")} × ${format.number(worth)} a win`, amount, format),
  }),

  "wins-of-step": (
    { item, wins, amount, worth }: StepFigures & { amount: ExactString; worth: ExactString },
    format: Format,
  ): SaidExplanation => ({
    text: winsText(item, wins, format),
    formula: equals(`${format.number(amount)} ÷ ${format.number(worth)} a win`, wins, format),
  }),

  "wins-already-reached": (
    { wins, exact }: { wins: ExactString; exact: ExactString },
    format: Format,
  ): SaidExplanation => ({
    text: winsText("already reached", wins, format),
    formula: equals(`0 − ${format.number(exact)} exact wins`, wins, format),
  }),

  "wins-of-buffer": (
    { wins, exact, buffer }: { wins: ExactString; exact: ExactString; buffer: ExactString },
    format: Format,
  ): SaidExplanation => ({
    text: winsText("buffer", wins, format),
    formula: equals(
      `${format.number(exact)} exact wins × ${format.writtenRate(buffer)} buffer`,
      wins,
      format,
    ),
  }),

  "wins-of-chance": ({ wins }: { wins: ExactString }, format: Format): SaidExplanation => ({
    text: winsText("chance", wins, format),
    formula: `${format.plural(wins, "win")}, the least margin whose work reaches the chance`,
  }),

  "wins-to-a-whole": (
    { wins, before, whole }: { wins: ExactString; before: ExactString; whole: ExactString },
    format: Format,
  ): SaidExplanation => ({
    text: winsText("whole win", wins, format),
    formula: equals(`${format.number(whole)} whole wins − ${format.number(before)}`, wins, format),
  }),

  "renewals-step": ({ plan, amount, renewals, annual }: RenewalsFigures, format: Format): SaidExplanation => {
    const sums = renewals.map(
      ({ due, rate }) => `${format.number(due)} × (100% − ${format.writtenRate(rate)} renewed)`,
    );
    const all = annual && sums.length > 1 ? `(${sums.join(" + ")})` : sums.join(" + ");
    return {
      text: amountText(plan, "renewals", amount, format),
      formula: equals(`${all}${annual ? " × 12 months" : ""}`, amount, format),
    };
  },

  "fixed-costs-step": (
    {
      plan,
      amount,
      terms,
    }: { plan: WithGoal; amount: ExactString; terms: readonly { amount: ExactString; name: string }[] },
    format: Format,
  ): SaidExplanation => ({
    text: amountText(plan, "fixed costs", amount, format),
    formula: equals(
      terms.map((term) => `${format.number(term.amount)} ${term.name}`).join(" + "),
      amount,
      format,
    ),
  }),

  "given-work-step": (
    { plan, amount }: { plan: WithGoal; amount: ExactString },
    format: Format,
  ): SaidExplanation => ({
    text: amountText(plan, "given work", amount, format),
    formula: `${format.number(amount)}, the cost of all work − what each win costs × all wins`,
  }),

  "wins-of-whole-units": (
    { wins, all }: { wins: ExactString; all: number },
    format: Format,
  ): SaidExplanation => ({
    text: winsText("whole units", wins, format),
    formula: `${format.plural(wins, "win")}, the least whose profit reaches the goal at ${format.number(all)} wins`,
  }),

  "wins-lost-again": (
    { wins, exact, without }: { wins: ExactString; exact: ExactString; without: ExactString },
    format: Format,
  ): SaidExplanation => ({
    text: winsText("new customers lost", wins, format),
    formula: equals(
      `${format.number(exact)} exact wins − ${format.number(without)} without losses`,
      wins,
      format,
    ),
  }),

  "loss-limit": (
    { atMost, item, isExpected, movement, renewals }: LossLimitFigures,
    format: Format,
  ): SaidExplanation => {
    const what = item === "churned MRR" ? "of MRR may churn" : "customers may churn";
    return {
      text: `${isExpected ? "About" : "At most"} ${format.number(atMost)} ${what} in the period: the number of wins counts on it, and each one more would have to be won on top.`,
      formula: equals(
        [
          ...(movement === null ? [] : [movementText(movement, format)]),
          ...(renewals === null ? [] : [`${format.number(renewals)} not renewed`]),
        ].join(" + "),
        atMost,
        format,
      ),
    };
  },
};

export interface LossLimitFigures {
  readonly atMost: ExactString;
  readonly item: "churned customers" | "churned MRR";
  readonly isExpected: boolean;
  /** Null where the plan writes no churn. */
  readonly movement: Movement | null;
  /** What of it is not renewed; null where nothing is up for renewal. */
  readonly renewals: ExactString | null;
}

function amountText(plan: WithGoal, item: Step, amount: ExactString, format: Format): string {
  return `${STEPS[item]} ${amountWords(plan, amount, format)}.`;
}

function winsText(item: Step, wins: ExactString, format: Format): string {
  return `${STEPS[item]} ${format.plural(wins, "win")}.`;
}

function movementText(movement: Movement, format: Format): string {
  const { number, writtenRate } = format;
  const over = (spans: Spans): string => (spans === null ? "" : ` × ${number(spans.count)} ${spans.per}s`);
  const share = (margin: ExactString | null): string =>
    margin === null ? "" : ` × ${writtenRate(margin)} margin`;
  switch (movement.of) {
    case "base":
      return `${number(movement.mrr)} MRR`;
    case "customers": {
      const each = movement.each === null ? "" : ` × ${number(movement.each)} each`;
      return `${number(movement.customers)} customers${over(movement.spans)}${each}`;
    }
    case "mrr":
      return `${number(movement.mrr)} MRR${over(movement.spans)}`;
    case "rate":
      return `${writtenRate(movement.rate)} × ${number(movement.base)} running base, added up`;
    case "repeat amount":
      return `${number(movement.amount)}${over(movement.spans)}${share(movement.margin)}`;
    case "repeat customers":
      return `${number(movement.customers)} customers${over(movement.spans)} × ${number(movement.value)} each${share(movement.margin)}`;
    case "repeat rate":
      return `${writtenRate(movement.rate)} × ${number(movement.customers)} customers, added up × ${number(movement.value)} each${share(movement.margin)}`;
  }
}
