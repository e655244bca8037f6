import type { Journey } from "../history/journeys/journey.js";
import { pathChooser, listPaths, type FunnelStages } from "../history/journeys/paths.js";
import { byText } from "../history/journeys/tally.js";
import { asOf } from "./as-of.js";
import { buildDeal, type EntryFinder } from "./build-deal.js";
import { bothReadings } from "./date-column.js";
import { resolveRow, type ResolvedRow, type UndecidedDate } from "./deal-events.js";
import type { DealStore } from "./deal-store.js";
import type { DealFactsBuilder } from "./deal-facts.js";
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
  const entryOf = entryFinder(store, funnel, stagesSeen(store));
  const journeys: Journey[] = [];
  for (const id of [...store.deals.keys()].sort(byText)) {
    const rows = usableRows(store.deals.get(id), store, store.log);
    // What was read of a deal is let go as soon as it is understood: a million rows must not be held twice.
    store.deals.delete(id);
    const journey = rows.length === 0 ? undefined : buildDeal(id, rows, store, entryOf);
    if (journey === undefined) continue;
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

/** Stages that the file names by the day as of which it is read. */
function stagesSeen(store: DealStore): ReadonlySet<number> {
  if (store.asOf === Infinity) return store.seen;
  const seen = new Set<number>();
  const before = [...store.seen].filter((target) => target >= 0).length;
  for (const chain of store.deals.values()) {
    // Most files name every stage in their first rows, and then nothing is read twice.
    if (seen.size >= before) break;
    for (const { events } of usableRows(chain, store, undefined))
      for (const { target } of events) if (target >= 0) seen.add(target);
  }
  return seen;
}

function refuse({ row, binding }: DealFactsBuilder, { column, code }: UndecidedDate, log: ImportLog): void {
  log.setAside({ row, column: column.name, of: binding }, column.shown(code), {
    code: "date.ambiguous",
    expected: "a date that reads one way",
    advice: `it is ${bothReadings(code)}, and the column does not tell; say dates: "month-first" or "day-first"`,
  });
}

/** Finds the stage that a new deal is in: the first of its path that the file, or its mapping, knows of. */
function entryFinder(
  { labels, mapping }: DealStore,
  funnel: FunnelStages,
  seen: ReadonlySet<number>,
): EntryFinder {
  const mapped = mapping.createdIn;
  if (mapped !== undefined) return () => mapped;
  // A list of names is the file's own stages; a plan may begin long before the file does.
  const isList = funnel.every((stage) => typeof stage === "string");
  const known = new Set(
    labels.stages.filter((_, index) => isList || seen.has(index) || labels.mapped.has(index)),
  );
  const choose = pathChooser(listPaths(funnel));
  return (journey) => {
    const { stages } = choose(journey);
    // A file that names no stage at all still says when deals came in: that is the first stage of the plan.
    return known.size === 0 ? stages[0] : stages.find((stage) => known.has(stage));
  };
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
