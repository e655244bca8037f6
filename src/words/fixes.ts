import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";
import { daySchema } from "../plan/dates.js";
import { dealValueSchema, parseDealValue } from "../plan/deal-value.js";
import { goalAmountSchema, parseGoalAmount } from "../plan/goal-amount.js";
import { goalsItemSchema } from "../plan/goal.js";
import { parseProportion, parseRate, proportionSchema, rateSchema } from "../plan/rate.js";
import { EVENLY } from "../plan/renewals.js";
import { fieldsOf } from "../schema/fields.js";
import { given } from "../schema/given.js";
import type { Path } from "../schema/issue.js";
import { list } from "../schema/kinds.js";
import { parseQuantity, quantitySchema } from "../schema/quantity.js";
import { metricWords } from "./goal.js";

/** Which number a fix changes, and what its sentence names. */
export type FixKind =
  | {
      readonly code: "lower-goal";
      /** Where the goal holds for each month: it is that of each. */
      readonly every?: "month";
    }
  | { readonly code: "lower-goals" }
  | {
      readonly code: "raise-rate";
      /** The stage whose rate it is. */
      readonly stage: string;
    }
  | { readonly code: "lower-chance" }
  | {
      readonly code: "larger-sample";
      /** The stage whose rate would be known better. */
      readonly stage: string;
      /** How many units of new work that would save, over all sources; 0 or below where no amount of it is enough now. */
      readonly saved: number;
    }
  | { readonly code: "raise-margin" }
  | { readonly code: "raise-commission" }
  | { readonly code: "raise-value" }
  | { readonly code: "lower-buffer" }
  | { readonly code: "lower-churn" }
  | { readonly code: "lower-churn-rate" }
  | { readonly code: "lower-new-customer-loss" }
  | {
      readonly code: "raise-renewal";
      /** When these contracts end, as the plan writes it. */
      readonly due: string;
    }
  | {
      readonly code: "more-units";
      /** The channel that brings them. */
      readonly channel: string;
    }
  | {
      readonly code: "longer-list";
      /** The stage whose list it is. */
      readonly stage: string;
      /** How many are missing. */
      readonly short: ExactString;
    }
  | {
      readonly code: "higher-budget";
      /** Whose budget it is. */
      readonly of: "plan" | "team" | "channel";
      /** The team or the channel; null for the plan. */
      readonly name: string | null;
    }
  | { readonly code: "start-earlier" }
  | { readonly code: "end-later" }
  | {
      readonly code: "begin-later";
      /** By how many weeks the whole plan moves. */
      readonly weeks: number;
    }
  | {
      readonly code: "later-task";
      /** The task. */
      readonly task: string;
    }
  | {
      readonly code: "larger-team";
      /** The team. */
      readonly team: string;
    }
  | {
      readonly code: "more-people";
      /** The team. */
      readonly team: string;
      /** How many new people. */
      readonly people: number;
      /** The last day on which they can start. */
      readonly starts: string;
      /** Whether they come up to speed by a ramp, which is counted. */
      readonly ramp: boolean;
    }
  | {
      readonly code: "fewer-minutes";
      /** The activity. */
      readonly activity: string;
    }
  | {
      readonly code: "higher-limit";
      /** The team. */
      readonly team: string;
      /** The activity of which a person may do more. */
      readonly activity: string;
    };

/** A fix before it is said. */
export type FixData = FixKind & {
  /** The number to change. */
  readonly path: Path;
  /** What the plan says now; null where it says nothing. */
  readonly from: unknown;
  /** What would do. */
  readonly to: unknown;
};

/** One change that would do, all else as written; `code` tells the kinds apart. */
export type Fix = FixData & {
  /** The change in a sentence. */
  readonly text: string;
};

/**
 * A fix in a sentence: what to change, from what, to what.
 *
 * @example
 * ```ts
 * const fix = { code: "raise-rate", stage: "demo", path: ["funnel", 0, "rate"], from: "25%", to: "1/3" } as const;
 * sayFix(fix, plainFormat); // => 'Raise the rate of "demo" from 25% to 1/3.'
 * ```
 */
