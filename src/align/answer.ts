import type { Exact } from "../number/exact.js";
import type { Path } from "../plan/issue.js";
import type { TeamInput } from "../plan/plan.js";
import type { Goal, RollUp } from "./roll-up.js";

/** What one plan asks of a team in a week, and the activity or habit that asks for most of it. */
export interface AlignedPart {
  readonly plan: string;
  readonly demand: Exact;
  readonly activity: string;
}

/** What all plans together ask of a team in a week, in minutes or units of an activity, and what it can do. */
export interface AlignedUse {
  readonly team: string;
  /** The Monday of the week. */
  readonly week: string;
  /** "minutes", or the activity that has a most per day. */
  readonly of: string;
  readonly demand: Exact;
  readonly capacity: Exact;
  /** Demand − capacity, "0" where it fits. */
  readonly over: Exact;
  /** One for each plan that asks for anything, in the order of the plans. */
  readonly plans: readonly AlignedPart[];
}

/** A single change that resolves a conflict; `plan` is null for a change of the shared teams. */
export interface AlignMend {
  readonly plan: string | null;
  readonly path: Path;
  readonly from: unknown;
  readonly to: unknown;
  readonly text: string;
}

/** Plans that do not fit together, while without any one of them the rest of them does. */
export interface Conflict {
  readonly plans: readonly string[];
  readonly teams: readonly string[];
  /** Mondays of the weeks concerned, in order; the date for a need. */
  readonly weeks: readonly string[];
  /** The weeks that are over, with each plan's part; empty where needs are the reason, or a plan fails alone. */
  readonly figures: readonly AlignedUse[];
  /** One sentence for each reason. */
  readonly because: readonly string[];
  readonly text: string;
  readonly mends: readonly AlignMend[];
}

/** A number that one plan hands on and another needs, and they differ. */
export interface UnitsHandOver {
  readonly kind: "units";
  readonly stage: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** What the plans that bring it plan in all, and so far by the last day on which the others can start with it. */
  readonly planned: number;
  readonly inTime: number;
  readonly needed: number;
  readonly by: string;
  readonly text: string;
}

/** One stage for which plans assume different rates; `change`: because one adds points and the other a share. */
export interface RateHandOver {
  readonly kind: "rate" | "change";
  readonly stage: string;
  readonly rates: readonly { readonly plan: string; readonly rate: Exact; readonly written: string }[];
  readonly text: string;
}

/** Where what one plan hands over is not what another counts on. */
export type HandOver = UnitsHandOver | RateHandOver;

/** A need that cannot be done by its date when all plans are worked on. */
export interface LateNeed {
  readonly plan: string;
  readonly need: string;
  readonly team: string;
  readonly by: string;
  readonly short: Exact;
  readonly text: string;
}

/** How far all goals must shrink alike so that they fit together. */
export interface CommonScale {
  /** A share of each goal's amount, in steps of a tenth of a percent. */
  readonly share: Exact;
  readonly goals: readonly { readonly plan: string; readonly amount: Exact; readonly wins: number }[];
}

/** Whether several plans can be met together, over shared teams and time. */
export interface Alignment {
  readonly status: "aligned" | "conflict";
  readonly plans: readonly string[];
  /** The shared teams as they were put together. */
  readonly teams: Readonly<Record<string, TeamInput>>;
  readonly use: readonly AlignedUse[];
  readonly conflicts: readonly Conflict[];
  readonly handovers: readonly HandOver[];
  /** Needs that cannot be done by their date. */
  readonly needs: readonly LateNeed[];
  /** Null where even goals of 0 do not fit; a share of "1" where all fit as they are. */
  readonly scale: CommonScale | null;
  /** The sum of the parts' goals against the company's; null unless a company plan was named. */
  readonly rollUp: RollUp | null;
}

export type { Goal, RollUp };
