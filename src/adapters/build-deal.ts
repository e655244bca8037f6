import type { Exact } from "../number/exact.js";
import type { Journey, JourneyState, Step } from "../journeys/journey.js";
import { byText } from "../journeys/tally.js";
import { formatDay } from "../time/day.js";
import { lastEnding, type DealEvent, type ResolvedRow } from "./deal-events.js";
import type { DealStore } from "./deal-store.js";
import { LOST, WON } from "./labels.js";
import { problemOf, type ProblemCode } from "./problems.js";

/** A step by the index of its stage. */
interface IndexedStep {
  readonly stage: number;
  readonly day: number | null;
}

/** A deal that is understood but for the stage that new deals are in, which the whole file tells. */
export interface Deal {
  readonly steps: readonly IndexedStep[];
  readonly created: number | null;
  /** Whether its rows name the days of stages, not only the stage it is in now. */
  readonly showsHistory: boolean;
  /** The journey; `entry` is the stage that it entered on the day it was created. */
  readonly journey: (stages: readonly string[], entry: string | undefined) => Journey;
  readonly note: (code: ProblemCode, received: unknown) => void;
}

/**
 * Joins the rows of one deal.
 *
 * A deal's own row says how it stands; else the last thing in its history does, so that a step after a loss reopens it. Where
 * rows differ in owner, channel, value or currency, the deal's own row counts before its history, then the latest one.
 *
 * @returns undefined when the rows were set aside: nothing says where or when the deal was
 */
export function buildDeal(id: string, rows: readonly ResolvedRow[], store: DealStore): Deal | undefined {
  const ranked = [...rows].sort(byRank);
  // Only the row's number: whoever keeps the deal must not keep the rows it came from.
  const row = rows[0]?.facts.row ?? null;
  const note = (code: ProblemCode, received: unknown) => {
    store.log.note({ row, column: null }, received, problemOf(code));
  };
  const events = rows.flatMap((row) => row.events);
  const created = earliest(rows.flatMap(({ dates }) => dates.created ?? []));
  const steps = stepsOf(events);
  const ending = endingOf(ranked, events);
  if (nothingKnown(rows, steps, created, ending, store)) return undefined;
  if (ranked.filter(({ facts }) => facts.deal !== undefined).length > 1) note("deal.repeated", id);
  const firstDay = earliest(steps.flatMap(({ day }) => day ?? []));
  noteOddities(note, id, steps, events, ending, created ?? firstDay, firstDay);
  const texts = textsOf(ranked, store);
  const { state } = ending;
  const expected =
    state === "open"
      ? (ranked.find(({ dates }) => dates.expected !== undefined)?.dates.expected ?? null)
      : null;
  return {
    steps,
    created,
    showsHistory: rows.some(({ facts }) => facts.deal === undefined || facts.deal.entered.length > 0),
    note,
    journey: (stages, entry) =>
      freezeJourney(id, texts, state, ending.day, expected, journeySteps(steps, stages, entry, created)),
  };
}

type Texts = Pick<Journey, "owner" | "channel" | "value" | "currency" | "probability">;

/** Deals' own rows first, then the latest; rows that say the same day are ordered by what they say, not where they stand. */
function byRank(one: ResolvedRow, other: ResolvedRow): number {
  const own = Number(other.facts.deal !== undefined) - Number(one.facts.deal !== undefined);
  return own || other.latest - one.latest || byText(textKey(other), textKey(one));
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
  const lastStep = latest(events.flatMap(({ target, day }) => (target >= 0 && day !== null ? [day] : [])));
  const target = last === "won" ? WON : LOST;
  const lastDay = latest(events.flatMap((event) => (event.target === target ? (event.day ?? []) : [])));
  const reopened = last !== undefined && lastDay !== null && lastStep !== null && lastStep > lastDay;
  const state = own?.state ?? (last === undefined || reopened ? "open" : last);
  if (state === "open") return { state, day: null };
  const stated = ranked.find(({ dates }) => dates.closed !== undefined)?.dates.closed;
  const wanted = state === "won" ? WON : LOST;
  return {
    state,
    day: stated ?? latest(events.flatMap((event) => (event.target === wanted ? (event.day ?? []) : []))),
  };
}

/** Steps in the order of days, of one day in the order of stages; without a day at the end, once, unless the stage is dated. */
function stepsOf(events: readonly DealEvent[]): readonly IndexedStep[] {
  const dated = new Set<number>();
  const unique = new Map<string, IndexedStep>();
  for (const { target, day } of events) {
    if (target < 0) continue;
    if (day !== null) dated.add(target);
    unique.set(`${target} ${day ?? ""}`, { stage: target, day });
  }
  const steps = [...unique.values()].filter(({ stage, day }) => day !== null || !dated.has(stage));
  const rank = (day: number | null) => day ?? Number.MAX_SAFE_INTEGER;
  return steps.sort((one, other) => rank(one.day) - rank(other.day) || one.stage - other.stage);
}

