import type { ExactString } from "../number/exact-string.js";
import type { Assumption } from "../model/assumption.js";
import type { Path } from "../schema/issue.js";
import type { Metric } from "../plan/metric.js";
import type { Plan } from "../plan/plan.js";

/** The goal as it was solved; `unit` is what the amount counts in: a currency, "customers" or the unit of the plan. */
export interface GoalAnswer {
  /** What is counted. */
  readonly metric: Metric;
  /** How much of it is to be reached. */
  readonly amount: ExactString;
  /** What the amount counts in; null where the plan names no currency. */
  readonly unit: string | null;
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
    | "expansion"
    | "contraction"
    | "repeat"
    | "new customers lost"
    | "already reached"
    | "buffer"
    | "whole win";
  /** What it comes to, in the metric's unit. */
  readonly amount: ExactString;
  /** The wins it takes; below 0 for wins it saves. */
  readonly wins: ExactString;
}

/** The working days on which work at a stage can still count; both ends included. */
export interface Window {
  /** The first day of the window. */
  readonly from: string;
  /** The last day of the window. */
  readonly startBy: string;
  /** The last working day on which there is any chance left. */
  readonly lastUseful: string;
  /** How many working days the window has. */
  readonly workingDays: number;
  /** The share of what is started on the first working day from workFrom on that, if it converts, lands in the period. */
  readonly onTimeShareToday: ExactString;
}

/** How much work to do on one day. */
export interface DayCount {
  /** The day. */
  readonly on: string;
  /** How many, in whole units. */
  readonly count: number;
}

/** How far a stage must have come, cumulatively, by the end of a day. */
export interface Milestone {
  /** The day, up to its end. */
  readonly on: string;
  /** How many in all by then, in whole units. */
  readonly total: number;
}

/**
 * What one stage, or the win, must reach. `work` is a stage whose entries are work of their own, `milestone` one whose
 * entries come from the stages before it, `win` the end of the funnel.
 */
export interface Target {
  /** The stage's name, or "win". */
  readonly stage: string;
  /** The channel that the stage belongs to; null for a stage that all units pass. */
  readonly channel: string | null;
  /** The team that answers for it; null where the plan names none. */
  readonly owner: string | null;
  /** Whether its entries are work of their own, come from the stages before, or are the wins. */
  readonly kind: "work" | "milestone" | "win";
  /** The share of entering units that ever go on; null for the win. */
  readonly rate: ExactString | null;
  /** The exact need: the units that must enter, before any rounding. */
  readonly exact: ExactString;
  /** All of it, in whole units. */
  readonly total: number;
  /** Units that handing whole numbers from team to team adds to rounding once; 0 under `least`. */
  readonly extra: number;
  /** Units that are in the stage already. */
  readonly fromPipeline: ExactString;
  /** What channels with fixed units bring beyond the need; "0" mostly. */
  readonly surplus: ExactString;
  /** The least whole number that suffices when done on every working day; null where there is no working day. */
  readonly perDay: number | null;
  /** The least whole number a week, done in every week; null where there is no working day. */
  readonly perWeek: number | null;
  /** The days on which work can still count; null where the period has no dates, or no day is left. */
  readonly window: Window | null;
  /** What each day of the window asks for; adds up to `total`. Empty where the period has no dates. */
  readonly days: readonly DayCount[];
  /** How far it must have come by the end of each week. Empty where the period has no dates. */
  readonly milestones: readonly Milestone[];
  /** Expected wins of this work that land after the period's end. */
  readonly afterEnd: ExactString;
}

/** What a person of the owning team does. */
export interface PersonShare {
  /** The person, as the plan names them. */
  readonly name: string;
  /** The total over the days on which the person is there, rounded up. */
  readonly perDay: number;
  /** All of this person's part, in whole units. */
  readonly total: number;
  /** The same by week; adds up to `total`. */
  readonly weeks: readonly {
    /** The Monday of the week. */
    readonly week: string;
    /** How many in that week. */
    readonly count: number;
  }[];
  /** Days with work, in order. */
  readonly days: readonly DayCount[];
}

