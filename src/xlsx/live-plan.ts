import { parseDay } from "../calendar/day.js";
import { parseDateRange } from "../calendar/date-range.js";
import { ceiling } from "../number/ceiling.js";
import { decimalPlaces } from "../number/decimal-places.js";
import { decodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { parseRateText } from "../number/rate-text.js";
import {
  add,
  divide,
  isPositive,
  isZero,
  multiply,
  ONE,
  ratio,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import type { Target } from "../schedule/target.js";
import type { Solution, Targets } from "../solve/answer.js";

/** How the wins follow from the goal: (goal + what stands beside it) ÷ (what a win adds × the share kept) × (1 + buffer). */
export interface LiveWins {
  readonly amounts: readonly { readonly name: string; readonly amount: Ratio }[];
  /** Whole steps in a unit of an amount: 100 for cents. */
  readonly steps: number;
  readonly worth: Ratio;
  readonly keep: Ratio;
  readonly buffer: Ratio;
}

/** Which days work is done on. */
export interface LiveDays {
  /** Null for a period without dates. */
  readonly dates: { readonly first: number; readonly last: number } | null;
  readonly workingDays: number;
  /** Seven marks from Monday on: 1 for a day without work. */
  readonly weekend: string;
  readonly holidays: readonly number[];
}

/** A stage, or the win, with the figures of the answer. */
export interface LiveStage {
  readonly target: Target;
  /** What the work of a day is measured by: the exact need, or the whole number that is handed on. */
  readonly effort: Ratio;
  /** The share that goes on; null for the win. */
  readonly rate: Ratio | null;
}

/** A plan as a workbook shows it: what is live, and why the rest is not. */
export interface LivePlan {
  readonly wins: LiveWins | null;
  readonly stages: readonly LiveStage[];
  /** Whether each total follows from the one after it. */
  readonly isChain: boolean;
  readonly isCascade: boolean;
  readonly days: LiveDays | null;
  /** Why something is a value and no formula; empty where all is live. */
  readonly fixed: readonly string[];
}

/**
 * Finds out which figures of an answer a sheet can work out by itself. Whatever a formula would not give as the answer has
 * it stays a value: the formulas' own equations are tried on the plan as it is written first.
 */
export function livePlan({ plan }: Solution, targets: Targets): LivePlan {
  const isCascade = plan.rounding === "cascade";
  const stages = targets.path.map((target) => ({
    target,
    effort: isCascade && target.kind !== "win" ? ratio(target.total) : effortOf(target, targets),
    rate: target.rate === null ? null : decodeExact(target.rate),
  }));
  const isChain = isLinear({ plan }, targets) && followsTotals(stages, isCascade);
  const wins = isChain ? winsOf({ plan }, targets) : null;
  const days = isChain ? daysOf({ plan }, targets, stages) : null;
  const fixed = [
    ...(isChain
      ? []
      : [
          "Totals are values: lags, channels, the pipeline and a chance are worked out by reverse-funnel alone.",
        ]),
    ...(wins === null ? ["The wins are a value: the goal moves them in reverse-funnel alone."] : []),
    ...(days === null
      ? ["Days are values: seasonality, absences and windows are worked out by reverse-funnel alone."]
      : []),
  ];
  return { wins, stages, isChain, isCascade, days, fixed };
}

function effortOf({ kind, exact }: Target, { wins }: Targets): Ratio {
  return kind === "win" ? ratio(wins) : decodeExact(exact);
}

type PlanOf = Pick<Solution, "plan">;

/** One stage after the other, all on the same day, from nothing. */
function isLinear({ plan }: PlanOf, { path }: Targets): boolean {
  const { goal, pipeline, funnel } = plan;
  const isPlain = funnel.every(({ sources, lag }) => sources === undefined && lag === undefined);
  const hasPipeline = Object.keys(pipeline ?? {}).length > 0;
  return isPlain && !hasPipeline && goal.chance === undefined && path.length === funnel.length + 1;
}

function followsTotals(stages: readonly LiveStage[], isCascade: boolean): boolean {
  return stages.every(({ target, effort, rate }, index) => {
    const next = stages[index + 1];
    if (rate === null || next === undefined) return ceilingOf(effort) === target.total;
    if (!isPositive(rate)) return false;
    const need = divide(isCascade ? ratio(next.target.total) : next.effort, rate);
    return ceilingOf(need) === target.total && isSame(isCascade ? ratio(target.total) : need, effort);
  });
}

const FINEST = 6;

/** The equation of the wins, read back from the bridge; null where it would not give them. */
function winsOf({ plan }: PlanOf, { bridge, exactWins, wins, goal }: Targets): LiveWins | null {
  const ends: readonly string[] = ["new customers lost", "already reached", "buffer", "chance", "whole win"];
  const amounts = bridge
    .filter(({ item }) => !ends.includes(item))
    .map(({ item, amount }) => ({ name: item, amount: decodeExact(amount) }));
  const known = bridge.find((item) => !isZero(decodeExact(item.wins)));
  const total = sum(amounts.map(({ amount }) => amount));
  const exact = decodeExact(exactWins);
  if (known === undefined || isZero(total) || !isPositive(exact)) return null;
  const worth = divide(decodeExact(known.amount), decodeExact(known.wins));
  const keep = divide(total, multiply(worth, exact));
  const buffer = plan.buffer === undefined ? ZERO : must(parseRateText(plan.buffer), "the buffer of a plan");
  const places = amounts.map(({ amount }) => decimalPlaces(amount.den) ?? Infinity);
  if (Math.max(...places) > FINEST || amounts[0]?.name !== "goal" || goal.amount === "0") return null;
  if (ceilingOf(multiply(exact, add(ONE, buffer))) !== wins) return null;
  return { amounts, steps: 10 ** Math.max(2, ...places), worth, keep, buffer };
}

/** Days on which the work is level; null where it is not, or not every working day counts. */
function daysOf({ plan }: PlanOf, { period }: Targets, stages: readonly LiveStage[]): LiveDays | null {
  const { calendar, workFrom } = plan;
  const { workingDays } = period;
  if (calendar?.seasonality !== undefined || workFrom !== undefined || workingDays === 0) return null;
  const isLevel = stages.every(({ target, effort }) => {
    const perDay = target.perDay === null ? null : ceilingOf(divide(effort, ratio(workingDays)));
    const days = target.days.map(({ count }) => count);
    const asked = days.map(
      (_, index) =>
        levelThrough(target.total, index + 1, workingDays) - levelThrough(target.total, index, workingDays),
    );
    return (
      perDay === target.perDay &&
      perDay !== null &&
      (days.length === 0 || (days.length === workingDays && String(days) === String(asked)))
    );
  });
  if (!isLevel) return null;
  const workdays: readonly string[] = calendar?.workdays ?? ["mon", "tue", "wed", "thu", "fri"];
  return {
    dates: period.kind === "undated" ? null : { first: dayOf(period.start), last: dayOf(period.end) },
    workingDays,
    weekend: WEEK.map((day) => (workdays.includes(day) ? "0" : "1")).join(""),
    holidays: (calendar?.holidays ?? []).flatMap(daysWritten),
  };
}

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** How much of a whole amount is done after so many of its days, level and never late. */
export function levelThrough(total: number, days: number, all: number): number {
  return ceilingOf(ratio(BigInt(total) * BigInt(days), all));
}

/** A quantity rounded up, as a number. */
export function ceilingOf(exact: Ratio): number {
  return Number(ceiling(exact));
}

function daysWritten(written: unknown): readonly number[] {
  const day = parseDay(written);
  if (day !== undefined) return [day];
  const { first, last } = must(parseDateRange(written), "a holiday of a plan");
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function dayOf(iso: string): number {
  return must(parseDay(iso), "a day of an answer");
}

function isSame(one: Ratio, other: Ratio): boolean {
  return BigInt(one.num) * BigInt(other.den) === BigInt(other.num) * BigInt(one.den);
}
