import type { Format } from "../format/format.js";
import { decodeExact, type ExactString } from "../number/exact-string.js";
import { isPositive } from "../number/ratio.js";
import type { Metric } from "../plan/metric.js";
import type { Path } from "../schema/issue.js";
import { chanceWords } from "./chance.js";
import { metricWords } from "./goal.js";

interface ReasonOf<Code extends string> {
  /** Tells the kinds of reason apart. */
  readonly code: Code;
  /** Where in the plan the reason stands. */
  readonly path: Path;
  /** The reason in a sentence, with its figures. */
  readonly text: string;
}

/** A stage must pass units on, and its rate is 0. */
export interface ZeroRateReason extends ReasonOf<"zero-rate"> {
  /** The stage whose rate is 0. */
  readonly stage: string;
  /** How many units were seen, none of which went on; only where the rate is a sample. */
  readonly seen?: ExactString;
  /**
   * The highest rate that is left open, where the plan does not say 0 as a fact: the upper end of its range; of a sample the
   * rate at which all of them would stay behind in one of 20 cases, 1 − 0.05^(1 ÷ seen), rounded up to a tenth of a per cent.
   */
  readonly upTo?: ExactString;
}

/** A win adds nothing to the metric, and something must be added. */
export interface NoValueReason extends ReasonOf<"no-value"> {
  /** The metric that must grow. */
  readonly metric: Metric;
  /** What must be added, in the metric's unit. */
  readonly short: ExactString;
  /** Whether a win is worth nothing, costs what it brings or more, or every new customer is lost again within the period. */
  readonly cause: "worth nothing" | "costs too much" | "lost again";
}

/** A list is too short for the units that must enter a stage. */
export interface AvailableReason extends ReasonOf<"available"> {
  /** The stage whose list is too short. */
  readonly stage: string;
  /** How many units must enter. */
  readonly needed: number;
  /** How many there are. */
  readonly available: ExactString;
  /** Needed − available. */
  readonly short: ExactString;
}

/** Nothing that is started on a working day from workFrom on can land in the period. */
export interface NoTimeReason extends ReasonOf<"no-time"> {
  /** The stage where work would begin. */
  readonly stage: string;
  /** The last day on which it could have been started; null where no day is early enough. */
  readonly lastDay: string | null;
  /** The first and the last day of the month concerned; only where the goal holds for each month. */
  readonly month?: {
    /** Its first day. */
    readonly start: string;
    /** Its last day. */
    readonly end: string;
  };
}

/** A team is asked for more than it can do. */
export interface CapacityReason extends ReasonOf<"capacity"> {
  /** The team. */
  readonly team: string;
  /** What is short: "minutes", or the activity that has a most per day. */
  readonly of: string;
  /** The Mondays of the weeks concerned; "period" without dates, the date itself for a task. */
  readonly weeks: readonly string[];
  /** How many minutes or units too many, in all these weeks. */
  readonly short: ExactString;
  /** The week in which most is short. */
  readonly worst: {
    /** Its Monday. */
    readonly week: string;
    /** What is asked for. */
    readonly demand: ExactString;
    /** What the team can do. */
    readonly capacity: ExactString;
  };
  /** The activity, habit or task that asks for most. */
  readonly activity: string;
  /** Of a task that cannot be done by its date: the task that it waits for, and until when. Absent for all else. */
  readonly waits?: {
    /** The task that must be done before; null where it waits for none. */
    readonly after: string | null;
    /** The first day on which it can be worked on; null where that is after the period. */
    readonly until: string | null;
  };
}

/** No amount of new work makes the goal as sure as the plan asks, though nothing else is in the way. */
export interface ChanceReason extends ReasonOf<"chance"> {
  /** The chance that the plan asks for, from 0 to 1. */
  readonly asked: number;
  /** The chance that the plan's own work has; null where it is not known. */
  readonly reached: number | null;
}

/** The work costs more than the plan, a team or a channel may cost. */
export interface BudgetReason extends ReasonOf<"budget"> {
  /** Whose budget it is. */
  readonly of: "plan" | "team" | "channel";
  /** The team or the channel; null for the plan. */
  readonly name: string | null;
  /** The most that it may cost. */
  readonly budget: ExactString;
  /** What it costs, in whole units. */
  readonly cost: ExactString;
  /** Cost − budget. */
  readonly over: ExactString;
}

/** Why a plan cannot be reached; `code` tells the kinds apart. */
export type Reason =
  | ZeroRateReason
  | NoValueReason
  | AvailableReason
  | NoTimeReason
  | CapacityReason
  | ChanceReason
  | BudgetReason;

/** A reason before it is said. */
export type ReasonData =
  | Omit<ZeroRateReason, "text">
  | Omit<NoValueReason, "text">
  | Omit<AvailableReason, "text">
  | Omit<NoTimeReason, "text">
  | Omit<CapacityReason, "text">
  | Omit<ChanceReason, "text">
  | Omit<BudgetReason, "text">;

