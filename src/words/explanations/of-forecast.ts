import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import type { Metric } from "../../plan/metric.js";
import { amountWords, goalWords, type WithGoal } from "../goal.js";
import { equals, named, plain, type SaidExplanation } from "./said.js";

/** What an amount holds beside its wins, by metric; else what the base does. */
const BESIDE: Readonly<Partial<Record<Metric, string>>> = {
  // A profit pays for the planned work; all other metrics leave that out.
  profit: "costs",
  "revenue-earned": "the days of wins",
};

const FROM = {
  won: "have been won so far, as the snapshot says",
  pipeline: "can be expected from the work that is under way, by how long each unit has been in its stage",
  pace: "can be expected from the work that is still to be started at the pace",
} as const;

const HEALTH = {
  coverage: "times what the goal still needs is open",
  neededCoverage:
    "times what the goal still needs must be open for open work alone to carry it: that much is open for each that is expected in time",
  velocity: "a day is what the open work earns over the mean length of the longest path",
} as const;

/** Wins, wins by the value of deals, or what they are worth. */
export interface ExpectedFigures {
  readonly plan: WithGoal;
  readonly of: "wins" | "averageWins" | "amount";
  readonly value: ExactString;
}

export interface AmountFigures {
  readonly plan: WithGoal;
  /** The day; null for the period's end. */
  readonly on: string | null;
  readonly amount: ExactString;
  readonly wins: ExactString;
  readonly each: ExactString;
  /** What the base and deals that are not average add; null where that is nothing. */
  readonly rest: ExactString | null;
}

export interface MonthFigures {
  readonly plan: WithGoal;
  readonly month: string;
  readonly way: "atPace" | "asPlanned";
  readonly amount: ExactString;
  /** What its own wins bring. */
  readonly brought: ExactString;
  /** What the base adds, below 0 what it takes; null where that is nothing. */
  readonly beside: ExactString | null;
}

export interface EntriesFigures {
  readonly stage: string;
  /** The day; null for the period's end. */
  readonly on: string | null;
  readonly entries: ExactString;
  readonly soFar: ExactString;
  readonly more: ExactString;
}

export interface LateFigures {
  readonly of: "item" | "value";
  readonly value: ExactString;
  readonly item: number | null;
  readonly stage: string;
  /** The day on which it was expected; null for an item that is overdue. */
  readonly expected: string | null;
}

