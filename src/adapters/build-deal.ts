import type { ExactString } from "../number/exact-string.js";
import type { Journey, JourneyState, Step } from "../history/journeys/journey.js";
import { byText } from "../history/journeys/tally.js";
import { lastEnding, type DealEvent, type ResolvedRow } from "./deal-events.js";
import type { DealStore } from "./deal-store.js";
import type { ImportLog, Place } from "./import-log.js";
import { LOST, UNPLACED, WON } from "./labels.js";
import { describeProblem, type ProblemCode } from "./problems.js";

/** A step by the index of its stage. */
interface IndexedStep {
  readonly stage: number;
  readonly day: number | null;
}

/** Which stage a new deal of this kind is in; undefined where nobody knows. */
export type EntryFinder = (journey: Pick<Journey, "channel" | "steps">) => string | undefined;

type Noter = (code: ProblemCode, received: unknown) => void;

/** With what a deal is built. */
interface DealTools {
  readonly store: DealStore;
  /** Where oddities are noted; undefined for nowhere. */
  readonly log: ImportLog | undefined;
  readonly entryOf: EntryFinder;
}

/**
 * Joins the rows of one deal into its journey.
 *
 * A deal's own row says how it stands; else the last thing in its history does, so that a step after a loss reopens it. Where
 * rows differ in owner, channel, value or currency, the deal's own row counts before its history, then the latest one.
 *
 * @returns undefined when the rows were set aside: nothing says where or when the deal was
 */
export function buildDeal(
  id: string,
  all: readonly ResolvedRow[],
  { store, log, entryOf }: DealTools,
): Journey | undefined {
  const rows = placedRows(all);
  if (rows.length === 0) return undefined;
  const first = rows[0]?.facts;
  const place: Place = { row: first?.row ?? null, column: null, of: first?.binding };
  const note: Noter = (code, received) => {
    log?.note(place, received, describeProblem(code));
  };
  const ranked = rows.length === 1 ? rows : [...rows].sort(byRank);
  const events = rows.flatMap((one) => one.events);
  const created = earliest(rows, ({ dates }) => dates.created);
  const steps = stepsOf(events);
  const ending = endingOf(ranked, events);
  if (nothingKnown(rows, steps, created, ending, log)) return undefined;
  if (ranked.filter(({ facts }) => facts.deal !== undefined).length > 1) note("deal.repeated", id);
  for (const { facts, overtaken } of rows)
    if (overtaken)
      log?.note({ row: facts.row, column: null, of: facts.binding }, id, describeProblem("row.overtaken"));
  noteOddities(note, id, steps, events, ending, created);
  const texts = textsOf(ranked, store, log);
  const named = steps.map(({ stage, day }) => store.step(store.labels.stages[stage] ?? "", day));
  const entry = entryOf({ channel: texts.channel, steps: named });
  const showsHistory = rows.some(({ facts }) => facts.deal === undefined || facts.deal.entered.length > 0);
  const least = steps.reduce((index, { stage }) => Math.min(index, stage), Infinity);
  if (showsHistory && entry !== undefined && least < Infinity && least > store.labels.stages.indexOf(entry))
    note("deal.begins-late", store.labels.stages[least]);
  const path = withEntry(named, entry, created, store);
  const recorded = isOutOfSight(all) ? "ends" : recordedOf(rows, path, store);
  const gaps = { recorded, placed: placedOf(rows, store) };
  return journeyOf(id, texts, ending, expectedOf(ranked, ending), path, gaps, store);
}

/** The rows that say something of a deal that is known. */
export function placedRows(rows: readonly ResolvedRow[]): readonly ResolvedRow[] {
  return rows.some(isUnplaced) ? rows.filter((row) => !isUnplaced(row)) : rows;
}

/** Does a row only say that a deal came to a stage that nobody knows? */
export function isUnplaced({ facts }: ResolvedRow): boolean {
  return facts.target === UNPLACED;
}

/** Did a deal come to a stage that nobody knows, and to none that is known after that? */
export function isOutOfSight(rows: readonly ResolvedRow[]): boolean {
  if (!rows.some(isUnplaced)) return false;
  const events = rows.flatMap((row) => row.events);
  if (events.some(({ target, day }) => target >= 0 && day === null)) return false;
  const seen = latest(events, ({ target, day }) => (target >= 0 ? day : null));
  const lost = latest(events, ({ target, day }) => (target === UNPLACED ? day : null));
  return lost !== null && (seen === null || lost >= seen);
}

/** Stages whose entry shows by its day although the row is overwritten: each later one has a column. Undefined without such a row. */
function placedOf(rows: readonly ResolvedRow[], { labels, shared }: DealStore): Journey["placed"] {
  if (!rows.some(({ facts }) => facts.deal !== undefined)) return undefined;
  const columns = stageColumns(rows);
  const known = labels.stages.map((_, stage) => columns.has(stage));
  return shared(labels.stages.slice(Math.max(0, known.lastIndexOf(false))));
}

