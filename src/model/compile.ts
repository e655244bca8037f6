import { parseGoalAmount } from "../plan/goal-amount.js";
import { at, must } from "../number/invariant.js";
import { ONE, sum, ZERO, type Ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import { planPeriod } from "../plan/plan-period.js";
import type { Plan } from "../plan/plan.js";
import { NO_LAG } from "../lag/read-lag.js";
import type { Series } from "../lag/series.js";
import { compileBase, sumOfParts, type CompiledBase } from "./base-movement.js";
import { compileBridge, type Bridge, type ProfitCosts } from "./bridge.js";
import { compileBudgets, type CompiledBudget } from "./budgets.js";
import { compileCosts, type CompiledCosts } from "./costs.js";
import { compileDeal, type CompiledDeal } from "./deal.js";
import { compileEntryShapes, type EntryShape, type WindowedStage } from "./entry-shapes.js";
import { compileFlow, type FlowStage } from "./flow.js";
import { compileHabits, type CompiledHabit } from "./habits.js";
import { compilePipeline, type PipelineUnits } from "./pipeline-units.js";
import { computePipelineWins, type PipelineWins } from "./pipeline-wins.js";
import { compileProfile } from "./profile.js";
import { compilePlanCalendar } from "./plan-calendar.js";
import {
  compileLags,
  compileTime,
  computeLandings,
  computeLandingsBy,
  type DatedPeriod,
  type MovingStage,
  type PlanTime,
  type StageLags,
  type StageLanding,
} from "./stage-time.js";
import { computeLevelCosts, type CostedFlow } from "./level-costs.js";
import { compileTasks, type CompiledTask } from "./tasks.js";
import { hasLimits } from "./team-capacity.js";
import { compileTeams, teamOf, type Teams } from "./teams.js";
import {
  daysOfWork,
  landingWindow,
  levelLanding,
  periodWindow,
  seasonalWeigher,
  teamWeigher,
  type PlanDays,
} from "./windows.js";
import type { SharedOut, StageWindow } from "./windows.js";

/** Everything about a stage that does not depend on how many wins are asked for. */
export interface CompiledStage extends WindowedStage {
  /** By day of the axis: the chance that an entry, if it converts, is won in the period; undefined where time plays no part. */
  readonly landing: Series | undefined;
  /** The same, but won by the period's end, also before its first day. */
  readonly byEnd: Series | undefined;
  /** What enters because of the work at stages up to this one: when, whatever its number. */
  readonly entries: readonly EntryShape[];
}

/**
 * A plan read once into exact numbers: all that solving, forecasting and tracking start from. Nothing above reads the plan's
 * own figures again; `plan` is what was written, to be said again and to be changed.
 */
export interface CompiledPlan extends PlanDays {
  readonly plan: Plan;
  readonly minOnTimeShare: Ratio;
  readonly deal: CompiledDeal;
  readonly base: CompiledBase;
  readonly bridge: Bridge;
  /** What is paid whatever is won. */
  readonly costs: CompiledCosts;
  /** The most that the plan, its teams and its channels may cost. */
  readonly budgets: readonly CompiledBudget[];
  /** The stages from the sources to the win. */
  readonly flow: readonly CompiledStage[];
  /** When entries are won; undefined where everything happens on the same day and nobody asks for days. */
  readonly time: PlanTime | undefined;
  /** Working days from workFrom to the period's end; empty for a period without dates. */
  readonly workDays: readonly number[];
  /** Of the wins: the working days of the period itself. */
  readonly winWindow: StageWindow;
  /** Of what channels with fixed units bring: the same, level, whatever the profile of the goal. */
  readonly levelWindow: StageWindow;
  /** The last day of each part of the goal's profile; empty without one. */
  readonly partEnds: readonly number[];
  /** What is won because of the work at all stages: when, whatever its number. */
  readonly winEntries: readonly EntryShape[];
  readonly teams: Teams;
  /** Whether any team can be over its minutes or its most per day. */
  readonly teamsHaveLimits: boolean;
  readonly tasks: readonly CompiledTask[];
  readonly habits: readonly CompiledHabit[];
  readonly pipeline: readonly PipelineUnits[];
  readonly pipelineWins: PipelineWins;
}

/** A plan whose period has dates. */
export type DatedPlan = CompiledPlan & { readonly period: DatedPeriod };

/** Whether a plan can be looked at day by day. */
export function isDated(compiled: CompiledPlan): compiled is DatedPlan {
  return compiled.period.kind === "dated";
}

/**
 * What is taken over from a plan that differs in one place: `schedule` where only rates, values and amounts do (windows,
 * teams and what enters when stay as they are), `time` where its teams may too.
 */
export interface KeptParts {
  readonly of: CompiledPlan;
  readonly parts: "schedule" | "time";
}

/** Reads a validated plan into exact numbers. */
export function compilePlan(plan: Plan, minOnTimeShare: Ratio, kept?: KeptParts): CompiledPlan {
  const deal = compileDeal(plan);
  const base = compileBase(plan);
  const written = compileFlow(plan);
  const days = kept === undefined ? compileDays(plan) : kept.of;
  const pipeline = compilePipeline(plan.pipeline, written, deal);
  const timed = timeStages(plan, written, days, pipeline.length > 0, kept);
  const schedule =
    kept?.parts === "schedule"
      ? keepSchedule(kept.of, timed.flow)
      : computeSchedule(plan, days, timed, minOnTimeShare);
  const [tasks, habits] = [compileTasks(plan.tasks), compileHabits(plan.habits)];
  const pipelineWins = computePipelineWins(
    pipeline,
    { flow: timed.flow, time: timed.time, calendar: days.calendar },
    // Without dates nothing is looked up by day.
    days.workFrom ?? 0,
  );
  const costs = compileCosts(plan, { ...days, ...schedule, tasks, habits });
  const paid =
    plan.goal.metric === "profit"
      ? profitCosts(plan, { ...schedule, deal, costs, openWins: pipelineWins.wins }, base)
      : undefined;
  return {
    plan,
    minOnTimeShare,
    deal,
    base,
    bridge: compileBridge(plan, deal, base, paid),
    costs,
    budgets: compileBudgets(plan, schedule.flow, schedule.teams),
    period: days.period,
    workFrom: days.workFrom,
    calendar: days.calendar,
    time: timed.time,
    ...schedule,
    tasks,
    habits,
    pipeline,
    pipelineWins,
  };
}

function profitCosts(plan: Plan, flow: CostedFlow, { parts }: CompiledBase): ProfitCosts {
  const { fixed = ZERO, beside, presence } = flow.costs;
  // Who is paid for being there is paid for habits and tasks too.
  const others = beside.filter(({ team }) => !presence.has(team));
  const paid = [fixed, ...[...others, ...presence.values()].map(({ cost }) => cost)];
  const amount = sum([parseGoalAmount(plan.goal.amount).amount, sumOfParts(parts), ...paid]);
  return { ...computeLevelCosts(flow, flow.deal.worth, amount), fixed: sum(paid) };
}

function compileDays(plan: Plan): PlanDays {
  const period = planPeriod(plan);
  const start = period.kind === "dated" ? period.first : undefined;
  const workFrom = plan.workFrom === undefined ? start : parseWrittenDay(plan.workFrom);
  return { period, workFrom, calendar: compilePlanCalendar(plan) };
}

type TimedStage = MovingStage & { readonly [Key in keyof StageLanding]: Series | undefined };

/** The stages with what time does to them. */
interface TimedFlow {
  readonly flow: readonly TimedStage[];
  readonly time: PlanTime | undefined;
}

/** Without dates nothing takes time. */
const NO_LAGS: StageLags = {
  lag: NO_LAG,
  lossLag: undefined,
  takesTime: false,
  backLag: NO_LAG,
  againLag: undefined,
};

function timeStages(
  plan: Plan,
  written: readonly FlowStage[],
  days: PlanDays,
  hasPipeline: boolean,
  kept: KeptParts | undefined,
): TimedFlow {
  if (kept?.of.time !== undefined || kept?.parts === "schedule") return keepTime(kept.of, written);
  const { period, workFrom, calendar } = days;
  const dated = period.kind === "dated";
  const lags = dated ? compileLags(written) : [];
  const flow = written.map((stage) => ({ ...stage, ...(lags[stage.index] ?? NO_LAGS) }));
  const needed =
    hasPipeline ||
    needsDays(plan) ||
    flow.some(({ takesTime, againLag }) => takesTime || againLag !== undefined);
  if (!dated || workFrom === undefined || !needed)
    return {
      flow: flow.map((stage) => ({ ...stage, landing: undefined, byEnd: undefined })),
      time: undefined,
    };
  const time = compileTime(period, workFrom, calendar);
  const landings = computeLandings(flow, time, period);
  return { flow: flow.map((stage) => ({ ...stage, ...at(landings, stage.index) })), time };
}

function keepTime({ flow, time }: CompiledPlan, written: readonly FlowStage[]): TimedFlow {
  const stages = written.map((stage): TimedStage => {
    const { lag, lossLag, takesTime, backLag, againLag, landing, byEnd } = at(flow, stage.index);
    return { ...stage, lag, lossLag, takesTime, backLag, againLag, landing, byEnd };
  });
  return { flow: stages, time };
}

/** Teams that can be over a limit, or away, need to know on which day work falls; so does what is due by days of its own. */
function needsDays({ teams, goal }: Plan): boolean {
  if (goal.profile !== undefined) return true;
  return Object.values(teams ?? {}).some(
    ({ people, minutesPerDay, maxPerDay }) =>
      people !== undefined || minutesPerDay !== undefined || maxPerDay !== undefined,
  );
}

type Schedule = Pick<
  CompiledPlan,
  "flow" | "workDays" | "winWindow" | "levelWindow" | "partEnds" | "winEntries" | "teams" | "teamsHaveLimits"
>;

function keepSchedule(of: CompiledPlan, timed: readonly TimedStage[]): Schedule {
  const { workDays, winWindow, levelWindow, partEnds, winEntries, teams, teamsHaveLimits } = of;
  const flow = timed.map((stage): CompiledStage => {
    const { window, unitsLanding, entries } = at(of.flow, stage.index);
    return { ...stage, window, unitsLanding, entries };
  });
  return { flow, workDays, winWindow, levelWindow, partEnds, winEntries, teams, teamsHaveLimits };
}

function computeSchedule(plan: Plan, days: PlanDays, timed: TimedFlow, minOnTimeShare: Ratio): Schedule {
  const { time } = timed;
  const workDays = daysOfWork(days);
  const dated = days.period.kind === "dated";
  const teams = compileTeams(plan, dated ? workDays : undefined, days.calendar.shares, days.workFrom ?? 0);
  const seasonal = seasonalWeigher(days.calendar);
  const sharedOut = shareOut(plan, days.period, timed);
  const windowed = timed.flow.map((stage): WindowedStage & TimedStage => {
    const weigh = teamWeigher(days.calendar, seasonal, teamOf(teams, stage.owner));
    const landing = landingOf(stage);
    const window =
      time === undefined || landing === undefined || stage.inUnitsChannel
        ? periodWindow(days, weigh)
        : landingWindow(days, time, landing, minOnTimeShare, weigh, sharedOut(stage.index));
    const levels = time !== undefined && landing !== undefined && stage.brought !== null;
    return { ...stage, window, unitsLanding: levels ? levelLanding(days, time, landing.landing) : ONE };
  });
  const levelWindow = periodWindow(days, seasonal);
  const won = sharedOut(timed.flow.length);
  const entries = compileEntryShapes(windowed, time, levelWindow);
  return {
    flow: windowed.map((stage) => ({ ...stage, entries: at(entries.stages, stage.index) })),
    workDays,
    winWindow: won === undefined ? levelWindow : periodWindow(days, seasonal, won),
    levelWindow,
    partEnds: won === undefined ? [] : won.profile.ends,
    winEntries: entries.wins,
    teams,
    teamsHaveLimits: [...teams.values()].some(hasLimits),
  };
}

/** How the target is shared out over what a stage, by its index, or the wins, after the last one, land in; undefined without a profile. */
function shareOut(plan: Plan, period: PlanDays["period"], { flow, time }: TimedFlow) {
  const profile = compileProfile(plan);
  if (profile === undefined || time === undefined || period.kind === "undated") return () => undefined;
  const landings = profile.months.map(({ last }) => computeLandingsBy(flow, time, period, last));
  return (index: number): SharedOut => ({
    profile,
    axis: time.mover.axis,
    byMonth: landings.map((each) => at(each, index)),
  });
}

function landingOf({ landing, byEnd }: TimedStage): StageLanding | undefined {
  return landing === undefined
    ? undefined
    : { landing, byEnd: must(byEnd, "what lands by the period's end") };
}
