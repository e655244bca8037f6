import type { Journey } from "../history/journeys/journey.js";
import type { FunnelStages } from "../history/journeys/paths.js";
import { byText } from "../history/journeys/tally.js";
import { asOf } from "./as-of.js";
import { buildDeal } from "./build-deal.js";
import { bothReadings } from "./date-column.js";
import { resolveRow, type ResolvedRow, type UndecidedDate } from "./deal-events.js";
import type { DealStore } from "./deal-store.js";
import type { DealFactsBuilder } from "./deal-facts.js";
import { earlierRecords } from "./earlier-records.js";
import { entriesOf } from "./entries.js";
import type { Import } from "./import.js";
import type { ImportLog } from "./import-log.js";
import { LOST, WON } from "./labels.js";
import { describeProblem } from "./problems.js";
import type { StageSeen } from "./stage-census.js";

/** Makes the journeys of everything that was read, in the order of their ids, and closes the account of rows. */
export function buildJourneys<Stage extends string>(
  store: DealStore,
  funnel: FunnelStages<Stage>,
): Import<Stage> {
  const entries = entriesOf(store, funnel, () => allRows(store));
  const entryOf = entries.asOf(store.asOf);
  const journeys: Journey[] = [];
  for (const id of [...store.deals.keys()].sort(byText)) {
    const rows = usableRows(store.deals.get(id), store, store.log);
    // What was read of a deal is let go as soon as it is understood: a million rows must not be held twice.
    store.deals.delete(id);
    const last = rows.length === 0 ? undefined : buildDeal(id, rows, { store, log: store.log, entryOf });
    store.unplaced.delete(id);
    if (last === undefined) continue;
    const earlier = earlierRecords(last, rows, entries, store);
    const journey = earlier.length === 0 ? last : Object.freeze({ ...last, earlier });
    store.log.used += rows.length;
    if (isUndated(journey)) store.log.undated += rows.length;
    journeys.push(journey);
  }
  noteCurrencies(journeys, store);
  for (const { column, problem } of store.nowhere())
    store.log.fault({ row: null, column }, undefined, problem);
  if (store.cutInUtc) store.log.remark({ row: null, column: null }, undefined, describeProblem("days.utc"));
  return Object.freeze({
    journeys: Object.freeze(journeys) as readonly Journey<Stage>[],
    stageNames: Object.freeze(stagesNamed(store)),
    issues: store.log.issues(),
    counts: store.log.counts(),
    leftOut: store.unplaced.size,
  });
}

/** The rows of a deal whose dates can be read, as of the day that is asked for, the first in the file first. */
function usableRows(
  chain: DealFactsBuilder | undefined,
  store: DealStore,
  log: ImportLog | undefined,
): ResolvedRow[] {
  const rows: ResolvedRow[] = [];
  for (let facts = chain; facts !== undefined; facts = facts.next) {
    const resolved = resolveRow(facts, store);
    if ("facts" in resolved) rows.push(resolved);
    else if (log !== undefined) refuse(facts, resolved, log);
  }
  const { kept, later } = asOf(rows.reverse(), store.asOf);
  for (const { facts, latest } of later)
    log?.setAside(
      { row: facts.row, column: null, of: facts.binding },
      store.date(latest),
      describeProblem("row.later"),
    );
  return [...kept];
}

/** The rows of every deal, one deal after the other. */
function* allRows(store: DealStore): Generator<readonly ResolvedRow[]> {
  for (const chain of store.deals.values()) yield usableRows(chain, store, undefined);
}

function refuse({ row, binding }: DealFactsBuilder, { column, code }: UndecidedDate, log: ImportLog): void {
  log.setAside({ row, column: column.name, of: binding }, column.shown(code), {
    code: "date.ambiguous",
    expected: "a date that reads one way",
    advice: `it is ${bothReadings(code)}, and the column does not tell; say dates: "month-first" or "day-first"`,
  });
}

function isUndated({ steps, closed }: Journey): boolean {
  return closed === null && steps.every(({ on }) => on === null);
}

function stagesNamed({ census, labels }: DealStore): readonly StageSeen[] {
  return census.list().map(({ name, rows }) => {
    const target = labels.read(name);
    const ended = target === WON ? "won" : target === LOST ? "lost" : null;
    return Object.freeze({ name, rows, stage: labels.stages[target ?? -1] ?? ended });
  });
}

function noteCurrencies(journeys: readonly Journey[], store: DealStore): void {
  const codes = [...new Set(journeys.flatMap(({ currency }) => currency ?? []))].sort();
  if (codes.length < 2) return;
  store.log.note({ row: null, column: null }, codes.slice(0, 12).join(", "), {
    code: "currency.mixed",
    expected: "one currency",
    advice: "amounts are kept apart; give exchange rates where they are added up",
  });
}
