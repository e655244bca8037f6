import { MONTHS, WEEKDAYS } from "../plan/calendar.js";
import { parseDays } from "../plan/dates.js";
import type { PlanInput } from "../plan/plan.js";
import { parseProportion } from "../plan/rate.js";
import { compileCalendar, type WorkingCalendar } from "../calendar/working-days.js";
import type { Ratio } from "../number/ratio.js";

const MONDAY_TO_FRIDAY = [0, 1, 2, 3, 4];

/** Reads the calendar of a validated plan; Monday to Friday without holidays unless it says otherwise. */
export function compilePlanCalendar({ calendar }: PlanInput): WorkingCalendar {
  const seasonality: Partial<Record<number, Ratio>> = {};
  MONTHS.forEach((month, index) => {
    const weight = calendar?.seasonality?.[month];
    if (weight !== undefined) seasonality[index + 1] = parseProportion(weight);
  });
  return compileCalendar({
    workdays: calendar?.workdays?.map((day) => WEEKDAYS.indexOf(day)) ?? MONDAY_TO_FRIDAY,
    holidays: (calendar?.holidays ?? []).map(parseDays),
    seasonality,
  });
}
