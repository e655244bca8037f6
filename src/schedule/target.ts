import type { ExactString } from "../number/exact-string.js";

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
  /**
   * Of the total, the units that are there for the first time, in whole units: `total` counts every entry, since each is
   * work. Only where units come back to the stage.
   */
  readonly new?: number;
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
  /** Why it is there, in the plan's own words; only where it says so. */
  readonly why?: string;
}
