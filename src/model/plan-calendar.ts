import { SEASON_MONTHS, WEEKDAYS } from "../plan/calendar.js";
import { daysOf } from "../plan/dates.js";
import type { PlanInput } from "../plan/plan.js";
import { proportionOf } from "../plan/rate.js";
import { compileCalendar, type Calendar } from "../calendar/working-days.js";
import type { Ratio } from "../number/ratio.js";

const MONDAY_TO_FRIDAY = [0, 1, 2, 3, 4];

/** Reads the calendar of a validated plan; Monday to Friday without holidays unless it says otherwise. */
export function calendarOf({ calendar }: PlanInput): Calendar {
  const season: Partial<Record<number, Ratio>> = {};
  SEASON_MONTHS.forEach((month, index) => {
    const weight = calendar?.season?.[month];
    if (weight !== undefined) season[index + 1] = proportionOf(weight);
  });
  return compileCalendar({
    workdays: calendar?.workdays?.map((day) => WEEKDAYS.indexOf(day)) ?? MONDAY_TO_FRIDAY,
    holidays: (calendar?.holidays ?? []).map(daysOf),
    season,
  });
}
