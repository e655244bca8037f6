import { formatDay } from "../calendar/day.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import type { Ratio } from "../number/ratio.js";
import { onDay, type PlannedCourse } from "./course.js";
import { plannedAmount, shareOf, type Outcome } from "./observed.js";
import type { Status } from "./status.js";

/** The outcome on its way. */
export interface OutcomeTrack {
  /** The goal's amount. */
  readonly goal: ExactString;
  /** Wins and amount now, and where they should be. */
  readonly wins: ExactString;
  /** Wins that there should be now. */
  readonly plannedWins: ExactString;
  /** The amount now, in the metric's unit. */
  readonly now: ExactString;
  /** The amount that there should be now. */
  readonly planned: ExactString;
  /** The amount expected at the period's end. */
  readonly projected: ExactString;
  /** Projected ÷ goal; null for a goal of 0. */
  readonly attainment: ExactString | null;
  /** How it stands: by its chance, or by the amount where no chance is told or the period is over. */
  readonly status: Status;
  /** Where the outcome should be by the end of each day. */
  readonly course: readonly {
    /** The day, up to its end. */
    readonly on: string;
    /** Wins by then, as planned. */
    readonly wins: ExactString;
    /** The amount by then, as planned. */
    readonly amount: ExactString;
  }[];
}

/** Where the outcome is, where it should be, and where it will end. */
export function outcomeTrack(
  compiled: DatedPlan,
  course: PlannedCourse,
  { asOf }: CompiledSnapshot,
  outcome: Outcome,
  projected: Ratio,
): Omit<OutcomeTrack, "status"> {
  const { bridge, period } = compiled;
  const attainment = shareOf(projected, bridge.goal);
  const amountOn = (day: number): ExactString =>
    encodeExact(plannedAmount(compiled, onDay(course, course.worth, day), day));
  const days = Array.from({ length: period.last - period.first + 1 }, (_, day) => period.first + day);
  return {
    goal: encodeExact(bridge.goal),
    wins: encodeExact(outcome.wins),
    plannedWins: encodeExact(onDay(course, course.wins, asOf)),
    now: encodeExact(outcome.amount),
    planned: amountOn(asOf),
    projected: encodeExact(projected),
    attainment: attainment === undefined ? null : encodeExact(attainment),
    course: days.map((day) => ({
      on: formatDay(day),
      wins: encodeExact(onDay(course, course.wins, day)),
      amount: amountOn(day),
    })),
  };
}
