import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import {
  amountWords,
  changeWords,
  periodWords,
  writtenGoal,
  type ChangeFigures,
  type WithGoal,
} from "../goal.js";
import { equals, equalsUp, plain, type RoundedUp, type SaidExplanation } from "./said.js";

/** The goal, its period, and the wins that it takes. */
export const GOAL_SAYINGS = {
  goal: ({ plan, amount, change }: GoalFigures, format: Format): SaidExplanation => {
    const goal = `The goal is ${writtenGoal(plan, format)} ${periodWords(plan, format)}`;
    return change === null
      ? plain(`${goal}.`, `${format.written(amount)}, the goal`)
      : {
          text: `${goal}: ${changeWords(plan, change, format)}.`,
          formula: changeFormula(change, amount, format),
        };
  },

  "goal-change": (
    { change, figure }: { change: ChangeFigures; figure: "was" | "by" },
    format: Format,
  ): SaidExplanation => {
    const what = change.of === "now" ? "there is now" : "the last period brought";
    const figures = {
      was: { shown: format.written(change.was), of: what },
      by: { shown: format.writtenRate(change.by), of: `the change of what ${what}` },
    };
    const { shown, of } = figures[figure];
    return plain(
      figure === "was"
        ? `The plan says that ${shown} is what ${of}.`
        : `The plan says that ${shown} is ${of}.`,
      `${shown}, as written`,
    );
  },

  "working-days": (
    { days, period }: { days: number; period: { start: string; end: string } | null },
    format: Format,
  ): SaidExplanation => {
    const shown = format.plural(days, "working day");
    return plain(
      period === null
        ? `The period has ${shown}, as the plan says.`
        : `The period from ${format.dateRange(period.start, period.end)} (both included) has ${shown} by the plan's calendar.`,
      shown,
    );
  },

  "plan-number": ({ at, value }: { at: string; value: WrittenFigure }, format: Format): SaidExplanation => {
    const shown = writtenFigure(value, format);
    return plain(`The plan says ${shown} for ${at}.`, `${shown}, as written`);
  },

  "wins-with-margin": (
    { wins, exact, needed, margin, expected }: WinsWithMargin,
    format: Format,
  ): SaidExplanation => ({
    text: `${format.plural(wins, "win")} are expected from the work, because ${format.precise(exact)} meet the goal exactly and a margin of ${format.precise(margin)} makes it as sure as asked${upTo(expected)}.`,
    formula: equalsUp(
      `${format.number(needed)} exact wins + ${format.number(margin)} margin`,
      expected,
      format,
    ),
  }),

  "no-wins-needed": ({ wins }: { wins: number }, format: Format): SaidExplanation =>
    plain(
      `${format.plural(wins, "win")} must come out, because the goal is reached without one.`,
      format.number(wins),
    ),

  "wins-rounded-up": (
    { wins, exact }: { wins: number; exact: RoundedUp },
    format: Format,
  ): SaidExplanation => ({
    text: `${format.plural(wins, "win")} must come out, because ${format.precise(exact.exact)} meet the goal exactly${upTo(exact)}.`,
    formula: equalsUp(`${format.number(exact.exact)} exact wins`, exact, format),
  }),

  "wins-with-units": (
    { wins, exact, units }: { wins: number; exact: ExactString; units: ExactString },
    format: Format,
  ): SaidExplanation => ({
    text: `${format.plural(wins, "win")} must come out, because ${format.precise(exact)} meet the goal exactly, and ${format.plural(units, "win")} more than a whole number of them pay for whole units of work.`,
    formula: `${format.number(wins)} wins, the least whose profit reaches the goal with all units rounded up`,
  }),

  "wins-with-buffer": (
    {
      wins,
      exact,
      buffer,
      padded,
    }: { wins: number; exact: ExactString; buffer: ExactString; padded: RoundedUp },
    format: Format,
  ): SaidExplanation => ({
    text: `${format.plural(wins, "win")} must come out, because ${format.precise(exact)} meet the goal exactly and a buffer of ${format.writtenRate(buffer)} makes them ${format.precise(padded.exact)}${upTo(padded)}.`,
    formula: equalsUp(
      `${format.number(exact)} exact wins × (100% + ${format.writtenRate(buffer)} buffer)`,
      padded,
      format,
    ),
  }),

  "nothing-to-add": ({ exact }: { exact: ExactString }, format: Format): SaidExplanation =>
    plain(
      `${format.plural(exact, "win")} must come out, because nothing has to be added to reach the goal.`,
      "0",
    ),

  "exact-wins": (
    { plan, exact, toWin, each, worth, cost, earned, keep, terms }: ExactWinsFigures,
    format: Format,
  ): SaidExplanation => {
    const summed = sumOf(terms, format);
    const sum = terms.length === 1 ? summed : `(${summed})`;
    const value =
      earned !== null
        ? `(${format.number(earned.monthly)} a month × ${format.number(earned.months)} months)`
        : cost !== null
          ? `(${format.number(cost.brings)} a win − ${format.number(cost.each)} cost of a win)`
          : keep === null
            ? `${format.number(worth)} a win`
            : `(${format.number(worth)} a win × ${format.writtenRate(keep)} kept)`;
    const after =
      earned !== null
        ? `, because one pays for ${format.plural(earned.months, "month")} of the period on average`
        : keep === null
          ? ""
          : ", after those that are lost again";
    return {
      text: `${format.plural(exact, "win")} would meet the goal exactly: ${amountWords(plan, toWin, format)} must be won, and each win adds ${amountWords(plan, each, format)}${after}.`,
      formula: equals(`${sum} ÷ ${value}`, exact, format),
    };
  },
};