/**
 * Why a plan cannot be reached, in a sentence.
 *
 * @example
 * ```ts
 * const reason = { code: "available", path: ["funnel", 0, "available"], stage: "demo", needed: 40, available: "30", short: "10" } as const;
 * sayReason(reason, plainFormat); // => '"demo" needs 40 units, and only 30 are available: 10 short.'
 * ```
 */
export function sayReason(reason: ReasonData, format: Format): string {
  switch (reason.code) {
    case "zero-rate":
      return zeroRateText(reason, format);
    case "no-value":
      return noValueText(reason, format);
    case "available": {
      const { stage, needed, available, short } = reason;
      return `"${stage}" needs ${format.plural(needed, "unit")}, and only ${format.written(available)} are available: ${format.number(short)} short.`;
    }
    case "no-time":
      return `Nothing new that starts at "${reason.stage}" can be won ${withinText(reason, format)}: ${lastDayText(reason.lastDay, format)}.`;
    case "chance": {
      const { asked, reached } = reason;
      const has = reached === null ? "" : `; the plan's own work has ${chanceWords(reached, format)}`;
      return `No amount of new work makes the goal ${chanceWords(asked, format)} sure${has}.`;
    }
    case "budget":
      return budgetText(reason, format);
    case "capacity":
      return reason.waits === undefined
        ? overloadText(reason, format)
        : taskText(reason, reason.waits, format);
  }
}

/** That none of a few went on is no proof that none ever will. */
function zeroRateText({ stage, seen, upTo }: Omit<ZeroRateReason, "text">, format: Format): string {
  const zero = format.rate(0);
  if (upTo === undefined)
    return `No unit ever goes on from "${stage}", because its rate is ${zero}; no number of entries is enough.`;
  const from =
    seen === undefined
      ? `The rate of "${stage}" is planned as ${zero}`
      : `None of the ${format.plural(seen, "unit")} seen at "${stage}" went on`;
  return `${from}; at ${zero} no number of entries is enough, but it may be up to ${format.rate(upTo)}.`;
}

function noValueText({ metric, short, cause }: Omit<NoValueReason, "text">, format: Format): string {
  const what = NO_VALUE[cause];
  // Only a profit falls short of what level work reaches: whole units cost more.
  if (!isPositive(decodeExact(short)))
    return `Done in whole units, the work costs more than is left for it, and ${what}, so no number of wins is enough.`;
  return `The ${metricWords(metric)} must grow by ${format.number(short)}, and ${what}, so no number of wins is enough.`;
}

function budgetText({ of, name, budget, cost, over }: Omit<BudgetReason, "text">, format: Format): string {
  const whose = name === null ? "The plan" : `${of === "team" ? "Team" : "Channel"} "${name}"`;
  return `${whose} costs ${format.money(cost)}, and the budget is ${format.money(budget)}: ${format.money(over)} too much.`;
}

const NO_VALUE = {
  "worth nothing": "a win adds nothing to it",
  "costs too much": "a win costs what its margin brings, or more",
  "lost again": "every new customer is lost again within the period",
} as const;

function withinText({ month }: Omit<NoTimeReason, "text">, format: Format): string {
  return month === undefined
    ? "in the period"
    : `in the month from ${format.dateRange(month.start, month.end)}`;
}

function lastDayText(lastDay: string | null, format: Format): string {
  return lastDay === null
    ? "no working day would do"
    : `the last day on which it could start was ${format.date(lastDay)}`;
}

function overloadText(reason: Omit<CapacityReason, "text">, format: Format): string {
  const { team, of, weeks, short, worst, activity } = reason;
  const unit = of === "minutes" ? "minutes" : `× ${of}`;
  const asked = `${format.number(worst.demand)} of ${format.number(worst.capacity)} ${unit}`;
  const over = format.number(short);
  if (weeks[0] === "period")
    return `Team "${team}" is asked for ${asked} over the period: ${over} too many, mostly for "${activity}".`;
  const [first = "", last = ""] = [weeks[0], weeks.at(-1)];
  const when =
    weeks.length === 1
      ? `in the week of ${format.date(first)}`
      : `in ${format.number(weeks.length)} weeks from ${format.date(first)} to ${format.date(last)}`;
  return `Team "${team}" is over its limit ${when}: in the worst it is asked for ${asked}; ${over} too many in all, mostly for "${activity}".`;
}

function taskText(
  { team, worst, activity, short }: Omit<CapacityReason, "text">,
  { after, until }: NonNullable<CapacityReason["waits"]>,
  format: Format,
): string {
  const waits =
    after === null
      ? ""
      : until === null
        ? `, and "${after}" is not done before the period ends`
        : `, and it waits for "${after}" until ${format.date(until)}`;
  return `Team "${team}" has ${format.number(worst.capacity)} free minutes for what must be done by ${format.date(worst.week)}, and "${activity}" and what goes with it needs ${format.number(worst.demand)}${waits}: ${format.number(short)} too many.`;
}
