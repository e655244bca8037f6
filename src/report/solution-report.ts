import type { Solution, Targets } from "../solve/answer.js";
import { activitySection } from "./sections/activities.js";
import { assumptionSection } from "./sections/assumptions.js";
import { bridgeSection } from "./sections/bridge.js";
import { calendarSections } from "./sections/calendar.js";
import { lossLimitSection } from "./sections/loss-limits.js";
import { economicsSection } from "./sections/economics.js";
import { goalSection } from "./sections/goal.js";
import { infeasibleSections } from "./sections/infeasible.js";
import { milestoneSection } from "./sections/milestones.js";
import { pathSection } from "./sections/path.js";
import { peopleSection, teamSection } from "./sections/teams.js";
import type { Report, Section } from "./report.js";

/** What a report shows beside the answer itself. */
export interface ReportOptions {
  /** What to do on each day, month by month; false unless given. */
  readonly calendar?: boolean | undefined;
}

/**
 * The report of an answer: the goal, what is in the way if it cannot be reached, the bridge to the wins, the path with its
 * targets, the work, lossLimits, economics, and what the answer takes for granted. Sections without content are left out.
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * solutionReport(answer).sections.map(({ title }) => title); // => ["Goal", "From the goal to the wins", "What must enter, by stage", "Milestones", "Taken for granted"]
 * ```
 */
export function solutionReport(answer: Solution, { calendar = false }: ReportOptions = {}): Report {
  const { plan, targets, assumptions } = answer;
  const sections = [
    goalSection(answer),
    ...(answer.status === "infeasible" ? infeasibleSections(answer) : []),
    ...(targets === null ? [] : targetSections(targets)),
    ...(calendar && targets !== null ? calendarSections(targets) : []),
    assumptionSection(assumptions),
  ];
  return {
    title: plan.name ?? "Plan",
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

function targetSections(targets: Targets): Section[] {
  return [
    bridgeSection(targets),
    pathSection(targets),
    milestoneSection(targets),
    activitySection(targets),
    teamSection(targets),
    peopleSection(targets),
    lossLimitSection(targets),
    economicsSection(targets),
  ];
}
