import type { ExactString } from "../number/exact-string.js";
import type { TeamInput } from "../plan/plan.js";
import type { AlignedUse, Conflict } from "../words/conflicts.js";
import type { Handoff } from "../words/handoffs.js";
import type { GoalsTogether, PlanSureness } from "../words/goals-together.js";
import type { RollUp } from "../words/roll-ups.js";
import type { Goal } from "./roll-up.js";

/** A task that cannot be done by its date when all plans are worked on. */
export interface LateTask {
  /** The plan's name. */
  readonly plan: string;
  /** What must be done. */
  readonly task: string;
  /** The team that is to do it. */
  readonly team: string;
  /** The date by which it must be done. */
  readonly due: string;
  /** Minutes that are missing by then. */
  readonly short: ExactString;
  /** The same in a sentence. */
  readonly text: string;
}

/** How far all goals must shrink alike so that they fit together. */
export interface CommonScale {
  /** A share of each goal's amount, in steps of a tenth of a percent. */
  readonly share: ExactString;
  /** What each goal would then be. */
  readonly goals: readonly {
    /** The plan's name. */
    readonly plan: string;
    /** Its amount, in its metric's unit; of each month where it holds for each. */
    readonly amount: ExactString;
    /** The wins that it takes. */
    readonly wins: number;
  }[];
}

/** Whether several plans can be met together, over shared teams and time. */
export interface Alignment {
  /** Whether all of it fits together. */
  readonly status: "aligned" | "conflict";
  /** The names of the plans, in the order in which they were handed in. */
  readonly plans: readonly string[];
  /** From the first day of the first period to the last day of the last one. */
  readonly period: {
    /** The first day, included. */
    readonly start: string;
    /** The last day, included. */
    readonly end: string;
  };
  /** The shared teams as they were put together. */
  readonly teams: Readonly<Record<string, TeamInput>>;
  /** What is asked of each team in each week, by all plans together. */
  readonly use: readonly AlignedUse[];
  /** Plans that do not fit together, each with what would resolve it. */
  readonly conflicts: readonly Conflict[];
  /** Where one plan counts on what another does not bring. */
  readonly handoffs: readonly Handoff[];
  /** Tasks that cannot be done by their date. */
  readonly tasks: readonly LateTask[];
  /** Null where even goals of 0 do not fit; a share of "1" where all fit as they are. */
  readonly scale: CommonScale | null;
  /** How sure each plan's goal is by itself, if its work is done as planned; empty where it was not to be told. */
  readonly chances: readonly PlanSureness[];
  /** How sure it is that the goals of plans that share stages are all reached; one for each such group of plans. */
  readonly together: readonly GoalsTogether[];
  /** The sum of the parts' goals against the company's; null unless a company plan was named. */
  readonly rollUp: RollUp | null;
}

export type { Goal, RollUp };
export type {
  AlignedPart,
  AlignedUse,
  AlignFix,
  Conflict,
  ConflictReason,
  OverloadReason,
  PlanReason,
} from "../words/conflicts.js";
export type { GoalsTogether, PlanSureness, TogetherReason } from "../words/goals-together.js";
export type { Handoff, HandedChange, RateHandoff, UnitsHandoff } from "../words/handoffs.js";
