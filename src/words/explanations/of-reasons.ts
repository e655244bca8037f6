import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import { chanceWords } from "../chance.js";
import { sayFix, type FixData } from "../fixes.js";
import { amountWords, type WithGoal } from "../goal.js";
import { sayReason, type ReasonData } from "../reasons.js";
import { writtenFigure, type WrittenFigure } from "./of-goal.js";
import { equals, plain, type RoundedUp, type SaidExplanation } from "./said.js";

const OF_REASON = {
  seen: "units seen",
  upTo: "the highest rate left open",
  short: "short by",
  budget: "the budget",
  cost: "the cost",
  over: "over by",
  needed: "needed",
  available: "available",
  asked: "asked for",
  reached: "with the plan's own work",
  demand: "asked for in the worst week",
  capacity: "possible in the worst week",
} as const;

const OF_FIX = {
  from: "now",
  to: "then",
  people: "people",
  short: "short",
  weeks: "weeks",
  saved: "work saved",
} as const;

/** Why a goal is out of reach, what is in reach, and what fixes the plan. */
export const REASON_SAYINGS = {
  reason: (
    { reason, figure, value }: { reason: ReasonData; figure: keyof typeof OF_REASON; value: ExactString },
    format: Format,
  ): SaidExplanation => {
    const shown = figure === "upTo" ? format.rate(value) : format.number(value);
    const isShort = figure === "short" && reason.code === "available";
    if (figure === "over" && reason.code === "budget")
      return plain(
        `${sayReason(reason, format)} (${OF_REASON[figure]}: ${shown})`,
        `${format.number(reason.cost)} cost − ${format.number(reason.budget)} budget = ${shown}`,
      );
    if (figure === "cost" && reason.code === "budget")
      return plain(
        `${sayReason(reason, format)} (${OF_REASON[figure]}: ${shown})`,
        `${format.number(reason.budget)} budget + ${format.number(reason.over)} over = ${shown}`,
      );
    return plain(
      `${sayReason(reason, format)} (${OF_REASON[figure]}: ${shown})`,
      isShort
        ? `${format.number(reason.needed)} needed − ${format.number(reason.available)} available = ${shown}`
        : shown,
    );
  },

  "reason-chance": (
    { reason, figure, chance }: { reason: ReasonData; figure: "asked" | "reached"; chance: number },
    format: Format,
  ): SaidExplanation => {
    const shown = chanceWords(chance, format);
    return plain(`${sayReason(reason, format)} (${OF_REASON[figure]}: ${shown})`, shown);
  },

  "nearest-amount": (
    { plan, amount, wins, goal }: { plan: WithGoal; wins: number } & Record<"amount" | "goal", ExactString>,
    format: Format,
  ): SaidExplanation =>
    plain(
      `${amountWords(plan, amount, format)} can be reached as things are, with ${format.plural(wins, "win")}; the goal is ${amountWords(plan, goal, format)}.`,
      `${format.number(amount)} at most`,
    ),

  "nearest-wins": ({ wins, calculation }: NearestFigures, format: Format): SaidExplanation => {
    const shown = format.plural(wins, "win");
    const text = `${shown} are what the nearest goal takes, and as many as can be reached.`;
    if (calculation === null) return plain(text, shown);
    const { amount, each, buffer, padded } = calculation;
    const more = buffer === null ? "" : ` × (100% + ${format.writtenRate(buffer)} buffer)`;
    const rounded = padded.exact === padded.whole ? "" : `, rounded up to ${format.number(padded.whole)}`;
    const worked = equals(
      `${format.number(amount)} ÷ ${format.number(each)} a win${more}`,
      padded.exact,
      format,
    );
    return plain(text, `${worked}${rounded}`);
  },

  fix: (
    { fix, figure, value }: { fix: FixData; figure: keyof typeof OF_FIX; value: WrittenFigure },
    format: Format,
  ): SaidExplanation => {
    const shown = writtenFigure(value, format);
    return plain(`${sayFix(fix, format)} (${OF_FIX[figure]}: ${shown})`, shown);
  },
};

export interface NearestFigures {
  readonly wins: number;
  /** How they come about; null where a win adds nothing, or none is needed. */
  readonly calculation: {
    readonly amount: ExactString;
    readonly each: ExactString;
    readonly buffer: ExactString | null;
    readonly padded: RoundedUp;
  } | null;
}
