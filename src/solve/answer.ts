import type { GoalChance } from "./chance/goal-chance.js";
import type { Fix } from "../words/fixes.js";
import type { NearestGoal } from "../diagnose/nearest-goal.js";
import type { Reason } from "../words/reasons.js";
import type { Assumption } from "../words/assumptions.js";
import type { ExactString } from "../number/exact-string.js";
import type { Metric } from "../plan/metric.js";
import type { Plan } from "../plan/plan.js";
import type { Target } from "../schedule/target.js";
import type { ActivityTarget, Utilisation } from "../workload/activity-target.js";

/** The goal as it was solved; `unit` is what the amount counts in: a currency, "customers" or the unit of the plan. */
export interface GoalAnswer {
  /** What is counted. */
  readonly metric: Metric;
  /** How much of it is to be reached. */
  readonly amount: ExactString;
  /** What the amount counts in; null where the plan names no currency. */
  readonly unit: string | null;
  /** How the amount came about; only where the plan writes a change of what there is now or was last period. */
  readonly change?: GoalChange;
  /** Whether it holds for each month of the period; only where the plan says so. */
  readonly every?: "month";
  /** Why it is wanted, in the plan's own words; only where it says so. */
  readonly why?: string;
}

/** One of several goals: what it takes by itself, and what the wins to go for bring of it. */
export interface OneOfGoals extends GoalAnswer {
  /** The wins that it takes by itself, before any rounding and buffer; below 0 where it is reached without any. */
  readonly exactWins: ExactString;
  /** The same as wins to go for: whole, with the buffer. */
  readonly wins: number;
  /** What the wins that the plan goes for bring of it, in its own unit. */
  readonly brought: ExactString;
  /** That ÷ the amount; null for a goal of 0. */
  readonly attainment: ExactString | null;
  /** Whether it needs most of them all, so that the plan goes for its wins. */
  readonly binds: boolean;
}

/** The change that an amount was written as. */
export interface GoalChange {
  /** What changes: what there is now, whose growth must be added, or what the last period brought. */
  readonly of: "now" | "lastPeriod";
  /** What that is. */
  readonly was: ExactString;
  /** The change, as a share of it: `1/5` for 20% more. */
  readonly by: ExactString;
}

/** The period of the goal, with its number of working days. */
export type PeriodAnswer =
  | {
      /** A period of the calendar. */
      readonly kind: "dated";
      /** The first day, included. */
      readonly start: string;
      /** The last day, included. */
      readonly end: string;
      /** The days of the period on which work is done. */
      readonly workingDays: number;
    }
  | {
      /** So many working days, of no calendar. */
      readonly kind: "undated";
      /** How many working days. */
      readonly workingDays: number;
    };

/** One step of the bridge: an amount in the metric's unit, and the wins it takes or saves. */
export interface BridgeItem {
  /** What the step is for. */
  readonly item:
    | "goal"
    | "base"
    | "churn"
    | "renewals"
    | "expansion"
    | "contraction"
    | "repeat"
    | "fixed costs"
    | "given work"
    | "new customers lost"
    | "already reached"
    | "buffer"
    | "chance"
    | "whole win"
    | "whole units";
  /** What it comes to, in the metric's unit. */
  readonly amount: ExactString;
  /** The wins it takes; below 0 for wins it saves. */
  readonly wins: ExactString;
}

/** The most that may be lost, and who answers for it. */
export interface LossLimit {
  /** The team that answers for it; null where the plan names none. */
  readonly owner: string | null;
  /** What is lost. */
  readonly item: "churned customers" | "churned MRR";
  /** How much of it may be lost in the period. */
  readonly atMost: ExactString;
}

/** What winning costs and what it is worth; null where the plan does not say enough. */
export interface Economics {
  /** All work: what activities and stages cost, and paid hours. */
  readonly cost: ExactString | null;
  /** What is paid whatever is done: `fixedCosts` of the plan over the period. */
  readonly fixedCosts: ExactString | null;
  /** What one more win costs, before anything is rounded up; hours of who is paid for being there cost nothing more. */
  readonly winCost: ExactString | null;
  /** What the wins bring over their contracts, and repeat business where the metric counts it. */
  readonly revenue: ExactString | null;
  /** The margin on that − the cost of all work − fixed costs, in whole units as they are printed. */
  readonly profit: ExactString | null;
  /** What the hours of each team cost; empty where no hour costs anything. */
  readonly hours: readonly TeamCost[];
  /** Hours that serve nothing that moves the goal: tasks, habits that serve nothing, and paid hours that nothing uses. */
  readonly besideTheGoal: {
    /** How many hours. */
    readonly hours: ExactString;
    /** What they cost. */
    readonly cost: ExactString;
  } | null;
  /** Cost of acquiring one customer: cost ÷ all wins of the work. */
  readonly cac: ExactString | null;
  /** Months until a customer has paid back what winning it cost. */
  readonly paybackMonths: ExactString | null;
  /** What a customer is worth over its lifetime. */
  readonly ltv: ExactString | null;
  /** What a customer is worth ÷ what winning it costs. */
  readonly ltvToCac: ExactString | null;
  /** Share of the base's MRR that is left at the period's end, without and with expansion. */
  readonly retention: {
    /** Without expansion. */
    readonly gross: ExactString;
    /** With expansion. */
    readonly net: ExactString;
  } | null;
  /** (New + expansion MRR) ÷ (churned + contracted MRR). */
  readonly quickRatio: ExactString | null;
}