/** Where the work so far leads. */
export const FORECAST_SAYINGS = {
  "forecast-wins": (
    { wins, won, pipeline, pace }: Record<"wins" | "won" | "pipeline" | "pace", ExactString>,
    format: Format,
  ): SaidExplanation => ({
    text: `${format.plural(wins, "win")} can be expected by the period's end: ${format.number(won)} so far, ${format.number(pipeline)} of work under way and ${format.number(pace)} of work still to be started.`,
    formula: equals(
      `${format.number(won)} won + ${format.number(pipeline)} under way + ${format.number(pace)} to be started`,
      wins,
      format,
    ),
  }),

  "forecast-wins-from": (
    { from, wins }: { from: keyof typeof FROM; wins: ExactString },
    format: Format,
  ): SaidExplanation => plain(`${format.plural(wins, "win")} ${FROM[from]}.`, format.plural(wins, "win")),

  "forecast-wins-by": ({ on, wins }: { on: string; wins: ExactString }, format: Format): SaidExplanation =>
    plain(
      `${format.plural(wins, "win")} can be expected by the end of ${format.date(on)}, those that were won before among them.`,
      format.plural(wins, "win"),
    ),

  "forecast-amount": (
    { plan, on, amount, wins, each, rest }: AmountFigures,
    format: Format,
  ): SaidExplanation => {
    const won = format.plural(wins, "win");
    const isLess = rest?.startsWith("-") === true;
    const size = isLess ? rest.slice(1) : rest;
    const beside = BESIDE[plan.goal.metric] ?? "the base";
    const more =
      size === null
        ? ""
        : ` ${isLess ? "−" : "+"} ${format.number(size)} of ${beside} and of deals that are not average`;
    const also = rest === null ? "" : `, and what ${beside} and deals of another size make of it`;
    const by = on === null ? "the period's end" : format.date(on);
    return {
      text: `${goalWords(plan, amount, format)} can be expected by ${by}: ${won}, each of which adds ${amountWords(plan, each, format)}${also}.`,
      formula: equals(`${won} × ${format.number(each)}${more}`, amount, format),
    };
  },

  "forecast-attainment": (
    { share, amount, goal }: Record<"share" | "amount" | "goal", ExactString>,
    format: Format,
  ): SaidExplanation => ({
    text: `${format.rate(share)} of the goal can be expected by the period's end.`,
    formula: equals(`${format.number(amount)} expected ÷ ${format.number(goal)} of the goal`, share, format),
  }),

  "forecast-month": (
    { plan, month, way, amount, brought, beside }: MonthFigures,
    format: Format,
  ): SaidExplanation => {
    const isLess = beside?.startsWith("-") === true;
    const size = beside === null ? null : format.number(isLess ? beside.slice(1) : beside);
    const base = size === null ? "" : ` ${isLess ? "−" : "+"} ${size} of the base`;
    const also = size === null ? "" : `, less or more by what the base does in it`;
    const how = way === "atPace" ? "at the pace of the forecast" : "if the rest is done as planned";
    return {
      text: `${goalWords(plan, amount, format)} can be expected of ${month} ${how}: what its own wins bring${also}.`,
      formula: equals(`${format.number(brought)} of its wins${base}`, amount, format),
    };
  },

  "forecast-after-end": (expected: ExpectedFigures, format: Format): SaidExplanation =>
    plain(
      `${expectedText(expected, format)} can be expected after the period's end, from work that is done until then.`,
      expectedText(expected, format),
    ),

  "entries-so-far": (
    { stage, entries }: { stage: string; entries: ExactString },
    format: Format,
  ): SaidExplanation =>
    plain(
      `${format.plural(entries, "unit")} have entered ${named(stage)} so far, as the snapshot says.`,
      format.plural(entries, "unit"),
    ),

  "entries-expected": (
    { stage, on, entries, soFar, more }: EntriesFigures,
    format: Format,
  ): SaidExplanation => {
    const by = on === null ? "the period's end" : `the end of ${format.date(on)}`;
    return {
      text: `${format.plural(entries, "unit")} will have entered ${named(stage)} by ${by}: ${format.number(soFar)} so far, and ${format.number(more)} to come.`,
      formula: equals(`${format.number(soFar)} so far + ${format.number(more)} to come`, entries, format),
    };
  },

  "pipeline-in-month": (
    { month, ...expected }: ExpectedFigures & { month: string },
    format: Format,
  ): SaidExplanation =>
    plain(
      `${expectedText(expected, format)} can be expected from the open work in ${format.month(month)}, each deal weighted by its chance to be won then.`,
      expectedText(expected, format),
    ),

  "pipeline-in-time": (expected: ExpectedFigures, format: Format): SaidExplanation =>
    plain(
      `${expectedText(expected, format)} can be expected within the period from what is under way, each deal weighted by its chance to be won by then.`,
      expectedText(expected, format),
    ),

  "under-way": ({ units }: { units: ExactString }, format: Format): SaidExplanation =>
    plain(
      `${format.plural(units, "unit")} are under way in the stages of the funnel.`,
      format.plural(units, "unit"),
    ),

  "under-way-value": (
    { plan, value }: { plan: WithGoal; value: ExactString },
    format: Format,
  ): SaidExplanation =>
    plain(
      `${amountWords(plan, value, format)} is what everything under way would be worth if all of it were won.`,
      amountWords(plan, value, format),
    ),

  "pipeline-health": (
    { figure, value }: { figure: keyof typeof HEALTH; value: ExactString },
    format: Format,
  ): SaidExplanation => plain(`${format.number(value)} ${HEALTH[figure]}.`, format.number(value)),

  "late-item": ({ of, value, item, stage, expected }: LateFigures, format: Format): SaidExplanation => {
    const shown = format.number(value);
    const said =
      expected === null ? "has been there too long to count" : `was expected on ${format.date(expected)}`;
    const place = `(counted from 0) of the open work at ${named(stage)}`;
    return plain(
      of === "value"
        ? `${shown} is what item ${format.number(item ?? 0)} ${place} is worth; it ${said}.`
        : `Item ${shown} ${place} ${said}.`,
      shown,
    );
  },

  "pace-days": ({ days }: { days: number }, format: Format): SaidExplanation =>
    plain(
      `The pace is the average of ${format.plural(days, "working day")}: as many as were asked for, or as there were since work began.`,
      format.plural(days, "working day"),
    ),
};

function expectedText({ plan, of, value }: ExpectedFigures, format: Format): string {
  if (of === "wins") return format.plural(value, "win");
  if (of === "averageWins") return format.plural(value, "average win");
  return amountWords(plan, value, format);
}
