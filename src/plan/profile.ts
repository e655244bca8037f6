import type { DateRange } from "../calendar/date-range.js";
import { parseDateRange } from "../calendar/date-range.js";
import { must } from "../number/invariant.js";
import type { Ratio } from "../number/ratio.js";
import type { GoalPlan } from "./plan.js";
import { planFiscalYears } from "./plan-period.js";
import { parseProportion } from "./rate.js";

/** A part of the period, and the share of the target that falls into it. */
export interface WrittenPart extends DateRange {
  /** As the plan writes it. */
  readonly name: string;
  readonly share: Ratio;
}

/** The parts of a profile that was validated, in order; none where the plan has none. */
export function parseProfile(plan: Pick<GoalPlan, "goal" | "calendar">): readonly WrittenPart[] {
  return readParts(plan).map(({ name, range, share }) => ({
    ...must(range, "the days of a part of a profile"),
    name,
    share,
  }));
}

/** The same before it is validated: a part that is no range of dates has none. Those with dates stand in their order. */
export function readParts({ goal, calendar }: Pick<GoalPlan, "goal" | "calendar">): readonly {
  readonly name: string;
  readonly range: DateRange | undefined;
  readonly share: Ratio;
}[] {
  const fiscal = planFiscalYears(calendar);
  return Object.entries(goal.profile ?? {})
    .map(([name, share]) => ({ name, range: parseDateRange(name, fiscal), share: parseProportion(share) }))
    .sort((one, other) => (one.range?.first ?? 0) - (other.range?.first ?? 0));
}
