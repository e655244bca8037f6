import type { Exact } from "../number/exact.js";
import type { Assumption } from "../model/assumption.js";
import type { Path } from "../plan/issue.js";
import type { Metric } from "../plan/metric.js";
import type { Plan } from "../plan/plan.js";

/** The goal as it was solved; `unit` is what the amount counts in: a currency, "customers" or the unit of the plan. */
export interface GoalAnswer {
  readonly metric: Metric;
  readonly amount: Exact;
  readonly unit: string | null;
}

/** The period of the goal, with its number of working days. */
export type PeriodAnswer =
  | { readonly kind: "dated"; readonly start: string; readonly end: string; readonly workingDays: number }
  | { readonly kind: "undated"; readonly workingDays: number };

/** One step of the bridge: an amount in the metric's unit, and the wins it takes or saves. */
export interface BridgeItem {
  readonly item:
    | "goal"
    | "base"
    | "churn"
    | "expansion"
    | "contraction"
    | "repeat"
    | "new customers lost"
    | "already reached"
    | "buffer"
    | "whole win";
  readonly amount: Exact;
  readonly wins: Exact;
}

/** The working days on which work at a stage can still count; both ends included. */
export interface Window {
  readonly from: string;
  /** The last day of the window. */
  readonly startBy: string;
  /** The last working day on which there is any chance left. */
  readonly lastUseful: string;
  readonly workingDays: number;
  /** The share of what is started on the first working day from workFrom on that, if it converts, lands in the period. */
  readonly landsToday: Exact;
}

/** How much work to do on one day. */
export interface DayCount {
  readonly on: string;
  readonly count: number;
}

/** How far a stage must have come, cumulatively, by the end of a day. */
export interface Milestone {
  readonly on: string;
  readonly total: number;
}

/**
 * What one stage, or the win, must reach. `work` is a stage whose entries are work of their own, `milestone` one whose
 * entries come from the stages before it, `win` the end of the funnel.
 */
export interface Target {
  readonly stage: string;
  readonly channel: string | null;
  readonly owner: string | null;
  readonly kind: "work" | "milestone" | "win";
  readonly rate: Exact | null;
  /** The exact need: the units that must enter, before any rounding. */
  readonly exact: Exact;
  /** All of it, in whole units. */
  readonly total: number;
  /** Units that handing whole numbers from team to team adds to rounding once; 0 under `least`. */
  readonly extra: number;
  /** Units that are in the stage already. */
  readonly open: Exact;
  /** What channels with fixed units bring beyond the need; "0" mostly. */
  readonly surplus: Exact;
  /** The least whole number that suffices when done on every working day; null where there is no working day. */
  readonly perDay: number | null;
  readonly perWeek: number | null;
  readonly window: Window | null;
  readonly days: readonly DayCount[];
  readonly milestones: readonly Milestone[];
  /** Expected wins of this work that land after the period's end. */
  readonly afterEnd: Exact;
}

/** What a person of the owning team does. */
export interface PersonShare {
  readonly name: string;
  /** The total over the days on which the person is there, rounded up. */
  readonly perDay: number;
  readonly total: number;
  readonly weeks: readonly { readonly week: string; readonly count: number }[];
  /** Days with work, in order. */
  readonly days: readonly DayCount[];
}

/** Work for each unit of a stage, or for each win (stage "win"). */
export interface ActivityTarget {
  readonly activity: string;
  readonly stage: string;
  readonly owner: string | null;
  readonly total: number;
  readonly perDay: number | null;
  readonly perWeek: number | null;
  readonly perPersonPerDay: number | null;
  /** Unrounded level effort in minutes on a working day; null where no minutes are given. */
  readonly minutesPerDay: Exact | null;
  readonly cost: Exact | null;
  /** The whole work of the team on each day through the period's end; empty where people are not named. */
  readonly days: readonly DayCount[];
  /** The same, dealt to the people of the team. */
  readonly people: readonly PersonShare[];
}

/** The most that may be lost, and who answers for it. */
export interface Ceiling {
  readonly owner: string | null;
  readonly item: "churned customers" | "churned MRR";
  readonly atMost: Exact;
}

/** Demand and capacity of a team in a week, in minutes or units of an activity. */
export interface Utilisation {
  readonly team: string;
  /** The Monday of the week; "period" without dates. */
  readonly week: string;
  /** "minutes", or the activity that has a most per day. */
  readonly of: string;
  readonly demand: Exact;
  readonly capacity: Exact;
}

