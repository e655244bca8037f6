import { chosenPlan } from "../plan/goals.js";
import type { GoalPlan } from "../plan/plan.js";
import { ceiling } from "../number/ceiling.js";
import { must } from "../number/invariant.js";
import { parseRateText } from "../number/rate-text.js";
import { decodeExact } from "../number/exact-string.js";
import { equal, divide, isPositive, multiply, ONE, ratio, type Ratio } from "../number/ratio.js";
import type { Target } from "../schedule/target.js";
import type { Solution, Targets } from "../solve/answer.js";
import type { ActivityTarget } from "../workload/activity-target.js";
import { whyFixed, type FixedPart } from "./fixed-parts.js";
import { liveDays, type LiveDays } from "./live-days.js";
import { liveWins, type LiveWins } from "./live-wins.js";
import { typedFraction, typedRate, type TypedFraction } from "./typed-fraction.js";

/** A stage, or the win, as a sheet works it out. */
export interface LiveStage {
  readonly target: Target;
  /** What its total is rounded up from: units that must enter. */
  readonly need: Ratio;
  /** What the work of a day is measured by: the need, or under `cascade` the whole number that is handed on. */
  readonly effort: Ratio;
  /** The share that goes on, as it is typed; null for the win. */
  readonly rate: TypedFraction | null;
  /** The place of the stage that has the same rate, where the plan says so. */
  readonly sameAs: number | null;
}

/** Work for each unit of a stage or for each win. */
export interface LiveActivity {
  readonly target: ActivityTarget;
  /** The place of its stage on the path. */
  readonly stage: number;
  /** How often for each unit; null where its total is a value. */
  readonly perUnit: TypedFraction | null;
  /** Whether its days and weeks follow too. */
  readonly isPaced: boolean;
}

/** What one person is to do of an activity. */
interface PersonPart {
  readonly person: string;
  readonly team: string | null;
  readonly activity: string;
  readonly total: number;
  /** All that is to be done of it, and where that stands: by its place among the activities, or on the path. */
  readonly of: { readonly total: number; readonly activity: number | null; readonly stage: number };
}

/** A plan as a workbook shows it: what is live, and why the rest is not. */
export interface LivePlan {
  readonly wins: LiveWins | null;
  readonly stages: readonly LiveStage[];
  /** Whether each total follows from the one after it. */
  readonly isChain: boolean;
  readonly isCascade: boolean;
  readonly days: LiveDays | null;
  readonly activities: readonly LiveActivity[];
  readonly people: readonly PersonPart[];
  /** What a sheet cannot work out; empty where all is live. */
  readonly fixed: readonly FixedPart[];
}

/**
 * Finds out which figures of an answer a sheet can work out by itself. Only parts of a plan whose equations a sheet knows are
 * live, and only where those equations give the answer's own figures.
 */
export function livePlan(answer: Solution, targets: Targets): LivePlan {
  const plan = chosenPlan(answer);
  const fixed = whyFixed(plan, answer.plan.goals !== undefined);
  const isCascade = plan.rounding === "cascade";
  const stages = stagesOf(plan, targets, isCascade);
  const isChain = fixed.totals.length === 0 && followsTotals(stages, isCascade);
  const wins = isChain ? liveWins(plan, targets) : null;
  const days = isChain && fixed.days.length === 0 ? liveDays(plan, targets, stages) : null;
  const activities = activitiesOf(plan, targets, { stages, isChain, days });
  return {
    wins,
    stages,
    isChain,
    isCascade,
    days,
    activities,
    people: peopleOf(targets, activities),
    fixed: [
      ...fixed.totals,
      ...(isChain || fixed.totals.length > 0 ? [] : (["totals"] as const)),
      ...(isChain && wins === null ? (["wins"] as const) : []),
      ...(isChain ? fixed.days : []),
      ...(isChain && days === null && fixed.days.length === 0 ? (["days"] as const) : []),
    ],
  };
}