export function sayFix(fix: FixData, format: Format): string {
  const { number, writtenMoney, written } = format;
  const quantity = (value: unknown) => written(parseQuantity(given(quantitySchema, value)));
  const dealValue = (value: unknown) => writtenMoney(parseDealValue(given(dealValueSchema, value)).mean);
  const rate = (value: unknown) => format.writtenRate(parseRate(given(rateSchema, value ?? 0)));
  const share = (value: unknown) => format.writtenRate(parseProportion(given(proportionSchema, value)));
  const date = (value: unknown) => format.date(given(daySchema, value));
  const moved = (what: string, show: (value: unknown) => string) =>
    `${what} from ${show(fix.from)} to ${show(fix.to)}.`;
  switch (fix.code) {
    case "lower-goal":
      return moved(fix.every === undefined ? "Lower the goal" : "Lower the goal of each month", (amount) =>
        written(parseGoalAmount(given(goalAmountSchema, amount)).amount),
      );
    case "lower-goals":
      return `Lower all goals alike: ${lowered(fix, format).join(", ")}.`;
    case "raise-rate":
      return moved(`Raise the rate of "${fix.stage}"`, rate);
    case "lower-chance":
      return `Settle for a chance of ${rate(fix.to)} instead of ${rate(fix.from)}.`;
    case "larger-sample": {
      const seen = (sample: unknown) => quantity(fieldsOf(sample)["of"]);
      const known = `Know the rate of "${fix.stage}" better: seen in ${seen(fix.to)} units instead of ${seen(fix.from)}`;
      return fix.saved > 0
        ? `${known}, it would take ${format.plural(fix.saved, "unit")} of work less.`
        : `${known}, the chance can be reached.`;
    }
    case "raise-margin":
      return moved("Raise the margin", rate);
    case "raise-commission":
      return moved("Raise the commission", rate);
    case "raise-value":
      return moved("Raise the deal value", dealValue);
    case "lower-buffer":
      return moved("Lower the buffer", share);
    case "lower-churn":
      return moved("Lower churn", quantity);
    case "lower-churn-rate":
      return moved("Lower churn", rate);
    case "lower-new-customer-loss":
      return moved("Lower the share of new customers lost again", rate);
    case "raise-renewal": {
      const due = fix.due === EVENLY ? "evenly through the period" : fix.due;
      return `Renew ${rate(fix.to)} instead of ${rate(fix.from)} of what is due ${due}.`;
    }
    case "more-units":
      return `Let the channel "${fix.channel}" bring ${quantity(fix.to)} units instead of ${quantity(fix.from)}.`;
    case "longer-list":
      return `Find ${format.plural(fix.short, "more unit")} for "${fix.stage}": ${quantity(fix.to)} in all.`;
    case "higher-budget": {
      const whose = fix.name === null ? "" : ` of ${fix.of} "${fix.name}"`;
      return `Raise the budget${whose} from ${quantity(fix.from)} to ${quantity(fix.to)}.`;
    }
    case "start-earlier":
      return `Start the work by ${date(fix.to)}.`;
    case "end-later":
      return `Let the period end on ${date(fieldsOf(fix.to)["end"])} or later.`;
    case "begin-later": {
      const { start, end } = fieldsOf(fix.to);
      return `Begin ${format.plural(fix.weeks, "week")} later, on ${date(start)}, and end on ${date(end)}.`;
    }
    case "later-task":
      return `Let "${fix.task}" be done by ${date(fix.to)} instead of ${date(fix.from)}.`;
    case "larger-team":
      return `Give team "${fix.team}" ${quantity(fix.to)} people instead of ${quantity(fix.from ?? 0)}.`;
    case "more-people": {
      const who =
        fix.people === 1 ? "1 more person who starts" : `${number(fix.people)} more people who start`;
      return `Give team "${fix.team}" ${who} by ${format.date(fix.starts)}${fix.ramp ? " (their ramp counted)" : ""}.`;
    }
    case "fewer-minutes":
      return `Take ${quantity(fix.to)} minutes instead of ${quantity(fix.from)} for "${fix.activity}".`;
    case "higher-limit":
      return `Let each person of team "${fix.team}" do ${quantity(fix.to)} × "${fix.activity}" a day instead of ${quantity(fix.from)}.`;
  }
}

/** Each of several goals from what it is to what it becomes: "revenue from 60,000 to 50,000". */
function lowered({ from, to }: FixData, { written }: Format): string[] {
  const goals = list(goalsItemSchema);
  const after = given(goals, to);
  return given(goals, from).map(({ metric, amount }, place) => {
    const [was, is] = [amount, after[place]?.amount].map((each) => written(parseGoalAmount(each).amount));
    return `${metricWords(metric)} from ${was} to ${is}`;
  });
}