/** Stages with a column for the day of their entry. */
function stageColumns(rows: readonly ResolvedRow[]): ReadonlySet<number> {
  return new Set(rows.flatMap(({ facts }) => facts.binding.entered.map(({ target }) => target)));
}

/**
 * What do the steps of a deal leave out? Nothing where a history or a column for each stage tells; all but the stage it is in
 * where only its own row does; all but its ends where that row says no stage.
 */
function recordedOf(
  rows: readonly ResolvedRow[],
  steps: readonly Step[],
  { labels }: DealStore,
): Journey["recorded"] {
  if (steps.length > 0 && rows.some(({ facts }) => facts.deal === undefined && (facts.target ?? -1) >= 0))
    return undefined;
  const columns = stageColumns(rows);
  const furthest = Math.max(...steps.map(({ stage }) => labels.stages.indexOf(stage)));
  const hasColumn = labels.stages.map((_, stage) => columns.has(stage));
  if (steps.length > 0 && hasColumn.every(Boolean)) return undefined;
  const named = rows.some(({ facts, overtaken }) => !overtaken && (facts.target ?? -1) >= 0);
  const none = hasColumn.slice(furthest + 1).includes(false);
  return named || (steps.length > 0 && !none) ? "furthest" : "ends";
}

type Texts = Pick<Journey, "owner" | "channel" | "value" | "currency" | "probability">;

/**
 * Deals' own rows first, unless things happened after the day that is asked for; then the latest; rows that say the same day
 * are ordered by what they say, not where they stand.
 */
function byRank(one: ResolvedRow, other: ResolvedRow): number {
  const own = ({ facts, overtaken }: ResolvedRow) => (facts.deal === undefined ? 0 : overtaken ? -1 : 1);
  return own(other) - own(one) || other.latest - one.latest || byText(textKey(other), textKey(one));
}

function textKey({ facts, state }: ResolvedRow): string {
  return [state, facts.target, facts.owner, facts.channel, facts.value, facts.currency].join("\u0000");
}

interface Ending {
  readonly state: JourneyState;
  readonly day: number | null;
}

function endingOf(ranked: readonly ResolvedRow[], events: readonly DealEvent[]): Ending {
  const own = ranked.find(({ state }) => state !== undefined);
  const last = lastEnding(events);
  const lastStep = latest(events, ({ target, day }) => (target >= 0 ? day : null));
  const lastDay = last === undefined ? null : lastOf(last, events);
  const reopened = lastDay !== null && lastStep !== null && lastStep > lastDay;
  const state = own?.state ?? (last === undefined || reopened ? "open" : last);
  if (state === "open") return { state, day: null };
  const stated = ranked.find(({ dates }) => dates.closed !== undefined)?.dates.closed;
  return { state, day: stated ?? lastOf(state, events) };
}

function lastOf(state: "won" | "lost", events: readonly DealEvent[]): number | null {
  const wanted = state === "won" ? WON : LOST;
  return latest(events, ({ target, day }) => (target === wanted ? day : null));
}

function expectedOf(ranked: readonly ResolvedRow[], { state }: Ending): number | null {
  if (state !== "open") return null;
  return ranked.find(({ dates }) => dates.expected !== undefined)?.dates.expected ?? null;
}

/** Steps in the order of days, of one day in the order of stages; without a day at the end, once, unless the stage is dated. */
function stepsOf(events: readonly DealEvent[]): readonly IndexedStep[] {
  const dated = new Set<number>();
  const unique: IndexedStep[] = [];
  const known = new Map<number, Set<number | null>>();
  for (const { target, day } of events) {
    if (target < 0) continue;
    if (day !== null) dated.add(target);
    const days = known.get(target);
    if (days?.has(day) === true) continue;
    if (days === undefined) known.set(target, new Set([day]));
    else days.add(day);
    unique.push({ stage: target, day });
  }
  const steps = unique.filter(({ stage, day }) => day !== null || !dated.has(stage));
  const rank = (day: number | null) => day ?? Number.MAX_SAFE_INTEGER;
  return steps.sort((one, other) => rank(one.day) - rank(other.day) || one.stage - other.stage);
}

function nothingKnown(
  rows: readonly ResolvedRow[],
  steps: readonly IndexedStep[],
  created: number | null,
  { state, day }: Ending,
  log: ImportLog | undefined,
): boolean {
  const dated = created !== null || day !== null || steps.some((step) => step.day !== null);
  const code = state === "open" && steps.length === 0 && created === null ? "stage.missing" : "date.none";
  if (dated || (state === "open" && steps.length > 0)) return false;
  for (const { facts } of rows)
    log?.setAside({ row: facts.row, column: null, of: facts.binding }, undefined, describeProblem(code));
  return true;
}