/** What winning costs and what it is worth; null where the plan does not say enough. */
export interface Economics {
  /** All costs of activities and stages. */
  readonly cost: Exact | null;
  /** Cost of acquiring one customer: cost ÷ all wins of the work. */
  readonly cac: Exact | null;
  /** Months until a customer has paid back what winning it cost. */
  readonly paybackMonths: Exact | null;
  /** What a customer is worth over its lifetime. */
  readonly ltv: Exact | null;
  readonly ltvToCac: Exact | null;
  /** Share of the base's MRR that is left at the period's end, without and with expansion. */
  readonly retention: { readonly gross: Exact; readonly net: Exact } | null;
  /** (New + expansion MRR) ÷ (churned + contracted MRR). */
  readonly quickRatio: Exact | null;
}

/** What the open work carries of the goal. */
export interface OpenAnswer {
  /** Wins that open work is expected to bring within the period. */
  readonly wins: Exact;
  /** Wins that new work must still bring: wins to go for − expected ones, not below 0. */
  readonly stillNeeded: Exact;
  /** Open units that should have gone on before workFrom; they are worth nothing. `item` counts in the list as written. */
  readonly overdue: readonly {
    readonly stage: string;
    readonly item: number | null;
    readonly entered: string | null;
  }[];
}

/** What must be done, from the goal to today's work. `Stage` are the plan's stage names. */
export interface Targets<Stage extends string = string> {
  readonly goal: GoalAnswer;
  readonly period: PeriodAnswer;
  /** Wins to go for: whole, with the buffer. */
  readonly wins: number;
  readonly exactWins: Exact;
  readonly bridge: readonly BridgeItem[];
  readonly chance: null;
  /** Which working days belong to a window: those with at least this share of the best day's chance to land. */
  readonly lands: Exact;
  readonly open: OpenAnswer;
  readonly path: readonly Target[];
  readonly stages: Readonly<Record<Stage, Target>>;
  readonly ceilings: readonly Ceiling[];
  readonly activities: readonly ActivityTarget[];
  readonly utilisation: readonly Utilisation[];
  readonly economics: Economics;
}

interface ReasonOf<Code extends string> {
  readonly code: Code;
  readonly path: Path;
  readonly text: string;
}

/** A stage must pass units on, and its rate is 0. */
export interface ZeroRateReason extends ReasonOf<"zero-rate"> {
  readonly stage: string;
}

/** A win adds nothing to the metric, and something must be added. */
export interface NoValueReason extends ReasonOf<"no-value"> {
  readonly short: Exact;
}

/** A list is too short for the units that must enter a stage. */
export interface AvailableReason extends ReasonOf<"available"> {
  readonly stage: string;
  readonly needed: number;
  readonly available: Exact;
  readonly short: Exact;
}

/** Nothing that is started on a working day from workFrom on can land in the period. */
export interface NoTimeReason extends ReasonOf<"no-time"> {
  readonly stage: string;
  /** The last day on which it could have been started; null where no day would do. */
  readonly lastDay: string | null;
}

/** A team is asked for more than it can do. */
export interface CapacityReason extends ReasonOf<"capacity"> {
  readonly team: string;
  /** What is short: "minutes", or the activity that has a most per day. */
  readonly of: string;
  /** The Mondays of the weeks concerned; "period" without dates, the date itself for a need. */
  readonly weeks: readonly string[];
  /** How many minutes or units too many, in all these weeks. */
  readonly short: Exact;
  readonly worst: { readonly week: string; readonly demand: Exact; readonly capacity: Exact };
  /** The activity, habit or need that asks for most. */
  readonly activity: string;
}

/** Why a plan cannot be reached; `code` tells the kinds apart. */
export type Reason = ZeroRateReason | NoValueReason | AvailableReason | NoTimeReason | CapacityReason;

/** The greatest goal that can be reached as things stand. */
export interface NearestGoal {
  readonly amount: Exact;
  readonly wins: number;
}

/** One change that would do, all else as written. */
export interface Mend {
  readonly path: Path;
  readonly from: unknown;
  readonly to: unknown;
  readonly text: string;
}

/** The plan can be met, and this is what it takes. */
export interface FeasibleSolution<Stage extends string = string, Team extends string = string> {
  readonly status: "feasible";
  readonly plan: Plan<Stage, Team>;
  readonly targets: Targets<Stage>;
  readonly assumptions: readonly Assumption[];
}

/** The plan cannot be met: why, the nearest goal that can, and single changes that would do. */
export interface InfeasibleSolution<Stage extends string = string, Team extends string = string> {
  readonly status: "infeasible";
  readonly plan: Plan<Stage, Team>;
  /** What it would take, where that is finite. */
  readonly targets: Targets<Stage> | null;
  readonly because: readonly Reason[];
  /** Null when not even an amount of 0 can be reached. */
  readonly nearest: NearestGoal | null;
  readonly mends: readonly Mend[];
  readonly assumptions: readonly Assumption[];
}

/** The answer to a plan. */
export type Solution<Stage extends string = string, Team extends string = string> =
  FeasibleSolution<Stage, Team> | InfeasibleSolution<Stage, Team>;
