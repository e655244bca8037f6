import type { ExactString } from "../number/exact-string.js";
import type { DayCount } from "../schedule/target.js";

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
  /** What all of it costs, hours too, in the plan's currency; null where no cost is given. */
  readonly cost: ExactString | null;
  /** The whole work of the team on each day through the period's end; empty where people are not named. */
  readonly days: readonly DayCount[];
  /** The same, dealt to the people of the team. */
  readonly people: readonly PersonShare[];
  /** Why it is done, in the plan's own words; only where it says so. */
  readonly why?: string;
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
  /** The same for each person of the team; empty where people are not named. */
  readonly people: readonly PersonUtilisation[];
}

/** Demand and capacity of one person in a week, in what the team's row counts. */
export interface PersonUtilisation {
  /** The person, as the plan names them. */
  readonly name: string;
  /** The whole units that are assigned to the person, and their part of the team's habits and open work. */
  readonly demand: ExactString;
  /** What the person can do in that week. */
  readonly capacity: ExactString;
  /** Demand ÷ capacity; null in a week in which the person is not there. */
  readonly share: ExactString | null;
  /** Whether more is asked than whole units explain: above the capacity by more than two units of each kind of work. */
  readonly isOver: boolean;
}
