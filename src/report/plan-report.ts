import type { Assumption } from "../words/assumptions.js";
import type { Solution, Targets } from "../solve/answer.js";
import type { Comparison } from "../sensitivity/compare.js";
import type { Levers } from "../sensitivity/levers.js";
import { byDateSection } from "./forecast/by-date.js";
import { outlookSection } from "./forecast/outlook.js";
import { rangeSection } from "./forecast/ranges.js";
import { pipelineSections } from "./forecast/pipeline.js";
import { calendarPicture } from "../charts/calendar/data.js";
import { channelsPicture } from "../charts/channels/data.js";
import { funnelPicture } from "../charts/funnel/data.js";
import { moneyOf } from "../charts/goal.js";
import { utilisationPicture } from "../charts/utilisation/data.js";
import type { Format } from "../format/format.js";
import { planFormat } from "../words/plan-format.js";
import { sentence, type Block, type Report, type Section } from "./report.js";
import { activitySection } from "./sections/activities.js";
import { comparedSections } from "./sensitivity/compare-report.js";
import { assumptionSection } from "./sections/assumptions.js";
import { bridgeSection } from "./sections/bridge.js";
import { calendarSections } from "./sections/calendar.js";
import { lossLimitSection } from "./sections/loss-limits.js";
import { channelSection } from "./sections/channels.js";
import { dailySection } from "./sections/daily.js";
import { economicsSection } from "./sections/economics.js";
import { leftOut, ofFullest } from "./sections/fullest.js";
import { leadAheadBlocks, leadBlocks } from "./sections/chance.js";
import { goalSection } from "./sections/goal.js";
import { habitSection } from "./sections/habits.js";
import { infeasibleSections } from "./sections/infeasible.js";
import { leverSection } from "./sections/levers.js";
import { milestoneSection } from "./sections/milestones.js";
import { pathSection } from "./sections/path.js";
import { pictured } from "./sections/pictured.js";
import { progressSections } from "./sections/progress.js";
import { peopleSection, personalLoadSection, teamSection } from "./sections/teams.js";
import { weekSection } from "./sections/weeks.js";
import type { PlanProgress } from "./progress.js";
import type { ReportOptions } from "./solution-report.js";
import { requireHanded } from "../schema/handed.js";

/** The answers that a report for a manager is made of; only the first is needed. */
export interface PlanAnswers {
  /** What must be done: the answer of `solve`. */
  readonly answer: Solution;
  /** What moving one number does: the answer of `levers` to the same plan; left out unless given. */
  readonly levers?: Levers | undefined;
  /** Versions of the plan side by side: the answer of `compare` to the same plan; left out unless given. */
  readonly comparison?: Comparison | undefined;
  /** How it is going; without it, the report is of the plan alone. */
  readonly progress?: PlanProgress | undefined;
}

/**
 * What must each of us do today, and why?
 *
 * The whole report of a plan for whoever leads it: how sure its goal is, and the numbers of each working day; then the goal;
 * with what has happened so far how it is going, why, and what will come of it; then the path from the sources to the wins,
 * the weeks, the work, teams and people, the levers, the economics, and what all this assumes. For a goal that cannot be
 * reached, the reasons and the ways out stand first. Sections without content are left out.
 *
 * @throws TypeError for anything else than the answers of a plan
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * planReport({ answer }).sections[0]?.blocks.slice(1); // => [{ kind: "figures", items: [{ figure: "2", label: "demos", note: "40 in all by Fri 30 Jan" }] }]
 * ```
 */
export function planReport(answers: PlanAnswers, options: ReportOptions = {}): Report {
  requireHanded("planReport", ["the answers of a plan"], answers);
  const { answer, progress } = answers;
  const { plan, status, targets } = answer;
  const format = planFormat(plan, options.format);
  const daily = dailySection(answer, format, progress?.track);
  const lead = daily.blocks.length > 0 ? leadOf(answers, format) : [];
  // Once it goes on, how sure it was at the start is no more than a part of the plan.
  const isSaid = lead.length > 0 && progress === undefined;
  const goal = isSaid ? goalSection(answer, format, []) : goalSection(answer, format);
  const way =
    targets === null ? [pathlessSection(answer)] : targetSections(answers, targets, options, format);
  const going = progress === undefined ? [] : goingSections(progress, moneyOf(plan), format);
  const sections = [
    ...(status === "feasible"
      ? [{ ...daily, blocks: [...lead, ...daily.blocks] }]
      : [goal, ...infeasibleSections(answer, format), daily]),
    ...going,
    ...(status === "feasible" ? [going.length === 0 ? goal : asPlanned(goal)] : []),
    ...way,
    ...(answers.comparison === undefined ? [] : comparedSections(answers.comparison, format)),
    assumptionSection(assumptionsOf(answers), format),
  ];
  return {
    title: plan.name ?? "Plan",
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

/** How sure it is stands first: as planned, or once it goes on, as it goes. */
function leadOf({ answer, progress }: PlanAnswers, format: Format): readonly Block[] {
  if (answer.status === "infeasible") return [];
  if (progress === undefined) return leadBlocks(answer, format);
  return progress.forecast === undefined ? [] : leadAheadBlocks(progress.forecast, format);
}

function goingSections(progress: PlanProgress, currency: string | null, format: Format): Section[] {
  const { forecast } = progress;
  const ahead =
    forecast === undefined
      ? []
      : [
          outlookSection(forecast, format),
          byDateSection(forecast, format),
          rangeSection(forecast, format),
          ...pipelineSections(forecast, format),
        ];
  return [...progressSections(progress, currency, format), ...ahead];
}

/** What was set out to be reached is no news once it is known how it goes. */
function asPlanned({ blocks }: Section): Section {
  return {
    title: "The plan",
    blocks: blocks.map((block) => (block.kind === "sentence" ? sentence(block.text) : block)),
  };
}

/** No number of units would do, but the funnel shows where it is blocked. */
function pathlessSection(answer: Solution): Section {
  return pictured(funnelPicture(answer), { title: "Where it is blocked", blocks: [] });
}

function targetSections(
  { answer, levers }: PlanAnswers,
  targets: Targets,
  { calendar = false }: ReportOptions,
  format: Format,
): Section[] {
  return [
    bridgeSection(answer.plan, targets, format),
    pictured(funnelPicture(answer), pathSection(targets, format)),
    pictured(calendarPicture(answer), weekSection(targets, format)),
    ...(calendar ? calendarSections(targets, format) : []),
    milestoneSection(targets, format),
    activitySection(targets, format),
    habitSection(answer.plan, format),
    teamsSection(answer, targets, format),
    peopleSection(targets, format),
    personalLoadSection(targets, format),
    lossLimitSection(targets, format),
    channelSection(channelsPicture(answer), format, targets.channels),
    ...(levers === undefined ? [] : [leverSection(levers, moneyOf(answer.plan), format)]),
    economicsSection(targets, format),
  ];
}

function teamsSection(answer: Solution, targets: Targets, format: Format): Section {
  const picture = utilisationPicture(answer);
  const { title, blocks } = teamSection(targets, format);
  return pictured(ofFullest(picture), { title, blocks: [...leftOut(picture, format), ...blocks] });
}

/** What the answers rest on, each thing once. */
function assumptionsOf({ answer, progress }: PlanAnswers): Assumption[] {
  const all = [answer, progress?.track, progress?.forecast].flatMap((each) => each?.assumptions ?? []);
  return [...new Map(all.map((each) => [each.text, each])).values()];
}
