import { chosenPlan } from "../plan/goals.js";
import type { Assumption } from "../words/assumptions.js";
import type { Solution, Targets } from "../solve/answer.js";
import type { Comparison } from "../sensitivity/compare.js";
import type { Levers } from "../sensitivity/levers.js";
import { byDateSection } from "./forecast/by-date.js";
import { rangeSection } from "./forecast/ranges.js";
import { pipelineSections } from "./forecast/pipeline.js";
import { calendarPicture } from "../charts/calendar/data.js";
import { channelsPicture } from "../charts/channels/data.js";
import { funnelPicture } from "../charts/funnel/data.js";
import { moneyOf } from "../charts/goal.js";
import { utilisationPicture } from "../charts/utilisation/data.js";
import type { Format } from "../format/format.js";
import { planFormat } from "../words/plan-format.js";
import { sentence, type Report, type Section } from "./report.js";
import { REPORT_PARTS, type ReportPart } from "./report-part.js";
import { activitySection } from "./sections/activities.js";
import { comparedSections } from "./sensitivity/compare-report.js";
import { assumptionSection } from "./sections/assumptions.js";
import { agreedSection } from "./sections/agreed.js";
import { bestChangeSection } from "./sections/best-change.js";
import { bridgeSection } from "./sections/bridge.js";
import { calendarSections } from "./sections/calendar.js";
import { lossLimitSection } from "./sections/loss-limits.js";
import { channelSection } from "./sections/channels.js";
import { dailySection } from "./sections/daily.js";
import { economicsSection } from "./sections/economics.js";
import { leftOut, ofFullest } from "./sections/fullest.js";
import { leadBlocks } from "./sections/chance.js";
import { goalsSection } from "./sections/goals.js";
import { goalSection } from "./sections/goal.js";
import { habitSection } from "./sections/habits.js";
import { infeasibleSections } from "./sections/infeasible.js";
import { leverSection } from "./sections/levers.js";
import { monthSection } from "./sections/months.js";
import { milestoneSection } from "./sections/milestones.js";
import { pathSection } from "./sections/path.js";
import { pictured } from "./sections/pictured.js";
import { progressSection } from "./sections/progress.js";
import { reasonsWhySection } from "./sections/reasons-why.js";
import { sameDaysSection } from "./sections/same-days.js";
import { sinceSection } from "./sections/since.js";
import { standingSection } from "./sections/standing.js";
import { quotaSection } from "./sections/quotas.js";
import { peopleSection, personalLoadSection, teamSection } from "./sections/teams.js";
import { thisWeekSection, type Whose } from "./sections/this-week.js";
import { weekSection } from "./sections/weeks.js";
import {
  goalTracksSection,
  activityPaceSection,
  gapSection,
  lossSection,
  luckSection,
  paceSection,
} from "./track/track-sections.js";
import { attainmentSections } from "./track/attainment-sections.js";
import type { PlanProgress } from "./progress.js";
import type { ReportOptions } from "./solution-report.js";
import { ofTeam, trackOfTeam } from "./of-team.js";
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

/** What the report of a plan shows. */
export interface PlanReportOptions extends ReportOptions, Whose {
  /** Only these parts; all of them unless given. */
  readonly sections?: readonly ReportPart[] | undefined;
}

/** So many late items are listed one by one; a manager reads no more of them. */
const MOST_LATE = 10;

/** A section, and the part of the report that it belongs to. */
type Named = readonly [part: ReportPart, section: Section];

/**
 * Will we make it, what must each team do next, and why?
 *
 * The report of a plan for whoever leads it. Its first page answers with what has happened so far: will we make it, how sure
 * and where will it end; what to do this week, by team; where we are; the reasons that matter most; the one change that helps
 * most; and what has changed since an earlier look. Without a snapshot: how sure the goal is, the numbers of each working day,
 * and the funnel. An appendix has the rest: stages, bridge, weeks, work, teams, levers, economics, and what all this assumes.
 * For a goal that cannot be reached, the reasons and the ways out stand first. Sections without content are left out. People
 * are named only where `people` asks for it.
 *
 * @throws TypeError for anything else than the answers of a plan
 * @throws RangeError for a part that there is not
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * planReport({ answer }).sections[0]?.blocks.slice(1); // => [{ kind: "figures", items: [{ figure: "2", label: "demos", note: "40 in all by Fri 30 Jan" }] }]
 * ```
 */
