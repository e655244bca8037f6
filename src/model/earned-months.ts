import { dateOf } from "../calendar/day.js";
import { wholeSpans } from "../calendar/spans.js";
import { numberSeries, wholeSeries, type Series } from "../lag/series.js";
import { leastCommonMultiple, times, type Whole } from "../number/whole.js";
import { add, divide, ratio, smaller, ZERO, type Ratio } from "../number/ratio.js";
import type { GoalPlan } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { axisLength, valueOn, type DayAxis } from "./mover.js";

/** How what a win pays is counted. */
export interface Earning {
  /** By calendar month, the month of the win in full, or by day. */
  readonly by: "month" | "day";
  /** For how many months a win pays; undefined where it goes on paying. */
  readonly atMost: Ratio | undefined;
}

/** Reads how a validated plan counts what its wins pay; undefined where its metric is another. */
export function compileEarning({ goal, deal }: GoalPlan): Earning | undefined {
  if (goal.metric !== "revenue-earned") return undefined;
  const months = deal?.contractMonths;
  return { by: goal.by ?? "month", atMost: months === undefined ? undefined : parseQuantity(months) };
}

/**
 * For how many months has a win paid by the end of a day?
 *
 * By month: the calendar months from that of the win to that of the day, both in full. By day: the months since the win, its day
 * included, what is left of a month by days. No more than the contract has.
 *
 * @param won the day of the win
 * @param through the last day that counts; 0 months where it lies before the win
 */
export function monthsPaid({ by, atMost }: Earning, won: number, through: number): Ratio {
  if (through < won) return ZERO;
  const months = by === "month" ? calendarMonths(won, through) : monthsByDay(won, through);
  return atMost === undefined ? months : smaller(months, atMost);
}

function calendarMonths(first: number, last: number): Ratio {
  const [from, to] = [dateOf(first), dateOf(last)];
  return ratio((to.year - from.year) * 12 + to.month - from.month + 1);
}

function monthsByDay(first: number, last: number): Ratio {
  const { whole, rest } = wholeSpans(first, last, "month");
  return add(ratio(whole), rest);
}

/** The months that a win of each day of an axis pays by the end of the period; nothing for days that lie outside it. */
export function earnedSeries(
  earning: Earning,
  { first, last }: { readonly first: number; readonly last: number },
  axis: DayAxis,
): Series {
  const months = Array.from({ length: axisLength(axis) }, (_, index): Ratio => {
    const day = axis.first + index;
    return day < first || day > last ? ZERO : monthsPaid(earning, day, last);
  });
  const scale = months.reduce<Whole>((common, { den }) => leastCommonMultiple(common, den), 1);
  const series = wholeSeries(months.map(({ num, den }) => times(num, divide(ratio(scale), ratio(den)).num)));
  return series.kind === "number" && typeof scale === "number"
    ? numberSeries(series.values, scale)
    : { kind: "bigint", values: series.values.map(BigInt), scale: BigInt(scale) };
}

/** What a series says of a day, as a ratio. */
export function earnedOn(series: Series, axis: DayAxis, day: number): Ratio {
  return ratio(valueOn(series, axis, day), series.scale);
}
