import { wholeSeries } from "../lag/series.js";
import { at } from "../number/invariant.js";
import { divide, isZero, multiply, ONE, ratio, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { sumWhole, times, type Whole } from "../number/whole.js";
import { earnedSeries, monthsPaid } from "./earned-months.js";
import type { CompiledPlan } from "./compile.js";
import type { Inflow } from "./inflow.js";
import type { DayAxis } from "./mover.js";
import { dayWeights } from "./windows.js";

/*
 * Where what is earned within the period counts, a win of an early day counts for more than one average win, and a late one for
 * less: by the months that it pays until the period's end ÷ those of an average win. All amounts by day follow from that.
 */

type EarningPlan = Pick<CompiledPlan, "earning" | "deal" | "period" | "winWindow">;

/** The months of an average win; undefined where wins count alike, or pay nothing at all. */
function averageMonths({ earning, deal }: EarningPlan): Ratio | undefined {
  const { monthly, worth } = deal;
  if (earning === undefined || monthly === undefined || isZero(monthly) || isZero(worth)) return undefined;
  return divide(worth, monthly);
}

/** For how many average wins a win of a day counts; one where wins count alike. */
export function averageWinsOn(plan: EarningPlan, day: number): Ratio {
  const { earning, period } = plan;
  const average = averageMonths(plan);
  if (earning === undefined || average === undefined || period.kind === "undated") return ONE;
  return divide(day < period.first ? ZERO : monthsPaid(earning, day, period.last), average);
}

/** The same for wins whose day is not known: as if they had come level over the working days up to one. */
export function averageWinsThrough(plan: EarningPlan, through: number): Ratio {
  return levelOver(plan, through, (day) => averageWinsOn(plan, day));
}

/**
 * For how many months a win still pays from the morning after a day to the period's end.
 *
 * @param won the day of the win; undefined for wins that came level over the working days up to that day
 */
export function monthsLeft(plan: EarningPlan, won: number | undefined, through: number): Ratio {
  const { earning, period } = plan;
  if (earning === undefined || period.kind === "undated") return ZERO;
  const left = (day: number): Ratio =>
    subtract(monthsPaid(earning, day, period.last), monthsPaid(earning, day, through));
  return won === undefined ? levelOver(plan, through, left) : left(won);
}

function levelOver({ winWindow, period }: EarningPlan, through: number, each: (day: number) => Ratio): Ratio {
  const weights = dayWeights(winWindow);
  const past = winWindow.days.flatMap((day, index) =>
    day <= through ? [{ day, weight: ratio(at<Whole>(weights, index)) }] : [],
  );
  const all = sum(past.map(({ weight }) => weight));
  const first = period.kind === "dated" ? period.first : through;
  if (isZero(all)) return each(Math.max(first, through));
  return divide(sum(past.map(({ day, weight }) => multiply(weight, each(day)))), all);
}

/** Wins by day as average wins by day: as they are where wins count alike. */
export function asAverageWins(
  plan: EarningPlan,
  axis: DayAxis,
  inflows: readonly Inflow[],
): readonly Inflow[] {
  const { earning, period } = plan;
  const average = averageMonths(plan);
  if (earning === undefined || average === undefined || period.kind === "undated") return inflows;
  const months = earnedSeries(earning, period, axis);
  return inflows.flatMap((inflow): Inflow[] => {
    const { amount, series, whole } = inflow;
    if (series === undefined || whole === 0) return [];
    const values = series.values.map((value: Whole, day: number) =>
      times(value, at<Whole>(months.values, day)),
    );
    const all = sumWhole(values);
    if (all === 0) return [];
    const scale = multiply(ratio(whole), multiply(ratio(series.scale), ratio(months.scale)));
    const paid = multiply(amount, divide(ratio(all), scale));
    return [{ amount: divide(paid, average), series: wholeSeries(values), whole: all, late: ZERO }];
  });
}