export function planReport(answers: PlanAnswers, options: PlanReportOptions = {}): Report {
  requireHanded("planReport", ["the answers of a plan"], answers);
  requireParts(options.sections);
  const { answer, progress } = answers;
  const format = planFormat(answer.plan, options.format);
  const page =
    progress === undefined
      ? planPage(answer, options, format)
      : progressPage(answer, progress, options, format);
  const appendix = appendixOf(answers, options, format).map(([part, section]): Named => [
    part,
    { ...section, place: "appendix" },
  ]);
  const { sections: wanted, team } = options;
  const name = answer.plan.name ?? "Plan";
  return {
    title: team === undefined ? name : `${name}: ${team}`,
    sections: [...page, ...appendix]
      .filter(([part, { blocks }]) => blocks.length > 0 && (wanted === undefined || wanted.includes(part)))
      .map(([, section]) => section),
  };
}

function requireParts(parts: readonly string[] = []): void {
  const strange = parts.find((part) => !REPORT_PARTS.some((each) => each === part));
  if (strange === undefined) return;
  throw new RangeError(
    `planReport requires sections of ${REPORT_PARTS.join(", ")}; got ${JSON.stringify(strange)}`,
  );
}

/** The page of a plan that has not begun: how sure it is, and the numbers of each day; for one out of reach, why. */
function planPage(answer: Solution, { team }: Whose, format: Format): Named[] {
  const { status, targets } = answer;
  const daily = dailySection(ofTeam(answer, team), format);
  const lead = daily.blocks.length > 0 && status === "feasible" ? leadBlocks(answer, format) : [];
  const goal = lead.length > 0 ? goalSection(answer, format, []) : goalSection(answer, format);
  const path = targets === null ? pathlessSection(answer) : pathOf(answer, targets, format);
  const sections: Named[] =
    status === "feasible"
      ? [
          ["status", { ...daily, blocks: [...lead, ...daily.blocks] }],
          ["plan", goal],
        ]
      : [
          ["plan", goal],
          ...infeasibleSections(answer, format).map((section): Named => ["status", section]),
          ["week", daily],
        ];
  const onPage = [...sections, ...(team === undefined ? [["path", path] as const] : [])];
  return onPage.map(([part, section]): Named => [part, { ...section, place: "page" }]);
}

/** The page of a plan on its way. */
function progressPage(answer: Solution, progress: PlanProgress, whose: Whose, format: Format): Named[] {
  const plan = chosenPlan(answer);
  const { track, forecast, replan, change, since } = progress;
  const currency = moneyOf(plan);
  return [
    ["status", standingSection(answer.plan, track, forecast, format)],
    ...(track.goals === undefined
      ? []
      : [["status", { ...goalTracksSection(track, format), place: "page" }] as const]),
    ...(replan === undefined ? [] : [["week", thisWeekSection(replan, track, whose, format)] as const]),
    ["progress", progressSection(progress, currency, format)],
    ["causes", reasonsWhySection(plan, track, currency, format)],
    ["change", bestChangeSection(change, replan, track, plan, format)],
    ...(since === undefined ? [] : [["since", sinceSection(plan, since, format)] as const]),
  ];
}

/** Everything behind the page. */
function appendixOf(answers: PlanAnswers, options: PlanReportOptions, format: Format): Named[] {
  const { answer, progress } = answers;
  const { targets } = answer;
  const ofPlan =
    targets === null
      ? progress === undefined
        ? []
        : [["path", pathlessSection(answer)] as const]
      : targetSections(answers, targets, options, format);
  return [
    ...(progress === undefined ? [] : goingSections(progress, options, format)),
    ...(progress === undefined ? [] : [["plan", asPlanned(goalSection(answer, format))] as const]),
    ...ofPlan,
    ...(answers.comparison === undefined ? [] : comparedSections(answers.comparison, format)).map(
      (section): Named => ["scenarios", section],
    ),
    ["assumptions", assumptionSection(assumptionsOf(answers), format)],
  ];
}

