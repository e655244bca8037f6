import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import { amountWords, goalWords, type WithGoal } from "../goal.js";
import { equals, named, plain, type SaidExplanation } from "./said.js";

/** What a customer is worth: by month over its lifetime, or once. */
export interface LtvFigures {
  readonly ltv: ExactString;
  readonly each: ExactString;
  /** Months of a lifetime; null where the deal is paid once. */
  readonly months: ExactString | null;
  /** Null where the plan gives none. */
  readonly margin: ExactString | null;
}

/** What winning costs and is worth, and what open work carries of the goal. */
export const MONEY_SAYINGS = {
  "total-cost": (
    { cost, parts }: { cost: ExactString; parts: readonly ExactString[] },
    format: Format,
  ): SaidExplanation => ({
    text: `The work costs ${format.number(cost)}, all activities together.`,
    formula: equals(parts.map((part) => format.number(part)).join(" + "), cost, format),
  }),

  cac: (
    { cac, cost, wins }: Record<"cac" | "cost" | "wins", ExactString>,
    format: Format,
  ): SaidExplanation => {
    const won = format.plural(wins, "win");
    return {
      text: `Winning one customer costs ${format.number(cac)}: ${format.number(cost)} for ${won}.`,
      formula: equals(`${format.number(cost)} ÷ ${won}`, cac, format),
    };
  },

  payback: (
    { months, cac, monthly }: Record<"months" | "cac" | "monthly", ExactString>,
    format: Format,
  ): SaidExplanation => ({
    text: `A customer has paid back what winning it cost after ${format.plural(months, "month")}: ${format.number(cac)}, at ${format.number(monthly)} a month.`,
    formula: equals(`${format.number(cac)} ÷ ${format.number(monthly)} a month`, months, format),
  }),

  ltv: ({ ltv, each, months, margin }: LtvFigures, format: Format): SaidExplanation => {
    const share = margin === null ? "" : ` × ${format.writtenRate(margin)} margin`;
    const value = format.number(each);
    const how = months === null ? "once" : `over ${format.plural(months, "month")}`;
    return {
      text: `A customer is worth ${format.number(ltv)} ${how}.`,
      formula: equals(
        months === null
          ? `${value} a deal${share}`
          : `${value} a month${share} × ${format.plural(months, "month")}`,
        ltv,
        format,
      ),
    };
  },

  "ltv-to-cac": (
    { times, ltv, cac }: Record<"times" | "ltv" | "cac", ExactString>,
    format: Format,
  ): SaidExplanation => ({
    text: `A customer is worth ${format.number(times)} times what winning it costs.`,
    formula: equals(`${format.number(ltv)} ÷ ${format.number(cac)}`, times, format),
  }),

  "gross-retention": (
    { share, base, lost, isAllLost }: Record<"share" | "base" | "lost", ExactString> & { isAllLost: boolean },
    format: Format,
  ): SaidExplanation => ({
    text: `${format.rate(share)} of the base's recurring revenue is left at the period's end, without expansion.`,
    formula: isAllLost
      ? "0%, more is lost than there was"
      : `(${format.number(base)} − ${format.number(lost)} lost) ÷ ${format.number(base)} = ${format.rate(share)}`,
  }),

  "net-retention": (
    { share, base, lost, grown }: Record<"share" | "base" | "lost" | "grown", ExactString>,
    format: Format,
  ): SaidExplanation => ({
    text: `${format.rate(share)} of the base's recurring revenue is left at the period's end, with expansion.`,
    formula: `(${format.number(base)} − ${format.number(lost)} lost + ${format.number(grown)} expansion) ÷ ${format.number(base)} = ${format.rate(share)}`,
  }),

  "quick-ratio": ({ quick, parts }: QuickFigures, format: Format): SaidExplanation => ({
    text: `${format.number(quick)} times as much recurring revenue comes in as is lost.`,
    formula:
      parts === null
        ? format.number(quick)
        : equals(
            `(${format.plural(parts.wins, "win")} × ${format.number(parts.monthly)} + ${format.number(parts.grown)} expansion) ÷ ${format.number(parts.lost)} lost`,
            quick,
            format,
          ),
  }),

  "pipeline-wins": ({ wins }: { wins: ExactString }, format: Format): SaidExplanation =>
    plain(
      `${format.plural(wins, "win")} can be expected from open work within the period, by how long each unit has been open.`,
      format.plural(wins, "win"),
    ),

  "pipeline-average-wins": ({ wins }: { wins: ExactString }, format: Format): SaidExplanation =>
    plain(
      `${format.plural(wins, "average win")} can be expected from open work: each deal counts by its value in average deals.`,
      format.plural(wins, "average win"),
    ),

  "pipeline-amount": (
    { plan, amount, wins, worth }: { plan: WithGoal } & Record<"amount" | "wins" | "worth", ExactString>,
    format: Format,
  ): SaidExplanation => {
    const average = format.plural(wins, "average win");
    return {
      text: `${goalWords(plan, amount, format)} can be expected from open work: ${average}, each of which adds ${amountWords(plan, worth, format)}.`,
      formula: equals(`${average} × ${format.number(worth)}`, amount, format),
    };
  },

  "remaining-none": ({ wins, expected }: RemainingFigures, format: Format): SaidExplanation =>
    plain(
      `0 wins must come from new work: open work is expected to bring ${format.number(expected)}, and ${format.number(wins)} are needed.`,
      "0",
    ),

  remaining: (
    { wins, expected, still, left }: RemainingFigures & Record<"still" | "left", ExactString>,
    format: Format,
  ): SaidExplanation => ({
    text: `${format.plural(still, "win")} must come from new work: ${format.number(wins)} are needed, and open work is expected to bring ${format.number(expected)}.`,
    formula: equals(`${format.plural(wins, "win")} − ${format.number(expected)} of open work`, left, format),
  }),

  "overdue-item": (
    { item, stage, entered }: { item: number; stage: string; entered: string | null },
    format: Format,
  ): SaidExplanation => {
    const since = entered === null ? "" : `, which entered on ${format.date(entered)},`;
    return plain(
      `Item ${format.number(item)} (counted from 0) of the open work at ${named(stage)}${since} should have gone on before; it counts for nothing.`,
      format.number(item),
    );
  },
};

export interface QuickFigures {
  readonly quick: ExactString;
  /** Null where they do not make up the ratio by themselves. */
  readonly parts: Readonly<Record<"wins" | "monthly" | "grown" | "lost", ExactString>> | null;
}

export interface RemainingFigures {
  readonly wins: number;
  readonly expected: ExactString;
}
