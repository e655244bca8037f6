import { formatDay } from "../calendar/day.js";
import { monthOutcomes } from "../forecast/months-ahead.js";
import type { Outlook } from "../forecast/outlook.js";
import { encodeExact, parseExact, type ExactString } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { compare, divide, isZero, type Ratio } from "../number/ratio.js";

/** How one month stands, where the goal holds for each. */
export interface MonthTrack {
  /** The month, `2026-02`; its first and last day where it begins within a month. */
  readonly month: string;
  /** Its first day. */
  readonly start: string;
  /** Its last day, included. */
  readonly end: string;
  /** What it is to reach, in the metric's unit. */
  readonly goal: ExactString;
  /** What it ends at, by its own wins at the pace that is tracked; null where it is not known which wins are its own. */
  readonly projected: ExactString | null;
  /** Projected ÷ goal; null for a goal of 0, and where the projection is not known. */
  readonly attainment: ExactString | null;
}

/** Every month, also those that are over; none where the goal holds for the period as a whole. */
export function monthTracks(outlook: Outlook): readonly MonthTrack[] {
  return monthOutcomes(outlook).map(({ month: { name, first, last, bridge }, amount }): MonthTrack => ({
    ...{ month: name, start: formatDay(first), end: formatDay(last), goal: encodeExact(bridge.goal) },
    projected: amount === undefined ? null : encodeExact(amount),
    attainment: amount === undefined || isZero(bridge.goal) ? null : encodeExact(divide(amount, bridge.goal)),
  }));
}

/** The month that attains least of its goal; undefined where none is known. */
export function worstMonth(
  months: readonly MonthTrack[],
): { readonly month: string; readonly attainment: Ratio } | undefined {
  const known = months.flatMap(({ month, attainment }) =>
    attainment === null ? [] : [{ month, attainment: must(parseExact(attainment), "an attainment") }],
  );
  return known.sort((one, other) => compare(one.attainment, other.attainment))[0];
}