function goingSections(
  { track, forecast, replan, attainment, against, earlier }: PlanProgress,
  { team, people }: Whose,
  format: Format,
): Named[] {
  const own = trackOfTeam(track, team);
  const ahead = forecast !== undefined && team === undefined;
  return [
    ...(against === undefined ? [] : [["agreed", agreedSection(against, format)] as const]),
    ...(earlier === undefined ? [] : [["earlier", sameDaysSection(earlier, format)] as const]),
    // What a day must bring is said once: by the plan for the rest.
    ["stages", paceSection(own, format, replan === undefined)],
    ["stages", activityPaceSection(own, format, replan === undefined)],
    ...(attainment === undefined
      ? []
      : attainmentSections(attainment, replan, { people, team }, format).map((section): Named => [
          "people",
          section,
        ])),
    ["losses", lossSection(own, format)],
    ...(team === undefined ? [["causes", gapSection(track, format)] as const] : []),
    ["causes", luckSection(own, format)],
    ...(ahead
      ? [
          ["forecast", byDateSection(forecast, format)] as const,
          ["forecast", rangeSection(forecast, format)] as const,
          ...pipelineSections(forecast, format, MOST_LATE).map((section): Named => ["pipeline", section]),
        ]
      : []),
  ];
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
  const section = { title: "Where it is blocked", blocks: [] };
  return answer.plan.funnel.length === 0 ? section : pictured(funnelPicture(answer), section);
}

function targetSections(
  { answer, levers, progress }: PlanAnswers,
  all: Targets,
  { calendar = false, team, people = false }: PlanReportOptions,
  format: Format,
): Named[] {
  const targets = ofTeam(answer, team).targets ?? all;
  const isWhole = team === undefined;
  const whole = (...sections: readonly Named[]): readonly Named[] => (isWhole ? sections : []);
  const path = pathSection(targets, format);
  return [
    ...whole(["bridge", goalsSection(answer.plan, targets, format)]),
    ...whole(["bridge", bridgeSection(chosenPlan(answer), targets, format)]),
    ...(isWhole && progress === undefined
      ? []
      : [["path", isWhole ? pathOf(answer, targets, format) : path] as const]),
    [
      "weeks",
      isWhole
        ? pictured(calendarPicture(answer), weekSection(targets, format))
        : weekSection(targets, format),
    ],
    ...(calendar ? calendarSections(targets, format).map((section): Named => ["calendar", section]) : []),
    ["milestones", monthSection(targets, format)],
    ["milestones", milestoneSection(targets, format, chosenPlan(answer))],
    ["work", activitySection(targets, format)],
    ["habits", habitSection(answer.plan, format, team)],
    ["teams", isWhole ? teamsSection(answer, targets, format) : teamSection(targets, format)],
    ...(people
      ? [
          ["people", peopleSection(targets, format)] as const,
          ["people", personalLoadSection(targets, format)] as const,
        ]
      : []),
    ...whole(["teams", quotaSection(targets, format, chosenPlan(answer))]),
    ["losses", lossLimitSection(targets, format)],
    ...whole(["channels", channelSection(channelsPicture(answer), format, targets.channels)]),
    ...whole(
      ...(levers === undefined || answer.plan.funnel.length === 0
        ? []
        : [["levers", leverSection(levers, moneyOf(chosenPlan(answer)), format)] as const]),
    ),
    ...whole(["economics", economicsSection(targets, format)]),
  ];
}

/** Without a funnel there is nothing to draw. */
function pathOf(answer: Solution, targets: Targets, format: Format): Section {
  const section = pathSection(targets, format);
  return answer.plan.funnel.length === 0 ? section : pictured(funnelPicture(answer), section);
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
