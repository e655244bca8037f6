import type { Rate } from "../number/measure.js";
import type { Day } from "../calendar/day.js";
import { parseGoalAmount } from "../plan/goal-amount.js";
import { at, must } from "../number/invariant.js";
import { ONE, sum, ZERO, type Ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import { planPeriod } from "../plan/plan-period.js";
import { goalPlans } from "../plan/goals.js";
import type { GoalPlan, Plan } from "../plan/plan.js";
import { NO_LAG } from "../lag/read-lag.js";
import type { Series } from "../lag/series.js";
import { compileBase, sumOfParts, type CompiledBase } from "./base-movement.js";
import { compileBridge, type Bridge, type ProfitCosts } from "./bridge.js";
import { compileBudgets, type CompiledBudget } from "./budgets.js";
import { compileCosts, type CompiledCosts } from "./costs.js";
import { compileDeal, type CompiledDeal } from "./deal.js";
import { compileEarning, type Earning } from "./earned-months.js";
import { earnedWorth, type EarningFlow } from "./earned-worth.js";
import { compileEntryShapes, type EntryShape, type WindowedStage } from "./entry-shapes.js";
import { compileFlow, type FlowStage } from "./flow.js";
import { compileHabits, type CompiledHabit } from "./habits.js";
import { compilePipeline, type PipelineUnits } from "./pipeline-units.js";
import { computePipelineWins, type PipelineWins } from "./pipeline-wins.js";
import { joinedWindow } from "./joined-window.js";
import { baseOfMonths, bridgeOfMonths, compileMonthGoals, monthShares, type MonthGoal } from "./months.js";
import { needsMost } from "./needs-most.js";
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
import type { SharedOut, StageWindow, Weigh } from "./windows.js";

/** Everything about a stage that does not depend on how many wins are asked for. */
export interface CompiledStage extends WindowedStage {
  /** By day of the axis: the chance that an entry, if it converts, is won in the period; undefined where time plays no part. */
  readonly landing: Series | undefined;
  /** The same, but won by the period's end, also before its first day. */
  readonly byEnd: Series | undefined;
  /** For how many months an entry, if it converts, pays in the period; undefined where the metric does not ask. */
  readonly earned: Series | undefined;
  /** What enters because of the work at stages up to this one: when, whatever its number. */
  readonly entries: readonly EntryShape[];
}

/** One month of a goal that holds for each, with the funnel as it works for that month. */
export interface CompiledMonth extends MonthGoal {
  /** The same stages, each with the window of its work for this month. */
  readonly flow: readonly CompiledStage[];
  /** Of the wins: the working days of the month. */
  readonly winWindow: StageWindow;
  /** Wins that open work is expected to bring in this month. */
  readonly openWins: Ratio;
}

/**
 * A plan read once into exact numbers: all that solving, forecasting and tracking start from. Nothing above reads the plan's
 * own figures again; `written` is the plan as it was written, to be said again and to be changed.
 */
export interface CompiledPlan extends PlanDays {
  /** The plan as it was written. */
  readonly written: Plan;
  /** The same with one goal: of several the one that binds. All figures here are those of this goal. */
  readonly plan: GoalPlan;
  /** Each of several goals by itself, the one that binds among them; empty where the plan has one goal. */
  readonly goals: readonly CompiledPlan[];
  /** The place of the goal that binds among several; 0 where the plan has one goal. */
  readonly binds: number;
  readonly minOnTimeShare: Rate;
  readonly deal: CompiledDeal;
  /** How what wins pay within the period is counted; undefined where the metric is another. */
  readonly earning: Earning | undefined;
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
  readonly workDays: readonly Day[];
  /** Of the wins: the working days of the period itself. */
  readonly winWindow: StageWindow;
  /** Of what channels with fixed units bring: the same, level, whatever the profile of the goal. */
  readonly levelWindow: StageWindow;
  /** The months, where the goal holds for each of them; empty otherwise. */
  readonly months: readonly CompiledMonth[];
  /** The last day of each part of the goal's profile, or of each month where the goal holds for each; empty otherwise. */
  readonly partEnds: readonly Day[];
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

/**
 * Reads a validated plan into exact numbers.
 *
 * Of several goals each is read by itself; the one that needs most wins of new work binds, and of those that need as many the
 * first. One that no number of wins meets needs most.
 */
export function compilePlan(plan: Plan, minOnTimeShare: Rate, kept?: KeptParts): CompiledPlan {
  if (plan.goals === undefined)
    return { ...compileGoal(plan, minOnTimeShare, kept), written: plan, goals: [], binds: 0 };
  const goals: CompiledPlan[] = [];
  for (const [binds, alone] of goalPlans(plan).entries()) {
    const [first] = goals;
    // When entries are won, and who is there, is the same for all goals.
    const schedule = first && ({ of: first, parts: "schedule" } as const);
    const own = kept === undefined ? schedule : { ...kept, of: at(kept.of.goals, binds) };
    goals.push({ ...compileGoal(alone, minOnTimeShare, own), ...{ written: plan, goals: [], binds } });
  }
  return { ...at(goals, needsMost(goals)), goals };
}

/** What the goal of a plan says of it, and all that does not depend on it. */
type OneGoal = Omit<CompiledPlan, "written" | "goals" | "binds">;

function compileGoal(plan: GoalPlan, minOnTimeShare: Rate, kept?: KeptParts): OneGoal {
  const priced = compileDeal(plan);
  const goals = compileMonthGoals(plan, priced);
  const whole = compileBase(plan);
  const base = goals.length === 0 ? whole : baseOfMonths(whole, goals);
  const written = compileFlow(plan);
  const earning = compileEarning(plan);
  const days = kept === undefined ? compileDays(plan) : kept.of;
  const pipeline = compilePipeline(plan.pipeline, written, priced);
  const timed = timeStages(plan, written, { ...days, earning }, pipeline.length > 0, kept);
  const schedule =
    // What each month's work weighs follows from its wins, which any number may change.
    kept?.parts === "schedule" && goals.length === 0
      ? keepSchedule(kept.of, timed.flow)
      : computeSchedule({
          ...{ plan, days, timed, minOnTimeShare, goals, pipeline, kept },
          seasonal: seasonalWeigher(days.calendar),
        });
  const [tasks, habits] = [compileTasks(plan.tasks), compileHabits(plan.habits)];
  const pipelineWins = computePipelineWins(
    pipeline,
    { flow: timed.flow, time: timed.time, calendar: days.calendar },
    // Without dates nothing is looked up by day.
    days.workFrom ?? 0,
  );
  const deal =
    earning === undefined
      ? priced
      : earnedDeal(plan, priced, { ...days, ...schedule, time: timed.time, pipeline, pipelineWins });
  const costs = compileCosts(plan, { ...days, ...schedule, tasks, habits });
  const paid =
    plan.goal.metric === "profit"
      ? profitCosts(plan, { ...schedule, deal, costs, openWins: pipelineWins.wins }, base)
      : undefined;
  const bridge = compileBridge(plan, deal, base, paid);
  return {
    plan,
    minOnTimeShare,
    deal,
    earning,
    base,
    bridge: goals.length === 0 ? bridge : bridgeOfMonths(bridge, plan, goals),
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

function profitCosts(plan: GoalPlan, flow: CostedFlow, { parts }: CompiledBase): ProfitCosts {
  const { fixed = ZERO, beside, presence } = flow.costs;
  // Who is paid for being there is paid for habits and tasks too.
  const others = beside.filter(({ team }) => !presence.has(team));
  const paid = [fixed, ...[...others, ...presence.values()].map(({ cost }) => cost)];
  const amount = sum([parseGoalAmount(plan.goal.amount).amount, sumOfParts(parts), ...paid]);
  return { ...computeLevelCosts(flow, flow.deal.worth, amount), fixed: sum(paid) };
}

/** What a win pays in a month × the months that an average win pays within the period. */
function earnedDeal(plan: GoalPlan, deal: CompiledDeal, flow: EarningFlow): CompiledDeal {
  const { amount } = parseGoalAmount(plan.goal.amount);
  return { ...deal, worth: earnedWorth(flow, deal, amount) };
}

function compileDays(plan: GoalPlan): PlanDays {
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
  plan: GoalPlan,
  written: readonly FlowStage[],
  days: PlanDays & Pick<CompiledPlan, "earning">,
  hasPipeline: boolean,
  kept: KeptParts | undefined,
): TimedFlow {
  if (kept?.of.time !== undefined || kept?.parts === "schedule") return keepTime(kept.of, written);
  const { period, workFrom, calendar, earning } = days;
  const dated = period.kind === "dated";
  const lags = dated ? compileLags(written) : [];
  const flow = written.map((stage) => ({ ...stage, ...(lags[stage.index] ?? NO_LAGS) }));
  const needed =
    hasPipeline ||
    needsDays(plan) ||
    flow.some(({ takesTime, againLag }) => takesTime || againLag !== undefined);
  if (!dated || workFrom === undefined || !needed)
    return {
      flow: flow.map((stage) => ({ ...stage, landing: undefined, byEnd: undefined, earned: undefined })),
      time: undefined,
    };
  const time = compileTime(period, workFrom, calendar, earning);
  const landings = computeLandings(flow, time, period);
  return { flow: flow.map((stage) => ({ ...stage, ...at(landings, stage.index) })), time };
}

function keepTime({ flow, time }: CompiledPlan, written: readonly FlowStage[]): TimedFlow {
  const stages = written.map((stage): TimedStage => {
    const { lag, lossLag, takesTime, backLag, againLag, landing, byEnd, earned } = at(flow, stage.index);
    return { ...stage, lag, lossLag, takesTime, backLag, againLag, landing, byEnd, earned };
  });
  return { flow: stages, time };
}

/**
 * Teams that can be over a limit, or away, need to know on which day work falls; so does what is due by days of its own, and
 * what is paid from the day of a win on.
 */
function needsDays({ teams, goal }: GoalPlan): boolean {
  if (goal.profile !== undefined || goal.every !== undefined || goal.metric === "revenue-earned") return true;
  return Object.values(teams ?? {}).some(
    ({ people, minutesPerDay, maxPerDay }) =>
      people !== undefined || minutesPerDay !== undefined || maxPerDay !== undefined,
  );
}

type Schedule = Pick<
  CompiledPlan,
  | "flow"
  | "workDays"
  | "winWindow"
  | "levelWindow"
  | "months"
  | "partEnds"
  | "winEntries"
  | "teams"
  | "teamsHaveLimits"
>;

function keepSchedule(of: CompiledPlan, timed: readonly TimedStage[]): Schedule {
  const { workDays, winWindow, levelWindow, months, partEnds, winEntries, teams, teamsHaveLimits } = of;
  const flow = timed.map((stage): CompiledStage => {
    const { window, unitsLanding, entries } = at(of.flow, stage.index);
    return { ...stage, window, unitsLanding, entries };
  });
  return { flow, workDays, winWindow, levelWindow, months, partEnds, winEntries, teams, teamsHaveLimits };
}

/** What the days of the work are worked out from. */
interface Scheduling {
  readonly plan: GoalPlan;
  readonly days: PlanDays;
  /** Weighs days by the season, for all who work on every day of the plan. */
  readonly seasonal: Weigh;
  readonly timed: TimedFlow;
  readonly minOnTimeShare: Ratio;
  /** Where the goal holds for each month. */
  readonly goals: readonly MonthGoal[];
  readonly pipeline: readonly PipelineUnits[];
  readonly kept: KeptParts | undefined;
}

type ScheduledStage = WindowedStage & TimedStage;

function computeSchedule(scheduling: Scheduling): Schedule {
  const { plan, days, seasonal, timed, goals } = scheduling;
  const { time } = timed;
  const workDays = daysOfWork(days);
  const dated = days.period.kind === "dated";
  const teams = compileTeams(plan, dated ? workDays : undefined, days.calendar.shares, days.workFrom ?? 0);
  const sharedOut = shareOut(plan, days.period, timed);
  const levelWindow = periodWindow(days, seasonal);
  const won = sharedOut(timed.flow.length);
  const months = goals.map((goal, index) => scheduleMonth(scheduling, teams, goal, index));
  const alone = months.length > 0 ? undefined : windowedFlow(scheduling, teams, sharedOut);
  const { flow, winWindow } =
    alone === undefined
      ? joinMonths(scheduling, months, workDays[0])
      : {
          flow: alone,
          winWindow: won === undefined ? levelWindow : periodWindow(days, seasonal, won),
        };
  const entries = compileEntryShapes(flow, time, levelWindow);
  return {
    flow: flow.map((stage) => ({ ...stage, entries: at(entries.stages, stage.index) })),
    workDays,
    winWindow,
    levelWindow,
    months: months.map((month) => ({
      ...month,
      flow: month.flow.map((stage) => ({ ...stage, entries: at(entries.stages, stage.index) })),
    })),
    partEnds: months.length > 0 ? months.map(({ last }) => last) : won === undefined ? [] : won.profile.ends,
    winEntries: entries.wins,
    teams,
    teamsHaveLimits: [...teams.values()].some(hasLimits),
  };
}

/** The stages with the windows of their work; `landings` is when their entries land, as long as it is not in the whole period. */
function windowedFlow(
  {
    days,
    seasonal,
    timed,
    minOnTimeShare,
  }: Pick<Scheduling, "days" | "seasonal" | "timed" | "minOnTimeShare">,
  teams: Teams,
  sharedOut: (index: number) => SharedOut | undefined,
): readonly ScheduledStage[] {
  const { time, flow } = timed;
  return flow.map((stage): ScheduledStage => {
    const weigh = teamWeigher(days.calendar, seasonal, teamOf(teams, stage.owner));
    const landing = landingOf(stage);
    const window =
      time === undefined || landing === undefined || stage.inUnitsChannel
        ? periodWindow(days, weigh)
        : landingWindow(days, time, landing, minOnTimeShare, weigh, sharedOut(stage.index));
    const levels = time !== undefined && landing !== undefined && stage.brought !== null;
    return { ...stage, window, unitsLanding: levels ? levelLanding(days, time, landing.landing) : ONE };
  });
}

type ScheduledMonth = Omit<CompiledMonth, "flow"> & { readonly flow: readonly ScheduledStage[] };

/** The funnel as it works for one month: what is won outside of it is not won in time. */
function scheduleMonth(scheduling: Scheduling, teams: Teams, goal: MonthGoal, index: number): ScheduledMonth {
  const { days, seasonal, timed, pipeline, kept } = scheduling;
  // Windows do not depend on amounts and rates; what open work brings does.
  const known = kept?.parts === "schedule" && pipeline.length === 0 ? kept.of.months[index] : undefined;
  if (known !== undefined)
    return {
      ...goal,
      flow: timed.flow.map((stage) => {
        const { landing, byEnd, window, unitsLanding } = at(known.flow, stage.index);
        return { ...stage, landing, byEnd, window, unitsLanding };
      }),
      ...{ winWindow: known.winWindow, openWins: known.openWins },
    };
  const time = must(timed.time, "the days of a goal for each month");
  const period: DatedPeriod = { kind: "dated", first: goal.first, last: goal.last };
  const landings = computeLandingsBy(timed.flow, time, period, goal.last);
  const flow = timed.flow.map((stage): TimedStage => {
    const landing = at(landings, stage.index);
    return { ...stage, landing, byEnd: landing };
  });
  const inMonth = { ...days, period };
  const won = { ...time, won: at(landings, flow.length) };
  return {
    ...goal,
    flow: windowedFlow({ ...scheduling, days: inMonth, timed: { flow, time } }, teams, () => undefined),
    winWindow: periodWindow(inMonth, seasonal),
    openWins: computePipelineWins(
      pipeline,
      { flow, time: won, calendar: days.calendar },
      days.workFrom ?? goal.first,
    ).wins,
  };
}

/** The windows of all months as one, each with its part of what is needed. */
function joinMonths(
  { timed }: Scheduling,
  months: readonly ScheduledMonth[],
  today: number | undefined,
): { readonly flow: readonly ScheduledStage[]; readonly winWindow: StageWindow } {
  const { mover, won } = must(timed.time, "the days of a goal for each month");
  const shares = monthShares(months);
  const { axis } = mover;
  const flow = timed.flow.map((stage): ScheduledStage => {
    const windows = months.map((month) => at(month.flow, stage.index).window);
    const whole = must(landingOf(stage), "when entries land");
    // No channel brings fixed units: a goal for each month has none beside it.
    return { ...stage, window: joinedWindow(windows, shares, { axis, ...whole }, today), unitsLanding: ONE };
  });
  const windows = months.map(({ winWindow }) => winWindow);
  return { flow, winWindow: joinedWindow(windows, shares, { axis, landing: won, byEnd: won }, today) };
}

/** How the target is shared out over what a stage, by its index, or the wins, after the last one, land in; undefined without a profile. */
function shareOut(plan: GoalPlan, period: PlanDays["period"], { flow, time }: TimedFlow) {
  const profile = compileProfile(plan);
  if (profile === undefined || time === undefined || period.kind === "undated") return () => undefined;
  const landings = profile.months.map(({ last }) => computeLandingsBy(flow, time, period, last));
  return (index: number): SharedOut => ({
    profile,
    axis: time.mover.axis,
    byMonth: landings.map((each) => at(each, index)),
  });
}

function landingOf({ landing, byEnd, earned }: TimedStage): StageLanding | undefined {
  return landing === undefined
    ? undefined
    : { landing, byEnd: must(byEnd, "what lands by the period's end"), earned };
}
