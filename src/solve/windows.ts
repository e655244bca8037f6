import { multiply, ratio, type Ratio } from "../number/ratio.js";
import type { PlanModel } from "../model/model.js";
import { seasonWeight, workingDays } from "../time/calendar.js";
import type { Calendar } from "../time/calendar.js";
import { plainWindow, type WorkWindow } from "./work-window.js";

/** The working days on which the plan's work can be done and still count. */
export function windowOf({ period, workFrom, calendar }: PlanModel): WorkWindow {
  if (period.kind === "undated") return plainWindow(period.workingDays, [], []);
  // Without lags, a unit started before the period also lands before it.
  const first = Math.max(period.first, workFrom ?? period.first);
  const days = workingDays(calendar, first, period.last);
  return plainWindow(days.length, days, cumulativeWeights(calendar, days));
}

/** Working days in the whole period, for the answer's heading. */
export function workingDaysInPeriod({ period, calendar }: PlanModel): number {
  return period.kind === "undated"
    ? period.workingDays
    : workingDays(calendar, period.first, period.last).length;
}

/** The season's weights as whole numbers, added up day by day. */
export function cumulativeWeights(calendar: Calendar, days: readonly number[]): number[] {
  const scale = commonDenominator(calendar.season);
  let reached = 0;
  return days.map((day) => (reached += Number(multiply(seasonWeight(calendar, day), scale).num)));
}

function commonDenominator(weights: readonly Ratio[]): Ratio {
  return weights.reduce((scale, weight) => multiply(scale, ratio(multiply(scale, weight).den)), ratio(1));
}
