import type { JourneyState } from "../history/journeys/journey.js";
import type { DateColumn } from "./date-column.js";
import type { DealStore } from "./deal-store.js";
import { DEAL_DATES, type RowFacts } from "./deal-facts.js";
import { LEFT_OUT, LOST, WON } from "./labels.js";

/** That a deal entered a stage, or was won or lost; null where no day is known. */
export interface DealEvent {
  readonly target: number;
  readonly day: number | null;
}

/** One row, with its columns' formats known. */
export interface ResolvedRow {
  readonly facts: RowFacts;
  readonly events: readonly DealEvent[];
  readonly dates: Readonly<Partial<Record<(typeof DEAL_DATES)[number], number>>>;
  /** How the row says that the deal stands, if it does. */
  readonly state: JourneyState | undefined;
  /** The latest day that the row names. */
  readonly latest: number;
  /**
   * Whether something happened to the deal after the day as of which the file is read. What such a row says without a day
   * (how the deal stands, its stage, its value) may have been said afterwards, and is not known as of that day.
   */
  readonly overtaken: boolean;
}

/** A date of a row that could be two days, so that the row cannot be used. */
export interface UndecidedDate {
  readonly column: DateColumn;
  readonly code: number;
}

/** Reads the codes of a row, now that its columns are known as a whole. */
export function resolveRow(facts: RowFacts, store: DealStore): ResolvedRow | UndecidedDate {
  const reader = new CodeReader(facts, store);
  const on = reader.day(facts.on, facts.binding.columns.on);
  const events: DealEvent[] = [];
  const dates: Partial<Record<(typeof DEAL_DATES)[number], number>> = {};
  if (facts.deal !== undefined)
    for (const role of DEAL_DATES) {
      const day = reader.day(facts.deal.dates[role], facts.binding.columns[role]);
      if (day !== null) dates[role] = day;
    }
  for (const { target, column, code } of facts.deal?.entered ?? [])
    events.push({ target, day: reader.day(code, column) });
  if (dates.won !== undefined) events.push({ target: WON, day: dates.won });
  if (dates.lost !== undefined) events.push({ target: LOST, day: dates.lost });
  const { target } = facts;
  const isStage = target !== undefined && target >= 0;
  if (target !== undefined && !isStage) {
    // The stage it is in now is how it ended, and since when is when.
    if (facts.deal === undefined || (on !== null && target !== LEFT_OUT)) events.push({ target, day: on });
  } else if (
    target !== undefined &&
    (facts.deal === undefined || on !== null || !events.some((event) => event.target === target))
  ) {
    const unmoved = store.dialect.unmovedSinceCreated === true && facts.binding.columns.on !== undefined;
    events.push({ target, day: on ?? (unmoved ? (dates.created ?? null) : null) });
  }
  if (reader.undecided !== undefined) return reader.undecided;
  return { facts, events, dates, state: stateOf(facts, events), latest: reader.latest, overtaken: false };
}

class CodeReader {
  undecided: UndecidedDate | undefined;
  latest = -Infinity;
  readonly #facts: RowFacts;
  readonly #store: DealStore;

  constructor(facts: RowFacts, store: DealStore) {
    this.#facts = facts;
    this.#store = store;
  }

  day(code: number | undefined, column: number | undefined): number | null {
    if (code === undefined || column === undefined) return null;
    const dates = this.#store.dates(this.#facts.binding.names[column] ?? "");
    const day = dates.resolve(code);
    if (day === undefined || Number.isNaN(day)) {
      this.undecided ??= { column: dates, code };
      return null;
    }
    if (day > this.latest) this.latest = day;
    return day;
  }
}

/** What a deal's own row says: its status, else the stage it is in, else the later of its endings. */
function stateOf({ deal, target }: RowFacts, events: readonly DealEvent[]): JourneyState | undefined {
  if (deal === undefined) return undefined;
  if (deal.status !== undefined) return deal.status;
  if (target === WON || target === LOST) return target === WON ? "won" : "lost";
  if (target !== undefined && target >= 0) return "open";
  return lastEnding(events);
}

/** Of several endings the latest; of a win and a loss on one day the win. */
export function lastEnding(events: readonly DealEvent[]): "won" | "lost" | undefined {
  let last: DealEvent | undefined;
  for (const event of events) {
    if (event.target !== WON && event.target !== LOST) continue;
    const [day, best] = [event.day ?? -Infinity, last?.day ?? -Infinity];
    if (last === undefined || day > best || (day === best && event.target === WON)) last = event;
  }
  return last === undefined ? undefined : last.target === WON ? "won" : "lost";
}
