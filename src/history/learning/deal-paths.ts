import type { Journey } from "../journeys/journey.js";
import { byText } from "../journeys/tally.js";
import { listPaths, pathChooser, type FunnelStages } from "../journeys/paths.js";
import { OPEN, WENT_ON } from "./ending.js";
import { knownTails, namedStages, timesOf, type Times } from "./observe-journeys.js";
import { tally } from "../../number/tally.js";

/** A deal's way: the stages of its path that history knows, and its days through them. */
interface DealPath {
  readonly stages: readonly string[];
  readonly times: Times;
}

/** Deals in a stage, alike in all that matters to what becomes of them within a period. */
export interface DealGroup {
  readonly stage: string;
  /** Days in the stage at the end of the day before the period; null for deals that come into it in the period. */
  readonly age: number | null;
  /** Days of the period that are ahead of them: all of it, or those after the day on which they come. */
  readonly left: number;
  readonly count: number;
}

/** What became of one stage in a period. */
interface StageCount {
  /** All deals that were in it on the first day, or came into it. */
  readonly groups: readonly DealGroup[];
  /** How many of them went on in the period. */
  readonly wentOn: number;
}

/** What a period began with, what came in, and what was won. */
export interface PeriodCount {
  /** Deals that were open on the morning of the first day, by the stage they were in. */
  readonly pipeline: readonly DealGroup[];
  /** Deals that began in the period, in the first stage of their path. */
  readonly fresh: readonly DealGroup[];
  /** Wins in the period, of each of them. */
  readonly won: { readonly pipeline: number; readonly fresh: number };
  readonly stages: ReadonlyMap<string, StageCount>;
}

/** Days from the first to the last, both included. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** The ways of all journeys, one by one, as they were known at the end of a day. */
export function* dealPaths(
  journeys: Iterable<Journey>,
  funnel: FunnelStages,
  asOf: number,
  dayOf: (date: string) => number,
): Generator<DealPath> {
  const tailOf = knownTails(namedStages(journeys, funnel, asOf, dayOf));
  const choose = pathChooser(listPaths(funnel));
  for (const journey of journeys) {
    const stages = tailOf(choose(journey).stages);
    const times = timesOf(journey, stages, asOf, dayOf);
    if (times !== undefined) yield { stages, times };
  }
}

/** Counts, for each period, what was under way on its first day, what came in until its last, and what became of it by then. */
export function countPeriods(paths: Iterable<DealPath>, periods: readonly Days[]): readonly PeriodCount[] {
  const counters = periods.map((days) => new PeriodCounter(days));
  for (const path of paths) {
    const { first, end, ending } = path.times;
    for (const counter of counters)
      if (counter.last >= first && (ending === OPEN || counter.first <= end)) counter.add(path);
  }
  return counters.map((counter) => counter.count());
}

/** Groups in the order of stages, ages (new deals first) and days left. */
export function inOrder(groups: readonly DealGroup[]): readonly DealGroup[] {
  return [...groups].sort(
    (one, other) =>
      byText(one.stage, other.stage) || (one.age ?? -1) - (other.age ?? -1) || one.left - other.left,
  );
}

class PeriodCounter {
  readonly first: number;
  readonly last: number;
  readonly #pipeline = new Groups();
  readonly #fresh = new Groups();
  readonly #won = { pipeline: 0, fresh: 0 };
  readonly #stages = new Map<string, { groups: Groups; wentOn: number }>();

  constructor({ first, last }: Days) {
    this.first = first;
    this.last = last;
  }

  /** Adds a deal that was open on some day of the period. */
  add({ stages, times }: DealPath): void {
    const { first: start, end, ending, entered } = times;
    const isOld = start < this.first;
    if (ending === WENT_ON && end <= this.last) this.#won[isOld ? "pipeline" : "fresh"] += 1;
    entered.forEach((day, index) => {
      const stage = stages[index];
      if (day === null || stage === undefined || day > this.last) return;
      const next = entered[index + 1] ?? null;
      const leaves = next ?? (ending === OPEN ? Infinity : end);
      if (leaves < this.first) return;
      const isHere = day < this.first;
      const age = isHere ? this.first - 1 - day : null;
      const left = isHere ? this.last - this.first + 1 : this.last - day;
      const seen = this.#stages.get(stage) ?? { groups: new Groups(), wentOn: 0 };
      this.#stages.set(stage, seen);
      seen.groups.add(stage, age, left);
      if (leaves <= this.last && (next !== null || ending === WENT_ON)) seen.wentOn += 1;
      if (isHere) this.#pipeline.add(stage, age, left);
      else if (index === 0 && !isOld) this.#fresh.add(stage, null, left);
    });
  }

  count(): PeriodCount {
    const stages = [...this.#stages].map(
      ([stage, { groups, wentOn }]) => [stage, { groups: groups.list(), wentOn }] as const,
    );
    return {
      pipeline: this.#pipeline.list(),
      fresh: this.#fresh.list(),
      won: this.#won,
      stages: new Map(stages),
    };
  }
}

class Groups {
  /** By stage, days left and age. Tables of numbers: every deal goes through several of them for every month. */
  readonly #counts = new Map<string, Map<number, Map<number | null, number>>>();

  add(stage: string, age: number | null, left: number): void {
    const byAge = within(within(this.#counts, stage, newTable), left, newCounts);
    tally(byAge, age, 1);
  }

  /** In the order of ages, new deals first: in which order deals were counted does not show in any digit. */
  list(): readonly DealGroup[] {
    const groups: DealGroup[] = [];
    for (const [stage, table] of this.#counts)
      for (const [left, byAge] of table)
        for (const [age, count] of byAge) groups.push({ stage, age, left, count });
    return inOrder(groups);
  }
}

const newTable = (): Map<number, Map<number | null, number>> => new Map<number, Map<number | null, number>>();
const newCounts = (): Map<number | null, number> => new Map<number | null, number>();

function within<Key, Part>(map: Map<Key, Part>, key: Key, make: () => Part): Part {
  let part = map.get(key);
  if (part === undefined) map.set(key, (part = make()));
  return part;
}