function nothingKnown(
  rows: readonly ResolvedRow[],
  steps: readonly IndexedStep[],
  created: number | null,
  { state, day }: Ending,
  { log }: DealStore,
): boolean {
  const dated = created !== null || day !== null || steps.some((step) => step.day !== null);
  const code = state === "open" && steps.length === 0 && created === null ? "stage.missing" : "date.none";
  if (dated || (state === "open" && steps.length > 0)) return false;
  for (const { facts } of rows) log.setAside({ row: facts.row, column: null }, undefined, problemOf(code));
  return true;
}

function noteOddities(
  note: Deal["note"],
  id: string,
  steps: readonly IndexedStep[],
  events: readonly DealEvent[],
  { state, day }: Ending,
  firstContact: number | null,
  firstStep: number | null,
): void {
  let furthest = -1;
  let backwards = false;
  for (const { stage, day: on } of steps) {
    if (on !== null && stage < furthest) backwards = true;
    if (on !== null) furthest = Math.max(furthest, stage);
  }
  if (backwards) note("step.backwards", id);
  if (steps.some((step) => step.day === null)) note("step.undated", id);
  if (state !== "open" && day === null) note("close.undated", id);
  const lastStep = latest(steps.flatMap((step) => step.day ?? []));
  if (day !== null && firstContact !== null && day < firstContact) note("lag.negative", id);
  else if (day !== null && lastStep !== null && firstStep !== null && day < lastStep) note("close.early", id);
  const endings = events.filter(({ target }) => target < 0);
  const dropped = endings.some(({ target }) => state === "open" || target !== (state === "won" ? WON : LOST));
  if (dropped) note("deal.reopened", id);
}

function textsOf(ranked: readonly ResolvedRow[], store: DealStore): Texts {
  const first = (pick: (row: ResolvedRow) => string | undefined) => {
    for (const row of ranked) {
      const text = pick(row);
      if (text !== undefined) return text;
    }
    return null;
  };
  const probability = first(({ facts }) => facts.deal?.probability);
  return {
    owner: first(({ facts }) => facts.owner),
    channel: first(({ facts }) => facts.channel),
    value: valueOf(ranked, store),
    currency: first(({ facts }) => facts.currency),
    probability: probability === null ? null : (store.shares.resolve(probability) ?? null),
  };
}

function valueOf(ranked: readonly ResolvedRow[], store: DealStore): Exact | null {
  for (const { facts } of ranked) {
    if (facts.value === undefined) continue;
    const header = facts.binding.names[facts.binding.columns.value ?? -1] ?? "";
    const amount = store.amounts(header).resolve(facts.value);
    const code =
      amount === undefined ? "value.ambiguous" : amount.startsWith("-") ? "value.negative" : undefined;
    if (code === undefined) return amount ?? null;
    store.log.note({ row: facts.row, column: header }, facts.value, problemOf(code));
    return null;
  }
  return null;
}

function journeySteps(
  steps: readonly IndexedStep[],
  stages: readonly string[],
  entry: string | undefined,
  created: number | null,
): readonly Step[] {
  const named = steps.map(({ stage, day }) => step(stages[stage] ?? "", day));
  if (entry === undefined || created === null) return Object.freeze(named);
  const known = named.some(({ stage, on }) => stage === entry && on === formatted(created));
  if (known) return Object.freeze(named);
  const rest = named.filter(({ stage, on }) => stage !== entry || on !== null);
  const after = rest.findIndex(({ on }) => on === null || on >= formatted(created));
  const at = after < 0 ? rest.length : after;
  return Object.freeze([...rest.slice(0, at), step(entry, created), ...rest.slice(at)]);
}

function step(stage: string, day: number | null): Step {
  return Object.freeze({ stage, on: day === null ? null : formatted(day) });
}

function freezeJourney(
  id: string,
  texts: Texts,
  state: JourneyState,
  closed: number | null,
  expected: number | null,
  steps: readonly Step[],
): Journey {
  const dates = {
    closed: closed === null ? null : formatted(closed),
    expected: expected === null ? null : formatted(expected),
  };
  return Object.freeze({ id, ...texts, steps, state, ...dates });
}

const dates = new Map<number, string>();

/** Dates repeat: the same text is kept once. */
function formatted(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = formatDay(day);
  if (dates.size < 100_000) dates.set(day, date);
  return date;
}

function earliest(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((one, other) => (other < one ? other : one));
}

function latest(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((one, other) => (other > one ? other : one));
}