/** What the hours of one team cost. */
export interface TeamCost {
  /** The team. */
  readonly team: string;
  /** What an hour of its work costs: of people by name the mean, each as much as they can work. */
  readonly perHour: ExactString;
  /** Hours of activities. */
  readonly work: ExactString;
  /** Hours of habits and tasks. */
  readonly beside: ExactString;
  /** Hours that are paid and that nothing uses; 0 where only hours of work are paid. */
  readonly unused: ExactString;
  /** What all of them cost. */
  readonly cost: ExactString;
}

/** What one channel brings and costs. */
export interface ChannelEconomics {
  /** The channel. */
  readonly channel: string;
  /** The stage that it feeds. */
  readonly stage: string;
  /** Wins that its work leads to, late ones too. */
  readonly wins: ExactString;
  /** What they bring over their contracts; null where the plan does not say what a win is worth. */
  readonly revenue: ExactString | null;
  /** What the work of its own stages costs; null where the plan says of no work what it costs. */
  readonly cost: ExactString | null;
  /** Its part of what the later stages and the wins cost. */
  readonly laterCost: ExactString | null;
  /** The margin on its revenue − both costs; before fixed costs and unused hours. */
  readonly profit: ExactString | null;
  /** Both costs ÷ its wins. */
  readonly cac: ExactString | null;
  /** Months until a customer has paid back what winning it cost. */
  readonly paybackMonths: ExactString | null;
}

/** A team's or a person's part of the goal, with relief for who starts late or is away; amounts in the metric's unit. */
export interface QuotaTarget {
  /** The team. */
  readonly team: string;
  /** The person; null for the team's own quota. */
  readonly person: string | null;
  /** As the plan writes it, for the whole period. */
  readonly quota: ExactString;
  /** The share of the target that falls on days on which they are there, from 0 to 1. */
  readonly presentShare: ExactString;
  /** What is taken off for the rest: quota × (1 − `presentShare`). */
  readonly relief: ExactString;
  /** What is left. */
  readonly afterRelief: ExactString;
  /** Of a team: the quotas of its people ÷ its own, all after relief; null for people, and where none of them has one. */
  readonly overAssignment: ExactString | null;
}

/** The quotas of teams and people, and what they come to. */
export interface QuotasAnswer {
  /** In the order of the plan, a team before its people. */
  readonly each: readonly QuotaTarget[];
  /** All quotas after relief: those of people, and of teams whose people have none. */
  readonly assigned: ExactString;
  /** That ÷ the goal, above 1 where more is assigned than it takes; null for a goal of 0. */
  readonly overAssignment: ExactString | null;
}

/** What the open work carries of the goal. */
export interface PipelineAnswer {
  /** Wins that open work is expected to bring within the period: each deal counts as one. */
  readonly wins: ExactString;
  /** The same, each deal counted by its value in average deals; as `wins` where no deal has a value of its own. */
  readonly averageWins: ExactString;
  /** What they are worth, in the metric's unit. */
  readonly amount: ExactString;
  /** Average wins that new work must still bring: wins to go for − `averageWins`, not below 0. */
  readonly remaining: ExactString;
  /** Open units that should have gone on before workFrom; they are worth nothing. `item` counts in the list as written. */
  readonly overdue: readonly {
    /** The stage that the unit is in. */
    readonly stage: string;
    /** Its place in the list of that stage, from 0; null for a plain count. */
    readonly item: number | null;
    /** The day on which it entered; null where none is written. */
    readonly entered: string | null;
  }[];
}

