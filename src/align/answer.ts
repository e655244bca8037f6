import type { Fix } from "../words/fixes.js";
import type { ExactString } from "../number/exact-string.js";
import type { TeamInput } from "../plan/plan.js";
import type { Goal, RollUp } from "./roll-up.js";

/** What one plan asks of a team in a week, and the activity or habit that asks for most of it. */
export interface AlignedPart {
  /** The plan's name. */
  readonly plan: string;
  /** What it asks for. */
  readonly demand: ExactString;
  /** The activity or habit that asks for most of that. */
  readonly activity: string;
}

/** What all plans together ask of a team in a week, in minutes or units of an activity, and what it can do. */
export interface AlignedUse {
  /** The team. */
  readonly team: string;
  /** The Monday of the week. */
  readonly week: string;
  /** "minutes", or the activity that has a most per day. */
  readonly of: string;
  /** What all plans together ask for. */
  readonly demand: ExactString;
  /** What the team can do. */
  readonly capacity: ExactString;
  /** Demand − capacity, "0" where it fits. */
  readonly over: ExactString;
  /** One for each plan that asks for anything, in the order of the plans. */
  readonly plans: readonly AlignedPart[];
}

/** A single change that resolves a conflict; `plan` is null for a change of the shared teams. */
export type AlignFix = Fix & {
  /** The plan to change; null for the shared teams. */
  readonly plan: string | null;
};

/** Plans that do not fit together, while without any one of them the rest of them does. */
export interface Conflict {
  /** The plans that do not fit together. */
  readonly plans: readonly string[];
  /** The teams that are asked for too much. */
  readonly teams: readonly string[];
  /** Mondays of the weeks concerned, in order; the date for a need. */
  readonly weeks: readonly string[];
  /** The weeks that are over, with each plan's part; empty where needs are the reason, or a plan fails alone. */
  readonly figures: readonly AlignedUse[];
  /** One sentence for each reason. */
  readonly reasons: readonly string[];
  /** Who, when and by how much, in a sentence. */
  readonly text: string;
  /** Each single change that resolves it; may be empty. */
  readonly fixes: readonly AlignFix[];
}

/** A number that one plan hands on and another needs, and they differ. */
export interface UnitsHandoff {
  /** Fewer units are handed on, or in time, than are counted on. */
  readonly kind: "units";
  /** The stage at which they are handed over. */
  readonly stage: string;
  /** The plans that bring them. */
  readonly from: readonly string[];
  /** The plans that need them. */
  readonly to: readonly string[];
  /** What the plans that bring it plan in all, and so far by the last day on which the others can start with it. */
  readonly planned: number;
  /** The part of `planned` that is there in time. */
  readonly inTime: number;
  /** What the plans that need it need in all. */
  readonly needed: number;
  /** The last day on which the others can start with it. */
  readonly by: string;
  /** Both numbers in a sentence. */
  readonly text: string;
}

/** One stage for which plans assume different rates; `change`: because one adds points and the other a share. */
export interface RateHandoff {
  /** Whether the rates differ, or the ways of writing a change of one rate. */
  readonly kind: "rate" | "change";
  /** The stage. */
  readonly stage: string;
  /** What each plan assumes. */
  readonly rates: readonly {
    /** The plan's name. */
    readonly plan: string;
    /** The rate it comes to. */
    readonly rate: ExactString;
    /** The rate as it is written there. */
    readonly written: string;
  }[];
  /** The difference in a sentence. */
  readonly text: string;
}

/** Where what one plan hands over is not what another counts on. */
export type Handoff = UnitsHandoff | RateHandoff;

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
    /** Its amount, in its metric's unit. */
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
  /** The shared teams as they were put together. */
  readonly teams: Readonly<Record<string, TeamInput>>;
  /** What is asked of each team in each week, by all plans together. */
  readonly use: readonly AlignedUse[];
  /** Plans that do not fit together, each with what would resolve it. */
  readonly conflicts: readonly Conflict[];
  /** Where one plan counts on what another does not bring. */
  readonly handoffs: readonly Handoff[];
  /** Needs that cannot be done by their date. */
  readonly tasks: readonly LateTask[];
  /** Null where even goals of 0 do not fit; a share of "1" where all fit as they are. */
  readonly scale: CommonScale | null;
  /** The sum of the parts' goals against the company's; null unless a company plan was named. */
  readonly rollUp: RollUp | null;
}

export type { Goal, RollUp };
