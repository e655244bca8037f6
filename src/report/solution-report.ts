import type { GoalPlan, Plan } from "../plan/plan.js";
import { chosenPlan } from "../plan/goals.js";
import type { Solution, Targets } from "../solve/answer.js";
import { activitySection } from "./sections/activities.js";
import { assumptionSection } from "./sections/assumptions.js";
import { bridgeSection } from "./sections/bridge.js";
import { calendarSections } from "./sections/calendar.js";
import { lossLimitSection } from "./sections/loss-limits.js";
import { channelMoneySection } from "./sections/channels.js";
import { economicsSection } from "./sections/economics.js";
import { goalsSection } from "./sections/goals.js";
import { goalSection } from "./sections/goal.js";
import { habitSection } from "./sections/habits.js";
import { infeasibleSections } from "./sections/infeasible.js";
import { monthSection } from "./sections/months.js";
import { milestoneSection } from "./sections/milestones.js";
import { pathSection } from "./sections/path.js";
import { quotaSection } from "./sections/quotas.js";
import { peopleSection, personalLoadSection, teamSection } from "./sections/teams.js";
import { isHabitsAlone } from "../plan/habits-alone.js";
import type { Format } from "../format/format.js";
import { planFormat } from "../words/plan-format.js";
import type { FormatOption, Report, Section } from "./report.js";
import { requireHanded } from "../schema/handed.js";

/** What a report shows beside the answer itself. */
export interface ReportOptions extends FormatOption {
  /** What to do on each day, month by month; false unless given. */
  readonly calendar?: boolean | undefined;
}

/**
 * The report of an answer: the goal, what is in the way if it cannot be reached, the bridge to the wins, the path with its
 * targets, the work, loss limits, economics, and what the answer assumes. Sections without content are left out.
 *
 * @throws TypeError for anything else than an answer of solve
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * solutionReport(answer).sections.map(({ title }) => title); // => ["Goal", "From the goal to the wins", "What must enter, by stage", "Milestones", "Assumptions"]
 * ```
 */
export function solutionReport(
  answer: Solution,
  { calendar = false, format: given }: ReportOptions = {},
): Report {
  requireHanded("solutionReport", ["an answer of solve"], answer);
  const { targets, assumptions } = answer;
  const plan = chosenPlan(answer);
  const format = planFormat(plan, given);
  const sections = [
    goalSection(answer, format),
    ...(answer.status === "infeasible" ? infeasibleSections(answer, format) : []),
    ...(targets === null ? [] : targetSections(answer.plan, plan, targets, format)),
    ...(calendar && targets !== null ? calendarSections(targets, format) : []),
    assumptionSection(assumptions, format),
  ];
  return {
    title: plan.name ?? "Plan",
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

function targetSections(written: Plan, plan: GoalPlan, targets: Targets, format: Format): Section[] {
  return [
    goalsSection(written, targets, format),
    bridgeSection(plan, targets, format),
    pathSection(targets, format),
    monthSection(targets, format),
    milestoneSection(targets, format, plan),
    activitySection(targets, format),
    ...(isHabitsAlone(plan) ? [habitSection(plan, format)] : []),
    teamSection(targets, format),
    peopleSection(targets, format),
    personalLoadSection(targets, format),
    lossLimitSection(targets, format),
    channelMoneySection(targets, format),
    quotaSection(targets, format, plan),
    economicsSection(targets, format),
  ];
}