/** What one month asks for, where the goal holds for each month of the period. */
export interface MonthTargets {
  /** The month, as a plan writes it: `2026-01`, or its first and last day. */
  readonly month: string;
  /** The first day, included. */
  readonly start: string;
  /** The last day, included. */
  readonly end: string;
  /** How much is to be reached in it. */
  readonly amount: ExactString;
  /** Its wins to go for, whole; a surplus of earlier months does not count. */
  readonly wins: number;
  /** The wins that its goal takes before any rounding and buffer; below 0 where it is reached without any. */
  readonly exactWins: ExactString;
  /** The steps from its amount to its wins, with the base as earlier months leave it if their goals are met exactly. */
  readonly bridge: readonly BridgeItem[];
  /** Average wins that open work is expected to bring in it. */
  readonly fromPipeline: ExactString;
  /** What it asks of each stage, from the sources to the win. */
  readonly stages: readonly MonthStage[];
}

/** What one month asks of one stage, whenever the work for it is done. */
interface MonthStage {
  /** The stage. */
  readonly stage: string;
  /** The exact need: the units that must enter, before any rounding. */
  readonly exact: ExactString;
  /** All of it, in whole units. */
  readonly total: number;
  /** The least whole number that suffices when done on every working day on which it counts; null where there is none. */
  readonly perDay: number | null;
}

/** What must be done, from the goal to today's work. `Stage` are the plan's stage names. */
export interface Targets<Stage extends string = string> {
  /** The goal that this is for; of several the one that needs most wins. */
  readonly goal: GoalAnswer;
  /** Each of several goals, in the order of the plan; only where it has several. */
  readonly goals?: readonly OneOfGoals[];
  /** When it is to be reached. */
  readonly period: PeriodAnswer;
  /** Wins to go for: whole, with the buffer; with `goal.chance` the expected wins of the work, rounded up. */
  readonly wins: number;
  /** The wins that the goal takes before any rounding and buffer; below 0 where it is reached without any. */
  readonly exactWins: ExactString;
  /** The steps from the goal's amount to the wins; they add up to `wins`, with `goal.chance` before it is rounded up. */
  readonly bridge: readonly BridgeItem[];
  /** How sure the goal is, given that this work is done; null where it was not to be told. */
  readonly chance: GoalChance | null;
  /** Which working days belong to a window: those with at least this share of the best day's chance to land. */
  readonly minOnTimeShare: ExactString;
  /** What is under way already. */
  readonly pipeline: PipelineAnswer;
  /** Every stage from the sources to the win, in order. */
  readonly path: readonly Target[];
  /** The same by name. */
  readonly stages: Readonly<Record<Stage, Target>>;
  /** What may be lost at most. */
  readonly lossLimits: readonly LossLimit[];
  /** The work that the stages and the wins cause. */
  readonly activities: readonly ActivityTarget[];
  /** What is asked of each team in each week, against what it can do. */
  readonly utilisation: readonly Utilisation[];
  /** What winning costs and is worth. */
  readonly economics: Economics;
  /** What each month asks for; only where the goal holds for each month of the period. All else adds them up. */
  readonly months?: readonly MonthTargets[];
  /** Who answers for how much of the goal; only where the plan says so. */
  readonly quotas?: QuotasAnswer;
  /** What each channel brings and costs, from the sources to the win. */
  readonly channels: readonly ChannelEconomics[];
}

/** The plan can be met, and this is what it takes. */
interface FeasibleSolution<Stage extends string = string, Team extends string = string> {
  /** It can be reached. */
  readonly status: "feasible";
  /** The plan that was solved. */
  readonly plan: Plan<Stage, Team>;
  /** Which of the plan's `goals` needs most, so that all of this is for it: its place from 0; only where there are several. */
  readonly binds?: number;
  /** What it takes. */
  readonly targets: Targets<Stage>;
  /** What was taken for granted because the plan does not say it. */
  readonly assumptions: readonly Assumption[];
}

/** The plan cannot be met: why, the nearest goal that can, and single changes that would do. */
export interface InfeasibleSolution<Stage extends string = string, Team extends string = string> {
  /** It cannot be reached. */
  readonly status: "infeasible";
  /** The plan that was solved. */
  readonly plan: Plan<Stage, Team>;
  /** Which of the plan's `goals` needs most, so that all of this is for it: its place from 0; only where there are several. */
  readonly binds?: number;
  /** What it would take, where that is finite. */
  readonly targets: Targets<Stage> | null;
  /** Why not; at least one reason. */
  readonly reasons: readonly Reason[];
  /** Null when not even an amount of 0 can be reached. */
  readonly nearest: NearestGoal | null;
  /** Each single change that would do, all else as written; may be empty. */
  readonly fixes: readonly Fix[];
  /** What was taken for granted because the plan does not say it. */
  readonly assumptions: readonly Assumption[];
}

/** The answer to a plan. */
export type Solution<Stage extends string = string, Team extends string = string> =
  FeasibleSolution<Stage, Team> | InfeasibleSolution<Stage, Team>;
