import { chanceWords } from "./chance.js";
import { amountOf } from "./progress.js";
import type { Format } from "../format/format.js";
import { parseExact, type ExactString } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { isPositive } from "../number/ratio.js";
import type { Metric } from "../plan/metric.js";

/** One figure before and after a change. */
interface BeforeAfter<Value> {
  /** Without the change. */
  readonly before: Value;
  /** With it. */
  readonly after: Value;
}

/** What a change asks for from now on, beside the plan's own work; below 0 where it saves some. */
interface ChangeCosts {
  /** More units that are started; "0" for a change that is no work of its own. */
  readonly units: ExactString;
  /** More minutes of all activities; null where none has minutes. */
  readonly minutes: ExactString | null;
  /** More money; null where no activity has a cost. */
  readonly money: ExactString | null;
}

/** A tenth more or less of one number of the plan from now on, and what that brings. */
export interface OneChange {
  /** A source of work, a rate, what a win is worth, or what is lost. */
  readonly kind: "work" | "rate" | "value" | "churn";
  /** The number that is moved: `the rate of "demo"`, for work the stage. */
  readonly what: string;
  /** What it is now: a rate or an amount; for work the units that the rest of the plan starts. */
  readonly from: ExactString;
  /** What it then is. */
  readonly to: ExactString;
  /** The goal's metric. */
  readonly metric: Metric;
  /** The chance of the goal, from 0 to 1; null where none is told. */
  readonly chance: BeforeAfter<number> | null;
  /** The amount expected at the period's end. */
  readonly amount: BeforeAfter<ExactString>;
  /** What it asks for. */
  readonly costs: ChangeCosts;
}

/**
 * Says what one change brings, and what it costs.
 *
 * @example
 * ```ts
 * const change = { kind: "rate", what: 'the rate of "demo"', from: "0.25", to: "0.275", metric: "customers", chance: { before: 0.14, after: 0.19 }, amount: { before: "7.5", after: "8" }, costs: { units: "0", minutes: null, money: null } } as const;
 * sayBestChange(change, plainFormat);
 * // => 'Raising the rate of "demo" from 25% to 27.5% lifts the chance of the goal from 14% to 19%. It adds no work to the plan.'
 * ```
 */
export function sayBestChange(change: OneChange, format: Format): string {
  return `${changeText(change, format)} lifts ${gainText(change, format)}. ${costText(change.costs, format)}`;
}

function changeText({ kind, what, from, to }: OneChange, format: Format): string {
  switch (kind) {
    case "work":
      return `A tenth more work at "${what}" from now on`;
    case "churn":
      return `A tenth less ${what} from now on`;
    case "rate":
      return `Raising ${what} from ${format.writtenRate(from)} to ${format.writtenRate(to)}`;
    case "value":
      return `Raising ${what} from ${format.money(from)} to ${format.money(to)}`;
  }
}

const LEAST_TOLD = 0.05;

function gainText({ chance, amount, metric }: OneChange, format: Format): string {
  // Of a chance that stays next to nothing, no one is told that it doubles.
  const isTold =
    chance !== null &&
    chance.after >= LEAST_TOLD &&
    chanceWords(chance.before, format) !== chanceWords(chance.after, format);
  if (isTold)
    return `the chance of the goal from ${chanceWords(chance.before, format)} to ${chanceWords(chance.after, format)}`;
  const { before, after } = amount;
  return `what is expected at the end from ${amountOf(metric, before, format)} to ${amountOf(metric, after, format)}`;
}

function costText({ units, minutes, money }: ChangeCosts, format: Format): string {
  const isMore = (quantity: ExactString | null): quantity is ExactString =>
    quantity !== null && isPositive(must(parseExact(quantity), "an exact quantity"));
  const parts = [
    ...(isMore(units) ? [`${format.plural(units, "more unit")} of work`] : []),
    ...(isMore(minutes) ? [`${format.number(minutes)} more minutes of work`] : []),
    ...(isMore(money) ? [`${format.money(money)} more`] : []),
  ];
  return parts.length === 0 ? "It adds no work to the plan." : `It takes ${format.list(parts)}.`;
}
