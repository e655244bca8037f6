import type { FiscalYears } from "../calendar/date-range.js";
import { MONTHS } from "./calendar.js";
import { parsePeriod, type Period } from "./period.js";
import type { PlanInput } from "./plan.js";

/** The parts of a plan that say when its goal is due. */
export type WithPeriod = Pick<PlanInput, "goal" | "calendar">;

/** The period of a plan that was validated: its days by its own fiscal years, or so many working days without dates. */
export function planPeriod({ goal, calendar }: WithPeriod): Period {
  return parsePeriod(goal.period, planFiscalYears(calendar));
}

/** The fiscal years of a plan; those of the calendar unless it says otherwise. */
export function planFiscalYears(calendar: WithPeriod["calendar"]): FiscalYears {
  const { fiscalYearStart, fiscalYearNamedBy = "end" } = calendar ?? {};
  return {
    firstMonth: fiscalYearStart === undefined ? 0 : MONTHS.indexOf(fiscalYearStart),
    namedBy: fiscalYearNamedBy,
  };
}
