import { isList } from "../schema/fields.js";
import type { Units } from "../number/measure.js";
import type { Day } from "../calendar/day.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { Entry, Snapshot } from "../plan/snapshot.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import { sum, type Ratio } from "../number/ratio.js";

/** Units of one day that entered a stage, or work done on it. */
export interface CountedOn {
  readonly day: Day;
  readonly count: Units;
  /** Who did it; undefined where it does not say. */
  readonly by: string | undefined;
}

/** Units that entered a stage, or work done: how many in all, and on which days where that is known. */
export interface Counted {
  readonly total: Units;
  readonly rows: readonly CountedOn[] | null;
}

/** A win of one day. */
export interface WonOn {
  readonly day: Day;
  /** What it is worth, as deals are written; undefined where it counts as an average one. */
  readonly value: Ratio | undefined;
}

/** What has happened up to and including a day, read once. */
export interface CompiledSnapshot {
  /** As it is written, for what is only said again. */
  readonly snapshot: Snapshot;
  readonly asOf: Day;
  /** Wins so far, as a number or one by one; undefined where it does not say. */
  readonly won: Units | readonly WonOn[] | undefined;
  /** By the name of the stage, as far as it says. */
  readonly entered: ReadonlyMap<string, Counted>;
  /** Work that is no stage, by its name, as far as it says. */
  readonly activities: ReadonlyMap<string, Counted>;
  /** Customers of the base who have left; undefined where it does not say. */
  readonly churned: Units | undefined;
  /** The days on which they left; null where these are not known. */
  readonly churnedOn: readonly Day[] | null;
  /** The metric as it was last measured; undefined where it was not. */
  readonly measured: Ratio | undefined;
  /** The metric as it stands, where a changed plan must not make it another; undefined in a snapshot as it is written. */
  readonly held: Ratio | undefined;
}

/** Reads a validated snapshot into exact numbers. */
export function compileSnapshot(snapshot: Snapshot): CompiledSnapshot {
  const { asOf, won, entered, activities, churned } = snapshot;
  return {
    snapshot,
    asOf: parseWrittenDay(asOf),
    won: won === undefined ? undefined : readWon(won),
    entered: readCounts(entered),
    activities: readCounts(activities),
    churned: churned === undefined ? undefined : countOf(churned),
    churnedOn: isList(churned) ? churned.map(({ on }) => parseWrittenDay(on)) : null,
    measured: lastMeasured(snapshot.outcome),
    held: undefined,
  };
}

function readCounts(counts: Snapshot["entered"] | Snapshot["activities"]): ReadonlyMap<string, Counted> {
  return new Map(
    Object.entries(counts ?? {}).flatMap(([name, written]) =>
      written === undefined ? [] : [[name, readCounted(written)] as const],
    ),
  );
}

/** The latest reading; of several on one day the one that is written last. */
function lastMeasured(outcome: Snapshot["outcome"] = []): Ratio | undefined {
  const rows = outcome.map(({ on, value }) => ({ day: parseWrittenDay(on), value }));
  const last = rows.sort((one, other) => one.day - other.day).at(-1);
  return last === undefined ? undefined : parseQuantity(last.value);
}

function readWon(won: NonNullable<Snapshot["won"]>): CompiledSnapshot["won"] {
  if (!isList(won)) return parseQuantity(won);
  return won.map(({ on, value }) => ({
    day: parseWrittenDay(on),
    value: value === undefined ? undefined : parseQuantity(value),
  }));
}

function readCounted(written: Quantity | readonly Entry[]): Counted {
  if (typeof written !== "object") return { total: parseQuantity(written), rows: null };
  const rows = written.map(({ on, count, by }) => ({
    day: parseWrittenDay(on),
    count: parseQuantity(count),
    by,
  }));
  return { total: sum(rows.map(({ count }) => count)), rows };
}

function countOf(churned: NonNullable<Snapshot["churned"]>): Units {
  if (isList(churned)) return { num: churned.length, den: 1 };
  return parseQuantity(churned);
}
