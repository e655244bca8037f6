import type { Journey } from "../history/journeys/journey.js";
import { latestDay } from "../history/journeys/latest-day.js";
import type { FunnelStages } from "../history/journeys/paths.js";
import { byText } from "../history/journeys/tally.js";
import { asOf } from "./as-of.js";
import { buildDeal, isOutOfSight, isUnplaced, placedRows } from "./build-deal.js";
import { bothReadings } from "./date-column.js";
import { resolveRow, type ResolvedRow, type UndecidedDate } from "./deal-events.js";
import type { DealStore } from "./deal-store.js";
import type { RowFacts } from "./deal-facts.js";
import { earlierRecords } from "./earlier-records.js";
import { entriesOf, type Entries } from "./entries.js";
import type { Import, JourneyStream } from "./import.js";
import type { ImportLog } from "./import-log.js";
import { LOST, UNPLACED, WON } from "./labels.js";
import { describeProblem } from "./problems.js";
import type { StageSeen } from "./stage-census.js";

/** Makes the journeys of everything that was read, in the order of their ids, and closes the account of rows. */
export function buildJourneys<Stage extends string>(
  store: DealStore,
  funnel: FunnelStages<Stage>,
): Import<Stage> {
  const entries = entriesOf(store, funnel, () => allRows(store));
  const journeys: Journey[] = [];
  const account = closeAccount(store, entries, (last, rows) => {
    journeys.push(withEarlier(last, rows, entries, store));
  });
  journeys.sort((one, other) => byText(one.id, other.id));
  return Object.freeze({ journeys: Object.freeze(journeys) as readonly Journey<Stage>[], ...account });
}

/** The same for whoever goes through journeys and does not keep them: each is made anew whenever it is asked for. */
export function streamJourneys<Stage extends string>(
  store: DealStore,
  funnel: FunnelStages<Stage>,
): JourneyStream<Stage> {
  const entries = entriesOf(store, funnel, () => allRows(store));
  let latest: string | undefined;
  const account = closeAccount(store, entries, (journey) => {
    const day = latestDay([journey]);
    if (day !== undefined && (latest === undefined || day > latest)) latest = day;
  });
  const journeys = { [Symbol.iterator]: () => eachJourney(store, entries) };
  return Object.freeze({ journeys: journeys as Iterable<Journey<Stage>>, latest, ...account });
}

/** Goes through all deals, hands on each that can be used, and says what became of every row. */
function closeAccount(
  store: DealStore,
  entries: Entries,
  take: (journey: Journey, rows: readonly ResolvedRow[]) => void,
): Omit<Import, "journeys"> {
  const entryOf = entries.asOf(store.asOf);
  const currencies = new Set<string>();
  let undated = 0;
  for (const id of store.rows.ids()) {
    const rows = usableRows(store.rows.rowsOf(id), store, store.log);
    const last = rows.length === 0 ? undefined : buildDeal(id, rows, { store, log: store.log, entryOf });
    const placed = placedRows(rows).length;
    const isLost = rows.length > 0 && (placed === 0 || (last?.state === "open" && isOutOfSight(rows)));
    if (!isLost) store.unplaced.delete(id);
    if (last === undefined) continue;
    if (last.currency !== null) currencies.add(last.currency);
    store.log.used += placed;
    if (isUndated(last)) {
      store.log.undated += placed;
      undated += 1;
    }
    take(last, rows);
  }
  noteCurrencies(currencies, store);
  notePipelines(store);
  for (const { column, problem } of store.nowhere())
    store.log.fault({ row: null, column }, undefined, problem);
  if (store.cutInUtc) store.log.remark({ row: null, column: null }, undefined, describeProblem("days.utc"));
  return Object.freeze({
    stageNames: Object.freeze(stagesNamed(store)),
    issues: store.log.issues(),
    counts: store.log.counts(),
    leftOut: store.unplaced.size + undated,
  });
}

function* eachJourney(store: DealStore, entries: Entries): Generator<Journey> {
  const entryOf = entries.asOf(store.asOf);
  for (const id of store.rows.ids()) {
    const rows = usableRows(store.rows.rowsOf(id), store, undefined);
    const last = rows.length === 0 ? undefined : buildDeal(id, rows, { store, log: undefined, entryOf });
    if (last !== undefined) yield withEarlier(last, rows, entries, store);
  }
}

function withEarlier(
  last: Journey,
  rows: readonly ResolvedRow[],
  entries: Entries,
  store: DealStore,
): Journey {
  const earlier = earlierRecords(last, rows, entries, store);
  return earlier.length === 0 ? last : Object.freeze({ ...last, earlier });
}

/** The rows of a deal whose dates can be read, as of the day that is asked for, the first in the file first. */
function usableRows(
  deal: readonly RowFacts[],
  store: DealStore,
  log: ImportLog | undefined,
): readonly ResolvedRow[] {
  const rows: ResolvedRow[] = [];
  for (const facts of deal) {
    const resolved = resolveRow(facts, store);
    if ("facts" in resolved) rows.push(resolved);
    else if (log !== undefined && facts.target !== UNPLACED) refuse(facts, resolved, log);
  }
  const { kept, later } = asOf(rows, store.asOf);
  for (const row of later)
    // What is in no known stage was set aside before.
    if (!isUnplaced(row))
      log?.setAside(
        { row: row.facts.row, column: null, of: row.facts.binding },
        store.date(row.latest),
        describeProblem("row.later"),
      );
  return kept;
}

/** The rows of every deal, one deal after the other. */
function* allRows(store: DealStore): Generator<readonly ResolvedRow[]> {
  for (const id of store.rows.ids()) yield usableRows(store.rows.rowsOf(id), store, undefined);
}

function refuse({ row, binding }: RowFacts, { column, code }: UndecidedDate, log: ImportLog): void {
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

function notePipelines({ pipelines, log }: DealStore): void {
  if (pipelines.length < 2) return;
  log.note({ row: null, column: null }, pipelines.slice(0, 12).join(", "), {
    code: "pipeline.mixed",
    expected: "one pipeline",
    advice:
      "deals of all of them count in the same stages; say crmPipeline: [name, \u2026] for those that are meant",
  });
}

function noteCurrencies(currencies: ReadonlySet<string>, store: DealStore): void {
  const codes = [...currencies].sort();
  if (codes.length < 2) return;
  store.log.note({ row: null, column: null }, codes.slice(0, 12).join(", "), {
    code: "currency.mixed",
    expected: "one currency",
    advice: "amounts are kept apart; give exchange rates where they are added up",
  });
}
