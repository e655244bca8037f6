import type { DealGroup } from "../learning/deal-paths.js";
import type { WonValue } from "../learning/deal-values.js";
import type { Seen } from "../learning/observe-journeys.js";
import type { PeriodDeals } from "../learning/past-periods.js";

/** A history as whole numbers: all that learning needs of it. */
export interface HistoryCounts {
  /** The last day of history, `YYYY-MM-DD`, and the day from which on it records; null where it reaches back to the beginning. */
  readonly asOf: string;
  readonly observedFrom: string | null;
  /** Deals of the record that are in no journey. */
  readonly leftOut: number;
  readonly seen: Seen;
  /** What lay before, came in and was won in each of the last whole months, by the day number of its last day. */
  readonly months: () => ReadonlyMap<number, PeriodDeals>;
  /** What won deals were worth, each in its own currency. */
  readonly won: readonly WonValue[];
  /** The currencies of all deals that have a value, in the order of the alphabet. */
  readonly currencies: readonly string[];
}

/** A month in which nothing was open, came in or was won. */
export const EMPTY_MONTH: PeriodDeals & { readonly pipeline: readonly DealGroup[] } = Object.freeze({
  pipeline: [],
  fresh: [],
  won: 0,
});
