import type { Journey } from "../journeys/journey.js";
import { pathChooser, pathsOf, type FunnelStages } from "../journeys/paths.js";
import { byText } from "../journeys/tally.js";
import { buildDeal, type Deal } from "./build-deal.js";
import { bothReadings } from "./date-column.js";
import { resolveRow, type ResolvedRow, type UndecidedDate } from "./deal-events.js";
import type { DealStore } from "./deal-store.js";
import type { Facts } from "./facts.js";
import type { Import } from "./import.js";

/** Makes the journeys of everything that was read, in the order of their ids, and closes the account of rows. */
export function buildJourneys<Stage extends string>(
  store: DealStore,
  funnel: FunnelStages<Stage>,
): Import<Stage> {
  const deals: Deal[] = [];
  const seen = new Set<number>(store.labels.mapped);
  // A list of names is the file's own stages; a plan may begin long before the file does.
  if (funnel.every((stage) => typeof stage === "string"))
    store.labels.stages.forEach((_, index) => seen.add(index));
  for (const id of [...store.deals.keys()].sort(byText)) {
    const rows = usableRows(store.deals.get(id), store);
    // What was read of a deal is let go as soon as it is understood: a million rows must not be held twice.
    store.deals.delete(id);
    const deal = rows.length === 0 ? undefined : buildDeal(id, rows, store);
    if (deal === undefined) continue;
    store.log.used += rows.length;
    for (const { stage } of deal.steps) seen.add(stage);
    deals.push(deal);
  }
  const finish = finisher(store, funnel, seen);
  const journeys = deals.map(finish);
  noteCurrencies(journeys, store);
  return Object.freeze({
    journeys: Object.freeze(journeys) as readonly Journey<Stage>[],
    issues: store.log.issues(),
    counts: store.log.counts(),
  });
}

/** The rows of a deal whose dates can be read, the first in the file first. */
function usableRows(chain: Facts | undefined, store: DealStore): ResolvedRow[] {
  const rows: ResolvedRow[] = [];
  for (let facts = chain; facts !== undefined; facts = facts.next) {
    const resolved = resolveRow(facts, store);
    if ("facts" in resolved) rows.push(resolved);
    else refuse(facts, resolved, store);
  }
  return rows.reverse();
}

function refuse({ row }: Facts, { column, code }: UndecidedDate, store: DealStore): void {
  const { log } = store;
  log.setAside({ row, column: column.name }, column.shown(code), {
    code: "date.ambiguous",
    expected: "a date that reads one way",
    advice: `it is ${bothReadings(code)}, and the column does not tell; say dates: "month-first" or "day-first"`,
  });
}

/** Turns deals into journeys once every deal is known: a new deal enters the first stage that the file knows of. */
function finisher(
  store: DealStore,
  funnel: FunnelStages,
  seen: ReadonlySet<number>,
): (deal: Deal) => Journey {
  const { labels, mapping } = store;
  const choose = pathChooser(pathsOf(funnel));
  const indexes = new Map(labels.stages.map((stage, index) => [stage, index]));
  return (deal) => {
    const draft = deal.journey(labels.stages, undefined);
    const known = choose(draft).stages.filter((stage) => seen.has(indexes.get(stage) ?? -1));
    const entry = mapping.createdIn ?? known[0];
    const firstStep = Math.min(...deal.steps.map(({ stage }) => stage));
    if (
      entry !== undefined &&
      deal.showsHistory &&
      firstStep > (indexes.get(entry) ?? 0) &&
      Number.isFinite(firstStep)
    )
      deal.note("deal.begins-late", labels.stages[firstStep]);
    return deal.created === null || entry === undefined ? draft : deal.journey(labels.stages, entry);
  };
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
