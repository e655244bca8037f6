import { parseExact } from "../../number/exact-string.js";
import { isNegative } from "../../number/ratio.js";
import { dayReader } from "../journeys/days.js";
import { eachAsOf } from "../journeys/journey-as-of.js";
import type { Journey } from "../journeys/journey.js";
import type { FunnelStages } from "../journeys/paths.js";
import { countPeriods, dealPaths, type Days } from "../learning/deal-paths.js";
import type { WonValue } from "../learning/deal-values.js";
import type { GroupKey } from "../learning/learned.js";
import { observeJourneys } from "../learning/observe-journeys.js";
import { MOST_PERIODS, type PeriodDeals } from "../learning/past-periods.js";
import { recordedPeriods } from "../learning/periods.js";
import type { HistoryCounts } from "./history-counts.js";
import { at } from "../../number/invariant.js";

/** Which part of history is counted, and what deals are told apart by. */
export interface CountOptions {
  /** The stages from first to last, or the funnel of a plan. */
  readonly stages: FunnelStages;
  /** The last day of history: what is open then is unfinished, not lost. */
  readonly asOf: string;
  /** The day from which on history records what becomes of deals, where it does not reach back to their beginning. */
  readonly observedFrom?: string | undefined;
  /** Also each owner, channel or month by itself. */
  readonly by?: GroupKey | readonly GroupKey[] | undefined;
  /** Deals of the record that are in no journey, as an import counts them; default 0. */
  readonly leftOut?: number | undefined;
}

/** Counts a history. */
export function countJourneys(
  history: Iterable<Journey>,
  { stages, asOf, observedFrom, by = [], leftOut = 0 }: CountOptions,
): HistoryCounts {
  const dayOf = dayReader();
  const last = dayOf(asOf);
  const first = observedFrom === undefined ? undefined : dayOf(observedFrom);
  const span = {
    asOf: last,
    observedFrom: first ?? -Infinity,
    by: typeof by === "string" ? [by] : by,
  };
  const journeys = eachAsOf(history, asOf);
  const worth = new Worth();
  const seen = observeJourneys(journeys, stages, span, dayOf, (journey) => {
    worth.add(journey, last, dayOf);
  });
  const months = () => {
    const days = monthsOf(first ?? seen.all.earliest, last);
    const counts = countPeriods(dealPaths(journeys, stages, last, dayOf), days);
    return new Map(
      counts.map(({ pipeline, fresh, won }, index): [number, PeriodDeals] => [
        at(days, index).last,
        { pipeline, fresh, won: won.pipeline + won.fresh },
      ]),
    );
  };
  return {
    asOf,
    observedFrom: observedFrom ?? null,
    ...{ leftOut, seen, months },
    won: worth.won(),
    currencies: worth.currencies(),
  };
}

/** The last months of a record that tell how much months differ; none where nothing is recorded. */
export function monthsOf(from: number, asOf: number): readonly Days[] {
  return from === Infinity ? [] : recordedPeriods(from, asOf, "month").slice(-MOST_PERIODS);
}

/** What won deals were worth, and in which currencies deals have values. */
class Worth {
  readonly #currencies = new Set<string>();
  readonly #won = new Map<string | null, Map<string, string[]>>();

  add(journey: Journey, asOf: number, dayOf: (date: string) => number): void {
    const { id, state, closed, currency, value } = journey;
    if (value === null) return;
    if (currency !== null) this.#currencies.add(currency);
    if (state !== "won" || (closed !== null && dayOf(closed) > asOf)) return;
    let byValue = this.#won.get(currency);
    if (byValue === undefined) this.#won.set(currency, (byValue = new Map<string, string[]>()));
    const ids = byValue.get(value);
    if (ids === undefined) byValue.set(value, [id]);
    else ids.push(id);
  }

  won(): readonly WonValue[] {
    return [...this.#won].flatMap(([currency, byValue]) =>
      [...byValue].flatMap(([text, ids]): WonValue[] => {
        const value = parseExact(text);
        return value === undefined || isNegative(value) ? [] : [{ currency, value, count: ids.length, ids }];
      }),
    );
  }

  /** In the order of the alphabet. */
  currencies(): readonly string[] {
    return [...this.#currencies].sort();
  }
}
