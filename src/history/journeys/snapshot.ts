import { encodeExact } from "../../number/exact-string.js";
import { parseWrittenDay as dayOfPlan } from "../../plan/dates.js";
import { planPeriod } from "../../plan/plan-period.js";
import type { PipelineItemInput, PlanInput } from "../../plan/plan.js";
import type { Closing, Snapshot } from "../../plan/snapshot.js";
import { formatDay } from "../../calendar/day.js";
import { dayReader } from "./days.js";
import type { ActivityEntry } from "./activity-entry.js";
import { journeysAsOf } from "./journey-as-of.js";
import type { Journey } from "./journey.js";
import { logSnapshot } from "./log-snapshot.js";
import { valuer, type Exchange, type Valuer } from "./money.js";
import { filledDays, readPassage, type Passage } from "./passage.js";
import { pathChooser, listPaths } from "./paths.js";
import { byText, Tally } from "./tally.js";

/** Which part of history a snapshot shows. */
export interface SnapshotOptions {
  /** The last day that counts, `YYYY-MM-DD`. What happened later has not happened yet. */
  readonly asOf: string;
  /**
   * The first day whose entries, wins and losses are listed. Default: the plan's `workFrom` or its period's first day,
   * whichever is earlier; everything for a plan without dates. Open work is listed however old it is.
   */
  readonly from?: string | undefined;
  /** What one unit of a foreign currency is worth in the plan's: `{ EUR: "1.08" }`. */
  readonly exchange?: Exchange | undefined;
  /**
   * Lines of an activity log, for the work that no deal shows. A stage that the log names is counted from the log, the
   * others from the deals; wins and losses are the deals'.
   */
  readonly log?: readonly ActivityEntry[] | undefined;
}

/**
 * What has happened up to and including a day, as forecast, track, replan, scorecard and check take it: entries, open work,
 * wins and losses of the period, counted from journeys, and from a log the work done and the customers who left.
 *
 * A deal entered a stage on the first day it was in that stage or a later one: skipped stages count as passed, and an open
 * deal is counted in the furthest stage it reached. What nobody wrote down is left out: entries without a day, and open deals
 * of which the record does not say the stage (see `countUnplaced`). On any path, entries into the first stage = open + won +
 * lost when all of history is listed and recorded.
 *
 * @throws PlanError when deals are in several currencies, or not in the plan's, and `exchange` does not name a rate
 * @throws RangeError when `asOf`, `from` or a day of the log is no date
 *
 * @example
 * ```ts
 * const plan = definePlan({
 *   goal: { metric: "customers", amount: 10, period: "2026-01" },
 *   funnel: [{ stage: "demo request", rate: "50%" }],
 * });
 * const deal = { id: "1", owner: "Ana", channel: null, value: "900", currency: null, probability: null, expected: null };
 * const journey = { ...deal, state: "won", closed: "2026-01-09", steps: [{ stage: "demo request", on: "2026-01-05" }] } as const;
 * snapshot([journey], plan, { asOf: "2026-01-10" }).won; // => [{ on: "2026-01-09", value: "900", by: "Ana" }]
 * ```
 */
export function snapshot<Stage extends string>(
  history: readonly Journey<NoInfer<Stage>>[],
  plan: PlanInput<Stage>,
  { asOf, from, exchange, log }: SnapshotOptions,
): Snapshot<Stage> {
  const dayOf = dayReader();
  const until = dayOf(asOf);
  const journeys = journeysAsOf(history, asOf);
  const valueOf = valuer(journeys, { currency: plan.currency, exchange });
  const first = from === undefined ? startOf(plan) : dayOf(from);
  const counter = new Counter(first, until, valueOf);
  const choose = pathChooser(listPaths(plan.funnel));
  for (const journey of journeys) {
    const { stages } = choose(journey);
    const passage = readPassage(journey, stages, counter.asOf, dayOf);
    if (passage !== undefined) counter.add(journey, stages, passage);
  }
  const counted = counter.snapshot();
  return log === undefined
    ? counted
    : withLog(
        counted,
        logSnapshot(log, plan, { asOf, from: first === -Infinity ? undefined : formatDay(first) }),
      );
}

/** What deals show, and what only a log does. */
function withLog(deals: Snapshot, { entered, activities, churned }: Snapshot): Snapshot {
  return Object.freeze({
    ...deals,
    entered: Object.freeze({ ...deals.entered, ...entered }),
    ...(activities === undefined ? {} : { activities }),
    ...(churned === undefined ? {} : { churned }),
  });
}

/** How many deals are open in a stage that the record does not tell? A snapshot leaves them out of its pipeline. */
export function countUnplaced(history: readonly Journey[], plan: PlanInput, asOf: string): number {
  const dayOf = dayReader();
  const choose = pathChooser(listPaths(plan.funnel));
  const isUnplaced = (journey: Journey) => {
    const passage = readPassage(journey, choose(journey).stages, dayOf(asOf), dayOf);
    return passage?.state === "open" && passage.anywhere;
  };
  return journeysAsOf(history, asOf).filter(isUnplaced).length;
}

function startOf(plan: PlanInput): number {
  const period = planPeriod(plan);
  if (period.kind === "undated") return -Infinity;
  return plan.workFrom === undefined ? period.first : Math.min(period.first, dayOfPlan(plan.workFrom));
}

type Row<T> = readonly [id: string, row: T];

class Counter {
  readonly #entered = new Map<string, Tally>();
  readonly #open = new Map<string, Row<PipelineItemInput>[]>();
  readonly #closed = { won: [] as Row<Closing>[], lost: [] as Row<Closing>[] };
  readonly from: number;
  readonly asOf: number;
  readonly #valueOf: Valuer;

  constructor(from: number, asOf: number, valueOf: Valuer) {
    this.from = from;
    this.asOf = asOf;
    this.#valueOf = valueOf;
  }

  add(journey: Journey, stages: readonly string[], passage: Passage): void {
    const days = filledDays(passage);
    passage.reached.forEach((day, index) => {
      if (day !== null && day >= this.from && passage.dated[index] === true)
        listed(this.#entered, stages[index] ?? "", newTally).add(day, journey.owner);
    });
    const value = this.#valueOf(journey);
    const worth = value === null ? {} : { value: encodeExact(value) };
    if (passage.state === "open" && passage.anywhere) return;
    if (passage.state === "open") this.#addOpen(journey, stages[passage.furthest] ?? "", passage, worth);
    else this.#addClosed(journey, passage.state, passage.closed ?? days.at(-1) ?? this.asOf, worth);
  }

  #addOpen(journey: Journey, stage: string, passage: Passage, worth: { value?: string }): void {
    const entered = passage.reached.at(-1) ?? null;
    const item = {
      ...(entered === null ? {} : { entered: formatDay(entered) }),
      ...worth,
      ...(journey.expected === null ? {} : { expected: journey.expected }),
    };
    listed(this.#open, stage, newRows).push([journey.id, Object.freeze(item)]);
  }

  #addClosed({ id, owner }: Journey, state: "won" | "lost", day: number, worth: { value?: string }): void {
    if (day < this.from) return;
    const by = owner === null ? {} : { by: owner };
    this.#closed[state].push([id, Object.freeze({ on: formatDay(day), ...worth, ...by })]);
  }

  snapshot(): Snapshot {
    const entered = [...this.#entered].map(([stage, tally]) => [stage, Object.freeze(tally.rows())] as const);
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
const newRows = () => [] as Row<PipelineItemInput>[];

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
