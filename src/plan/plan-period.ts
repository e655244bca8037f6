import type { FiscalYears } from "../calendar/date-range.js";
import { MONTHS } from "./calendar.js";
import { fiscalName, parsePeriod, type Period } from "./period.js";
import type { GoalInput, GoalPlan, PlanParts, WithSeveralGoals } from "./plan.js";
import { must } from "../number/invariant.js";

/** The parts of a plan that say when its goal is due. */
export type WithPeriod = Pick<GoalPlan, "goal" | "calendar">;

/** The same where several goals have one period, which one of them says. */
type WithPeriodOfGoals = Pick<PlanParts & WithSeveralGoals, "goal" | "goals" | "calendar">;

/** The period of a plan that was validated: its days by its own fiscal years, or so many working days without dates. */
export function planPeriod(plan: WithPeriod | WithPeriodOfGoals): Period {
  return parsePeriod(writtenPeriod(plan), planFiscalYears(plan.calendar));
}

function writtenPeriod(plan: WithPeriod | WithPeriodOfGoals): GoalInput["period"] {
  if (plan.goal !== undefined) return plan.goal.period;
  return must(plan.goals.find(({ period }) => period !== undefined)?.period, "the period of several goals");
}

/** The fiscal years of a plan; those of the calendar unless it says otherwise. */
export function planFiscalYears(calendar: WithPeriod["calendar"]): FiscalYears {
  const { fiscalYearStart, fiscalYearNamedBy = "end" } = calendar ?? {};
  return {
    firstMonth: fiscalYearStart === undefined ? 0 : MONTHS.indexOf(fiscalYearStart),
    namedBy: fiscalYearNamedBy,
  };
}

/** The first part of a fiscal year that a plan names, such as FY2026-Q1: in its period, its profile or its renewals. */
export function firstFiscalName({ goal, base }: Pick<GoalPlan, "goal" | "base">): string | undefined {
  const named = [
    goal.period,
    ...Object.keys(goal.profile ?? {}),
    ...(base?.renewals ?? []).map(({ due }) => due),
  ];
  return named.map(fiscalName).find((name) => name !== undefined);
}
