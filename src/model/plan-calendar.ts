import type { Day } from "../calendar/day.js";
import { MONTHS } from "../plan/calendar.js";
import { parseHoliday } from "../plan/holidays.js";
import type { PlanParts } from "../plan/plan.js";
import { parseProportion } from "../plan/rate.js";
import { MONDAY_TO_FRIDAY, parseWorkdays } from "../plan/workdays.js";
import { compileCalendar, type WorkingCalendar } from "../calendar/working-days.js";
import { isPositive, isZero, type Ratio } from "../number/ratio.js";
import { WEEKDAYS } from "../calendar/week.js";

/** Reads the calendar of a validated plan; Monday to Friday without holidays unless it says otherwise. */
export function compilePlanCalendar({ calendar }: PlanParts): WorkingCalendar {
  const seasonality: Partial<Record<number, Ratio>> = {};
  MONTHS.forEach((month, index) => {
    const weight = calendar?.seasonality?.[month];
    if (weight !== undefined) seasonality[index + 1] = parseProportion(weight);
  });
  const week = parseWorkdays(calendar?.workdays ?? MONDAY_TO_FRIDAY);
  const workdays = WEEKDAYS.flatMap((_, day) => (isWorked(week, day) ? [day] : []));
  const holidays = (calendar?.holidays ?? []).map(parseHoliday);
  const { weekStartsOn } = calendar ?? {};
  return compileCalendar({
    workdays,
    holidays: holidays.filter(({ share }) => isZero(share)),
    seasonality,
    shortWeekdays: week,
    shortDays: holidays.filter(({ share }) => isPositive(share)),
    firstWeekday: weekStartsOn === undefined ? firstWorkday(week) : WEEKDAYS.indexOf(weekStartsOn),
  });
}

/** The first of the days of work in a row that Monday is one of; Monday where it is off, and where no day is. */
function firstWorkday(week: readonly Ratio[]): number {
  if (!isWorked(week, 0)) return 0;
  let first = 7;
  while (first > 1 && isWorked(week, first - 1)) first -= 1;
  return first === 1 ? 0 : first % 7;
}

function isWorked(week: readonly Ratio[], day: Day): boolean {
  const share = week[day];
  return share !== undefined && isPositive(share);
}
