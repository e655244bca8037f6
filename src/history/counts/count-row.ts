import { WENT_ON, OPEN, LOST, type Ending } from "../learning/ending.js";

/**
 * What a row of counts is about.
 *
 * - `as of`, `observed from`, `earliest`: a day of the record, in `value`
 * - `named`: a stage that deals name
 * - `deals`: deals that were used; `unused`, `left out`: those that were not; `unknown`: rows with a `name` of no stage
 * - `whole`: deals by how they ended and by the `days` for which they could be watched; `decided`: by the days they took
 * - `left`: times in a stage by how they ended and after how many `days`; `late`: those of them that came under observation
 *   only at such an age; `watched`: by the days for which they could be watched; `in all`: by those since the first stage
 * - `before`: times that lie before the record; `maybe`: deals that may have been in the stage
 * - `stayed`: times in a stage by the day of their entry (`value`) and the last `month` that began within them; `fresh`: deals
 *   that came in in a month, by the days of it ahead of them; `wins`: what that month won
 * - `currency`: one that amounts carry; `worth`: won deals of a `value`; `far`: the id of one that may stand far out
 */
export type CountKind =
  | "as of"
  | "observed from"
  | "earliest"
  | "named"
  | "deals"
  | "unused"
  | "left out"
  | "unknown"
  | "whole"
  | "decided"
  | "left"
  | "late"
  | "watched"
  | "in all"
  | "before"
  | "maybe"
  | "stayed"
  | "fresh"
  | "wins"
  | "currency"
  | "worth"
  | "far";

/** The columns of counts, in their order. */
export const COUNT_COLUMNS = [
  ...["kind", "part", "name", "stage", "ending", "sure", "month", "days", "value", "deal", "count"],
] as const satisfies readonly (keyof CountRow)[];

/** One row of counts: so many (`count`) of what the other columns say. Null where a column says nothing. */
export interface CountRow {
  /** What is counted. */
  readonly kind: CountKind;
  /** What deals are told apart by: `owner`, `channel` or `month`; null for all of them together. */
  readonly part: string | null;
  /** Which owner, channel or month; of amounts the currency. */
  readonly name: string | null;
  /** The stage. */
  readonly stage: string | null;
  /** `open`, `went on` or `lost`. */
  readonly ending: string | null;
  /** 0 of times that are counted once more because one of their days was not written down, and of deals that perhaps never came to the stage; 1 of those that surely did. */
  readonly sure: number | null;
  /** A month such as `2026-01`: that in which deals entered the stage, or the one that is looked at. */
  readonly month: string | null;
  /** So many days. */
  readonly days: number | null;
  /** A day, or an amount. */
  readonly value: string | null;
  /** The id of a deal. */
  readonly deal: string | null;
  /** How many. */
  readonly count: number;
}

/** How endings are written. */
export const ENDINGS: Readonly<Record<Ending, string>> = {
  [OPEN]: "open",
  [WENT_ON]: "went on",
  [LOST]: "lost",
};

/** A row in which nothing but its kind is said. */
export function countRow(
  kind: CountKind,
  count: number,
  said: Partial<Omit<CountRow, "kind" | "count">> = {},
): CountRow {
  return { kind, ...NOTHING, ...said, count };
}

const NOTHING = {
  part: null,
  name: null,
  stage: null,
  ending: null,
  sure: null,
  month: null,
  days: null,
  value: null,
  deal: null,
} as const;