/** The goal with its amount, and how that came about; null where it is written as a number. */
export interface GoalFigures {
  readonly plan: WithGoal;
  readonly amount: ExactString;
  readonly change: ChangeFigures | null;
}

function changeFormula({ of, was, by }: ChangeFigures, amount: ExactString, format: Format): string {
  const [shown, share] = [format.written(was), format.writtenRate(by)];
  if (of === "now") return equals(`${shown} × ${share}`, amount, format);
  const factor = by.startsWith("-") ? `100% − ${format.writtenRate(by.slice(1))}` : `100% + ${share}`;
  return equals(`${shown} × (${factor})`, amount, format);
}

/** A figure as the plan writes it; `exact` is null for what is no exact number, such as "40%" or a date. */
export interface WrittenFigure {
  readonly exact: ExactString | null;
  readonly written: string;
}

/** What a plan writes, in the reader's way where it is a number. */
export function writtenFigure({ exact, written }: WrittenFigure, format: Format): string {
  return exact === null ? written : format.written(exact);
}

export interface WinsWithMargin {
  readonly wins: number;
  readonly exact: ExactString;
  /** The exact wins, not below 0. */
  readonly needed: ExactString;
  readonly margin: ExactString;
  readonly expected: RoundedUp;
}

export interface ExactWinsFigures {
  readonly plan: WithGoal;
  readonly exact: ExactString;
  readonly toWin: ExactString;
  readonly each: ExactString;
  readonly worth: ExactString;
  /** Of a profit, what a win brings and what it costs; null where no costs are taken off. */
  readonly cost: { readonly brings: ExactString; readonly each: ExactString } | null;
  /** Of what is earned within the period, what a win pays a month and for how many months on average; null under other metrics. */
  readonly earned: { readonly monthly: ExactString; readonly months: ExactString } | null;
  /** The share of wins that stay; null where all do. */
  readonly keep: ExactString | null;
  /** What adds up to the amount that must be won, the goal first. */
  readonly terms: readonly { readonly amount: ExactString; readonly name: string }[];
}

function upTo({ exact, whole }: RoundedUp): string {
  return exact === whole ? "" : ", rounded up";
}

/** Terms to be added, each with its sign: "10,000 goal + 5,000 churn − 1,200 expansion". */
function sumOf(terms: ExactWinsFigures["terms"], format: Format): string {
  return terms
    .map(({ amount, name }, index) => {
      const isBelow = amount.startsWith("-");
      const sign = index === 0 ? (isBelow ? "−" : "") : isBelow ? " − " : " + ";
      return `${sign}${format.number(isBelow ? amount.slice(1) : amount)} ${name}`;
    })
    .join("");
}
