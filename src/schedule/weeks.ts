import type { Position } from "../number/measure.js";
import { at } from "../number/invariant.js";
import { nearestNumber } from "../number/nearest-number.js";
import { add, multiply, ONE, ratio, ZERO, type Ratio } from "../number/ratio.js";
import type { Inflow } from "../model/inflow.js";
import type { Series } from "../lag/series.js";
import type { Whole } from "../number/whole.js";
import { formatDay, type Day } from "../calendar/day.js";
import type { CompiledPlan } from "../model/compile.js";
import type { PlanTime } from "../model/stage-time.js";
import { firstOfWeek } from "../calendar/week.js";

/** One week, by the positions of its working days among the teams' days. */
export interface Week {
  /** The first day of the week, or "period" for a period without dates. */
  readonly label: string;
  readonly first: Position;
  readonly last: Position;
  /** How many working days one position stands for: 1, or all of a period without dates. */
  readonly weight: Ratio;
}

/** The weeks of the work, from workFrom to the period's end. */
export interface Weeks {
  readonly days: readonly Day[];
  readonly byPosition: readonly Week[];
}

/** Splits the working days of the plan into its weeks. */
export function computeWeeks({
  period,
  workDays,
  calendar,
}: Pick<CompiledPlan, "period" | "workDays" | "calendar">): Weeks {
  if (period.kind === "undated") {
    return {
      days: [],
      byPosition: [{ label: "period", first: 0, last: 0, weight: ratio(period.workingDays) }],
    };
  }
  const byPosition: Week[] = [];
  workDays.forEach((day, position) => {
    const label = formatDay(firstOfWeek(day, calendar.firstWeekday));
    const before = byPosition.at(-1);
    if (before?.label === label) byPosition[byPosition.length - 1] = { ...before, last: position };
    else byPosition.push({ label, first: position, last: position, weight: ONE });
  });
  return { days: workDays, byPosition };
}

/** How many units of inflows are worked on in each week; what comes on a day without work waits for the next one. */
export function sumByWeek(
  { time }: Pick<CompiledPlan, "time">,
  weeks: Weeks,
  inflows: readonly Inflow[],
): readonly Ratio[] {
  const totals: Ratio[] = weeks.byPosition.map(() => ZERO);
  for (const inflow of inflows) {
    const shares = weeklyShares(time, weeks, inflow);
    shares.forEach((share, week) => (totals[week] = add(at(totals, week), multiply(inflow.amount, share))));
  }
  return totals;
}

const known = new WeakMap<object, readonly Ratio[]>();

/** The share of an inflow that falls into each week; remembered for its series, which many what-ifs have in common. */
function weeklyShares(
  time: PlanTime | undefined,
  weeks: Weeks,
  { series, whole }: Pick<Inflow, "series" | "whole">,
): readonly Ratio[] {
  // Only a period without dates has no series here, and it is one week of its own.
  if (series === undefined || time === undefined) return weeks.byPosition.map(() => ONE);
  const shares = known.get(series) ?? seriesShares(time, weeks, series, whole);
  known.set(series, shares);
  return shares;
}

function seriesShares(
  { mover }: PlanTime,
  { days, byPosition }: Weeks,
  { values, scale }: Series,
  whole: Whole,
): readonly Ratio[] {
  const sums = byPosition.map(() => 0n);
  const ends = byPosition.map(({ last }) => at(days, last));
  let week = 0;
  values.forEach((value, index) => {
    if (value === 0 || value === 0n) return;
    const day = mover.axis.first + index;
    while (week < ends.length && at(ends, week) < day) week += 1;
    if (week < ends.length) sums[week] = at(sums, week) + BigInt(value);
  });
  const all = BigInt(whole) * BigInt(scale);
  return sums.map((sum) => (all === 0n ? ZERO : ratio(sum, all)));
}

const numbers = new WeakMap<object, readonly number[]>();

/** The share of an inflow that falls into each week, as doubles; remembered for its series. */
export function weeklyNumbers(
  { time }: Pick<CompiledPlan, "time">,
  weeks: Weeks,
  { series, whole }: Pick<Inflow, "series" | "whole">,
): readonly number[] {
  if (series === undefined || time === undefined) return weeks.byPosition.map(() => 1);
  const shares = numbers.get(series) ?? weeklyShares(time, weeks, { series, whole }).map(nearestNumber);
  numbers.set(series, shares);
  return shares;
}