function noteOddities(
  note: Noter,
  id: string,
  steps: readonly IndexedStep[],
  events: readonly DealEvent[],
  { state, day }: Ending,
  created: number | null,
): void {
  let furthest = -1;
  let backwards = false;
  for (const { stage, day: on } of steps) {
    if (on !== null && stage < furthest) backwards = true;
    if (on !== null) furthest = Math.max(furthest, stage);
  }
  if (backwards) note("step.backwards", id);
  if (steps.some((step) => step.day === null)) note("step.undated", undefined);
  if (state !== "open" && day === null) note("close.undated", undefined);
  const firstContact = created ?? earliest(steps, (one) => one.day);
  const lastStep = latest(steps, (one) => one.day);
  if (day !== null && firstContact !== null && day < firstContact) note("lag.negative", id);
  else if (day !== null && lastStep !== null && day < lastStep) note("close.early", id);
  const endings = events.filter(({ target }) => target < 0);
  const dropped = endings.some(({ target }) => state === "open" || target !== (state === "won" ? WON : LOST));
  if (dropped) note("deal.reopened", id);
}

function textsOf(ranked: readonly ResolvedRow[], store: DealStore, log: ImportLog | undefined): Texts {
  const first = (pick: (row: ResolvedRow) => string | undefined) => {
    for (const row of ranked) {
      const text = pick(row);
      if (text !== undefined) return text;
    }
    return null;
  };
  // An amount or a chance may have been changed with what came later: only what was known then counts.
  const known = ranked.filter(({ overtaken }) => !overtaken);
  const probability =
    known.find(({ facts }) => facts.deal?.probability !== undefined)?.facts.deal?.probability ?? null;
  return {
    owner: first(({ facts }) => facts.owner),
    channel: first(({ facts }) => facts.channel),
    value: valueOf(known, store, log),
    currency: first(({ facts }) => {
      // One sign all over says nothing: a plan may be in any dollars.
      const isSign = facts.binding.columns.currency === undefined && store.mapping.valueIn === undefined;
      return isSign && store.signs.size < 2 ? undefined : facts.currency;
    }),
    probability: probability === null ? null : (store.shares.resolve(probability) ?? null),
  };
}

function valueOf(
  ranked: readonly ResolvedRow[],
  store: DealStore,
  log: ImportLog | undefined,
): ExactString | null {
  for (const { facts } of ranked) {
    if (facts.value === undefined) continue;
    const header = facts.binding.names[facts.binding.columns.value ?? -1] ?? "";
    const amount = store.amounts(header).resolve(facts.value);
    const code =
      amount === undefined ? "value.ambiguous" : amount.startsWith("-") ? "value.negative" : undefined;
    if (code === undefined) return amount ?? null;
    log?.note({ row: facts.row, column: header, of: facts.binding }, facts.value, describeProblem(code));
    return null;
  }
  return null;
}

/** The steps with the day it was created as the entry into its first stage. */
function withEntry(
  named: readonly Step[],
  entry: string | undefined,
  created: number | null,
  store: DealStore,
): readonly Step[] {
  if (entry === undefined || created === null) return Object.freeze(named);
  const on = store.date(created);
  if (named.some((one) => one.stage === entry && one.on === on)) return Object.freeze(named);
  const rest = named.filter((one) => one.stage !== entry || one.on !== null);
  const after = rest.findIndex((one) => one.on === null || one.on >= on);
  const at = after < 0 ? rest.length : after;
  return Object.freeze([...rest.slice(0, at), store.step(entry, created), ...rest.slice(at)]);
}

/** What the record leaves out. */
interface Gaps {
  readonly recorded: Journey["recorded"];
  readonly placed: Journey["placed"];
}

function journeyOf(
  id: string,
  { owner, channel, value, currency, probability }: Texts,
  { state, day }: Ending,
  expectedDay: number | null,
  steps: readonly Step[],
  { recorded, placed }: Gaps,
  store: DealStore,
): Journey {
  const closed = day === null ? null : store.date(day);
  const expected = expectedDay === null ? null : store.date(expectedDay);
  // Most deals of a history leave nothing out, and there are millions.
  if (recorded === undefined && placed === undefined)
    return Object.freeze({
      id,
      owner,
      channel,
      value,
      currency,
      probability,
      steps,
      state,
      closed,
      expected,
    });
  return Object.freeze({
    ...{ id, owner, channel, value, currency, probability, steps },
    ...(recorded === undefined ? {} : { recorded }),
    ...(placed === undefined ? {} : { placed }),
    ...{ state, closed, expected },
  });
}

/** The least day that is known; null where none is. */
function earliest<T>(list: readonly T[], dayOf: (item: T) => number | null | undefined): number | null {
  let least: number | null = null;
  for (const item of list) {
    const day = dayOf(item) ?? null;
    if (day !== null && (least === null || day < least)) least = day;
  }
  return least;
}

/** The greatest day that is known; null where none is. */
function latest<T>(list: readonly T[], dayOf: (item: T) => number | null | undefined): number | null {
  const day = earliest(list, (item) => {
    const one = dayOf(item) ?? null;
    return one === null ? null : -one;
  });
  return day === null ? null : -day;
}