/** Work for each unit of a stage, or for each win (stage "win"). */
export interface ActivityTarget {
  /** What is done. */
  readonly activity: string;
  /** The stage for whose units it is done, or "win". */
  readonly stage: string;
  /** The team that does it; null where the plan names none. */
  readonly owner: string | null;
  /** How often in all, in whole numbers. */
  readonly total: number;
  /** The least whole number that suffices when done on every working day; null where there is no working day. */
  readonly perDay: number | null;
  /** The same by week. */
  readonly perWeek: number | null;
  /** The part of each person of the team, rounded up; null where the team's size is not known. */
  readonly perPersonPerDay: number | null;
  /** Unrounded level effort in minutes on a working day; null where no minutes are given. */
  readonly minutesPerDay: ExactString | null;
  /** What all of it costs, in the plan's currency; null where no cost is given. */
  readonly cost: ExactString | null;
  /** The whole work of the team on each day through the period's end; empty where people are not named. */
  readonly days: readonly DayCount[];
  /** The same, dealt to the people of the team. */
  readonly people: readonly PersonShare[];
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

/** Demand and capacity of a team in a week, in minutes or units of an activity. */
export interface Utilisation {
  /** The team. */
  readonly team: string;
  /** The Monday of the week; "period" without dates. */
  readonly week: string;
  /** "minutes", or the activity that has a most per day. */
  readonly of: string;
  /** What the plan asks of it in that week, unrounded. */
  readonly demand: ExactString;
  /** What it can do in that week. */
  readonly capacity: ExactString;
}

/** What winning costs and what it is worth; null where the plan does not say enough. */
export interface Economics {
  /** All costs of activities and stages. */
  readonly cost: ExactString | null;
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

/** What the open work carries of the goal. */
export interface PipelineAnswer {
  /** Wins that open work is expected to bring within the period. */
  readonly wins: ExactString;
  /** Wins that new work must still bring: wins to go for − expected ones, not below 0. */
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

/** What must be done, from the goal to today's work. `Stage` are the plan's stage names. */
export interface Targets<Stage extends string = string> {
  /** The goal that this is for. */
  readonly goal: GoalAnswer;
  /** When it is to be reached. */
  readonly period: PeriodAnswer;
  /** Wins to go for: whole, with the buffer. */
  readonly wins: number;
  /** The wins that the goal takes before any rounding and buffer; below 0 where it is reached without any. */
  readonly exactWins: ExactString;
  /** The steps from the goal's amount to the wins; they add up to `wins`. */
  readonly bridge: readonly BridgeItem[];
  /** Reserved. */
  readonly chance: null;
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
}

interface ReasonOf<Code extends string> {
  /** Tells the kinds of reason apart. */
  readonly code: Code;
  /** Where in the plan the reason stands. */
  readonly path: Path;
  /** The reason in a sentence, with its figures. */
  readonly text: string;
}

/** A stage must pass units on, and its rate is 0. */
export interface ZeroRateReason extends ReasonOf<"zero-rate"> {
  /** The stage whose rate is 0. */
  readonly stage: string;
}

/** A win adds nothing to the metric, and something must be added. */
export interface NoValueReason extends ReasonOf<"no-value"> {
  /** What must be added, in the metric's unit. */
  readonly short: ExactString;
}

/** A list is too short for the units that must enter a stage. */
export interface AvailableReason extends ReasonOf<"available"> {
  /** The stage whose list is too short. */
  readonly stage: string;
  /** How many units must enter. */
  readonly needed: number;
  /** How many there are. */
  readonly available: ExactString;
  /** Needed − available. */
  readonly short: ExactString;
}

/** Nothing that is started on a working day from workFrom on can land in the period. */
export interface NoTimeReason extends ReasonOf<"no-time"> {
  /** The stage where work would begin. */
  readonly stage: string;
  /** The last day on which it could have been started; null where no day would do. */
  readonly lastDay: string | null;
}

/** A team is asked for more than it can do. */
export interface CapacityReason extends ReasonOf<"capacity"> {
  /** The team. */
  readonly team: string;
  /** What is short: "minutes", or the activity that has a most per day. */
  readonly of: string;
  /** The Mondays of the weeks concerned; "period" without dates, the date itself for a need. */
  readonly weeks: readonly string[];
  /** How many minutes or units too many, in all these weeks. */
  readonly short: ExactString;
  /** The week in which most is short. */
  readonly worst: {
    /** Its Monday. */
    readonly week: string;
    /** What is asked for. */
    readonly demand: ExactString;
    /** What the team can do. */
    readonly capacity: ExactString;
  };
  /** The activity, habit or need that asks for most. */
  readonly activity: string;
}

/** Why a plan cannot be reached; `code` tells the kinds apart. */
export type Reason = ZeroRateReason | NoValueReason | AvailableReason | NoTimeReason | CapacityReason;

/** The greatest goal that can be reached as things stand. */
export interface NearestGoal {
  /** The amount that can be reached, in the metric's unit. */
  readonly amount: ExactString;
  /** The wins that it takes. */
  readonly wins: number;
}

/** One change that would do, all else as written. */
export interface Fix {
  /** The number to change. */
  readonly path: Path;
  /** What the plan says now; undefined where it says nothing. */
  readonly from: unknown;
  /** What would do. */
  readonly to: unknown;
  /** The change in a sentence. */
  readonly text: string;
}

/** The plan can be met, and this is what it takes. */
export interface FeasibleSolution<Stage extends string = string, Team extends string = string> {
  /** It can be reached. */
  readonly status: "feasible";
  /** The plan that was solved. */
  readonly plan: Plan<Stage, Team>;
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