function stagesOf({ funnel }: GoalPlan, { path, wins }: Targets, isCascade: boolean): LiveStage[] {
  const names = funnel.map(({ stage }) => stage);
  return path.map((target, index) => {
    const next = path[index + 1];
    const rate = target.rate === null ? null : decodeExact(target.rate);
    const handed = isCascade && rate !== null && next !== undefined && isPositive(rate);
    const exact = target.kind === "win" ? ratio(wins) : decodeExact(target.exact);
    const { sameAs } = funnel[index] ?? {};
    return {
      target,
      need: handed ? divide(ratio(next.total), rate) : exact,
      effort: handed ? ratio(target.total) : exact,
      rate: rate === null ? null : typedRate(funnel[index]?.rate, rate),
      sameAs: sameAs === undefined ? null : names.indexOf(sameAs),
    };
  });
}

/** Do the equations of a sheet give the answer's own totals? */
function followsTotals(stages: readonly LiveStage[], isCascade: boolean): boolean {
  return stages.every(({ target, need, rate }, index) => {
    const next = stages[index + 1];
    if (ceiling(need) !== target.total) return false;
    if (next === undefined) return rate === null;
    if (rate === null || !isPositive(rate.exact)) return false;
    return equal(need, divide(isCascade ? ratio(next.target.total) : next.need, rate.exact));
  });
}

function activitiesOf(
  { funnel, deal }: GoalPlan,
  { path, activities }: Targets,
  { stages, isChain, days }: Pick<LivePlan, "stages" | "isChain" | "days">,
): readonly LiveActivity[] {
  const written = [
    ...funnel.map(({ stage, activities: listed }) => ({ stage, listed })),
    { stage: WIN, listed: deal?.activities },
  ];
  return activities.flatMap((target): LiveActivity[] => {
    const place = path.findIndex(({ kind, stage }) => (kind === "win" ? WIN : stage) === target.stage);
    const of = stages[place];
    // A stage that is its own activity is there already.
    if (of === undefined || isItself(target, of.target)) return [];
    const listed = written.find(({ stage }) => stage === target.stage)?.listed;
    const perUnit = typedFraction(perUnitOf(listed?.find(({ name }) => name === target.activity)?.perUnit));
    const isLive = isChain && ceiling(multiply(perUnit.exact, ratio(of.target.total))) === target.total;
    if (!isLive) return [{ target, stage: place, perUnit: null, isPaced: false }];
    return [
      { target, stage: place, perUnit, isPaced: isPaced(target, multiply(perUnit.exact, of.effort), days) },
    ];
  });
}

/** The parts of people, where work is assigned to them: of a stage that is its own activity too. */
function peopleOf({ path, activities }: Targets, listed: readonly LiveActivity[]): readonly PersonPart[] {
  return activities.flatMap((target) => {
    const found = listed.findIndex((each) => each.target === target);
    const stage = path.findIndex(({ kind, stage: name }) => (kind === "win" ? WIN : name) === target.stage);
    const of = { total: target.total, activity: found < 0 ? null : found, stage };
    return target.people.map(({ name, total }) => ({
      person: name,
      team: target.owner,
      activity: target.activity,
      total,
      of,
    }));
  });
}

const WIN = "win";

function isItself({ activity, stage, total }: ActivityTarget, target: Target): boolean {
  return activity === stage && stage === target.stage && total === target.total;
}

function isPaced({ perDay, perWeek }: ActivityTarget, need: Ratio, days: LiveDays | null): boolean {
  if (days === null) return false;
  const each = divide(need, ratio(days.count));
  return ceiling(each) === perDay && ceiling(multiply(each, ratio(days.weekdays.length))) === perWeek;
}

/** How often an activity is done for each unit: once unless the plan says otherwise. */
function perUnitOf(written: number | string | undefined): Ratio {
  return written === undefined ? ONE : must(parseRateText(written), "a quantity of a plan");
}
