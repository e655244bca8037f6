import type { Forecast } from "../forecast/answer.js";
import type { Assumption } from "../model/assumption.js";
import type { Solution, Targets } from "../solve/answer.js";
import type { Track } from "../track/track.js";
import type { Levers } from "../whatif/levers.js";
import { byDateSection } from "./forecast/by-date.js";
import { outlookSection } from "./forecast/outlook.js";
import { pipelineSections } from "./forecast/pipeline.js";
import { funnelPicture } from "./picture/funnel.js";
import type { Picture } from "./picture/picture.js";
import { planNames } from "./plan-names.js";
import { sentence, type Report, type Section } from "./report.js";
import { activitySection } from "./sections/activities.js";
import { assumptionSection } from "./sections/assumptions.js";
import { bridgeSection } from "./sections/bridge.js";
import { calendarSections } from "./sections/calendar.js";
import { ceilingSection } from "./sections/ceilings.js";
import { dailySection } from "./sections/daily.js";
import { economicsSection } from "./sections/economics.js";
import { goalSection } from "./sections/goal.js";
import { infeasibleSections } from "./sections/infeasible.js";
import { milestoneSection } from "./sections/milestones.js";
import { pathSection } from "./sections/path.js";
import { peopleSection, teamSection } from "./sections/teams.js";
import { weekSection } from "./sections/weeks.js";
import {
  activityPaceSection,
  gapSection,
  luckSection,
  outcomeSection,
  paceSection,
} from "./track/track-sections.js";
import { leversReport } from "./whatif/levers-report.js";

/** The answers that a report for a manager is made of; only the first is needed. */
export interface PlanAnswers {
  /** What must be done: the answer of `solve`. */
  readonly answer: Solution;
  /** What moving one number does: the answer of `levers` to the same plan. */
  readonly levers?: Levers | undefined;
  /** Whether it is on course: the answer of `track` to the same plan. */
  readonly track?: Track | undefined;
  /** What will come of it: the answer of `forecast` to the same plan. */
  readonly forecast?: Forecast | undefined;
  /** Whether to add what to do on each day, month by month; false unless given. */
  readonly calendar?: boolean | undefined;
}

/**
 * What must each of us do today, and why?
 *
 * The whole report of a plan for whoever leads it: the numbers of each working day first, then the goal; with what has
 * happened so far how it is going, why, and what will come of it; then the path from the sources to the wins, the weeks, the
 * work, teams and people, the levers, the economics, and what all this takes for granted. For a goal that cannot be
 * reached, the reasons and the ways out stand first. Sections without content are left out.
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * planReport({ answer }).sections[0]?.blocks; // => [{ kind: "figures", items: [{ figure: "2", label: "demo", note: "40 in all by 2026-01-30" }] }]
 * ```
 */
export function planReport(answers: PlanAnswers): Report {
  const { answer, track, forecast } = answers;
  const { plan, status, targets } = answer;
  const daily = dailySection(answer, track);
  const sections = [
    ...(status === "feasible"
      ? [daily, goalSection(answer)]
      : [goalSection(answer), ...infeasibleSections(answer), daily]),
    ...(track === undefined ? [] : trackSections(track)),
    ...(forecast === undefined
      ? []
      : [outlookSection(forecast), byDateSection(forecast), ...pipelineSections(forecast)]),
    ...(targets === null ? [pictured(NO_PATH, funnelPicture(answer))] : targetSections(answers, targets)),
    assumptionSection(assumptionsOf(answers)),
  ];
  return {
    title: plan.name ?? "Plan",
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    names: planNames(plan),
    currency: plan.currency,
  };
}

const NO_PATH: Section = { title: "The path", blocks: [] };

function trackSections(track: Track): Section[] {
  return [
    outcomeSection(track),
    paceSection(track),
    activityPaceSection(track),
    gapSection(track),
    luckSection(track),
  ];
}

function targetSections({ answer, levers, calendar = false }: PlanAnswers, targets: Targets): Section[] {
  return [
    bridgeSection(targets),
    pictured(pathSection(targets), funnelPicture(answer)),
    weekSection(targets),
    ...(calendar ? calendarSections(targets) : []),
    milestoneSection(targets),
    activitySection(targets),
    teamSection(targets),
    peopleSection(targets),
    ceilingSection(targets),
    ...(levers === undefined ? [] : [leverSection(levers)]),
    economicsSection(targets),
  ];
}

/** What moving one number does, and below it what is held fixed meanwhile. */
function leverSection(levers: Levers): Section {
  const [moved, held] = leversReport(levers).sections;
  const blocks = [
    ...(moved?.blocks ?? []),
    sentence("What is held fixed meanwhile:"),
    ...(held?.blocks ?? []),
  ];
  return { title: moved?.title ?? "Levers", blocks };
}

/** A section with a picture above its tables. */
function pictured(section: Section, picture: Picture | null): Section {
  if (picture === null) return section;
  return { ...section, blocks: [{ kind: "picture", picture }, ...section.blocks] };
}

/** What the answers rest on, each thing once. */
function assumptionsOf({ answer, track, forecast }: PlanAnswers): Assumption[] {
  const all = [answer, track, forecast].flatMap((each) => each?.assumptions ?? []);
  return [...new Map(all.map((each) => [each.text, each])).values()];
}
