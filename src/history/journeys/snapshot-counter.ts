import { formatDay } from "../../calendar/day.js";
import type { PipelineItemInput } from "../../plan/plan.js";
import type { Closing, Snapshot } from "../../plan/snapshot.js";
import { tally } from "../../number/tally.js";
import { byText, Tally } from "./tally.js";

type Row<T> = readonly [id: string, row: T];

/** Of so many deals in a stage one may have come on a day that nobody wrote down; the others then still tell how many came. */
const ONE_UNTOLD_OF = 20;

/** Counts what has happened, and makes a snapshot of it. */
export class SnapshotCounter {
  readonly #entered = new Map<string, Tally>();
  /** Deals that came into a stage, or may have, on a day that nobody wrote down. */
  readonly #untold = new Map<string, number>();
  readonly #open = new Map<string, Row<PipelineItemInput>[]>();
  readonly #closed: Record<"won" | "lost", Row<Closing>[]> = { won: [], lost: [] };
  readonly from: number;
  readonly asOf: number;

  /**
   * @param from the first day whose entries and ends are listed, as a day number
   * @param asOf the last day, as a day number
   */
  constructor(from: number, asOf: number) {
    this.from = from;
    this.asOf = asOf;
  }

  /** Adds deals of a person that came into a stage on a day. */
  addEntered(stage: string, day: number, by: string | null, count: number): void {
    if (day >= this.from) listed(this.#entered, stage, newTally).add(day, by, count);
  }

  /** Adds deals that came into a stage, or may have, nobody wrote down when. */
  addUntold(stage: string, count: number): void {
    tally(this.#untold, stage, count);
  }

  /** Stages of whose entries too many are not known to say how many there were. */
  untold(): readonly string[] {
    return [...this.#untold].flatMap(([stage, count]) => {
      const all = count + (this.#entered.get(stage)?.total ?? 0);
      return count * ONE_UNTOLD_OF > all ? [stage] : [];
    });
  }

  /** Adds an open deal in a stage; since when, what it is worth and when it should close, where that is known. */
  addOpen(
    id: string,
    stage: string,
    entered: number | null,
    worth: { readonly value?: string },
    expected: string | null,
  ): void {
    const item = {
      ...(entered === null ? {} : { entered: formatDay(entered) }),
      ...worth,
      ...(expected === null ? {} : { expected }),
    };
    listed(this.#open, stage, newRows).push([id, Object.freeze(item)]);
  }

  /** Adds a deal that was won or lost on a day. */
  addClosed(
    id: string,
    state: "won" | "lost",
    day: number,
    worth: { readonly value?: string },
    owner: string | null,
  ): void {
    if (day < this.from) return;
    const by = owner === null ? {} : { by: owner };
    this.#closed[state].push([id, Object.freeze({ on: formatDay(day), ...worth, ...by })]);
  }

  snapshot(): Snapshot {
    const untold = new Set(this.untold());
    const entered = [...this.#entered].flatMap(([stage, counts]) =>
      untold.has(stage) ? [] : [[stage, Object.freeze(counts.rows())] as const],
    );
    const open = [...this.#open].map(([stage, rows]) => [stage, inOrder(rows, "entered")] as const);
    return Object.freeze({
      asOf: formatDay(this.asOf),
      entered: Object.freeze(Object.fromEntries(entered)),
      pipeline: Object.freeze(Object.fromEntries(open)),
      won: inOrder(this.#closed.won, "on"),
      lost: inOrder(this.#closed.lost, "on"),
    });
  }
}

const newTally = () => new Tally();
const newRows = (): Row<PipelineItemInput>[] => [];

function listed<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** By day, then by the deal's id: the order in which journeys came in does not show. */
function inOrder<Key extends string, T extends Readonly<Partial<Record<Key, string | undefined>>>>(
  rows: Row<T>[],
  key: Key,
): readonly T[] {
  rows.sort(([id, row], [otherId, other]) => byText(row[key] ?? "", other[key] ?? "") || byText(id, otherId));
  return Object.freeze(rows.map(([, row]) => row));
}
