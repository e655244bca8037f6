import { encodeExact } from "../../number/exact-string.js";
import { parseWrittenDay as dayOfPlan } from "../../plan/dates.js";
import { planPeriod } from "../../plan/plan-period.js";
import { enteredAgain } from "../../plan/entered-again.js";
import type { PlanInput } from "../../plan/plan.js";
import type { Ratio } from "../../number/ratio.js";
import { SnapshotCounter } from "./snapshot-counter.js";
import type { Snapshot } from "../../plan/snapshot.js";
import { formatDay } from "../../calendar/day.js";
import { dayReader } from "./days.js";
import type { ActivityEntry } from "./activity-entry.js";
import { journeysAsOf } from "./journey-as-of.js";
import type { Journey } from "./journey.js";
import { logSnapshot } from "./log-snapshot.js";
import { valuer, type Exchange, type Valuer } from "./money.js";
import { filledDays, readPassage, type Passage } from "./passage.js";
import { pathChooser, listPaths } from "./paths.js";

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
 * deal is counted in the furthest stage it reached. Where the plan says that units come back, a deal enters the stages of that
 * loop each time anew, and is open where it was last. What nobody wrote down is left out: entries without a day, stages of whose
 * entries more than one in twenty has none (see `untoldStages`), and open deals of which the record does not say the stage (see
 * `countUnplaced`). On any path, entries into the first stage = open + won +
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
  const first = from === undefined ? snapshotStart(plan) : dayOf(from);
  const counter = new SnapshotCounter(first, until);
  const loops = enteredAgain(plan);
  for (const { journey, stages, passage } of passagesOf(journeys, plan, until, dayOf)) {
    const again = journey.steps.flatMap((step) => laterEntry(step, loops, stages, passage, until, dayOf));
    for (const { stage, day } of again) counter.addEntered(stage, day, journey.owner, 1);
    const furthest = stages[passage.furthest] ?? "";
    // Who has passed the end of a loop is in it no more.
    const last = again.filter(({ stage }) => loops.get(stage) === loops.get(furthest)).at(-1);
    addJourney(counter, journey, stages, passage, valueOf, last);
  }
  const counted = counter.snapshot();
  return log === undefined
    ? counted
    : withLog(
        counted,
        logSnapshot(log, plan, { asOf, from: first === -Infinity ? undefined : formatDay(first) }),
      );
}

/** Journeys as of a day with the stages of their paths, and how far they came on them by then. */
function* passagesOf(
  journeys: readonly Journey[],
  { funnel }: Pick<PlanInput, "funnel">,
  asOf: number,
  dayOf: (date: string) => number,
) {
  const choose = pathChooser(listPaths(funnel));
  for (const journey of journeys) {
    const { stages } = choose(journey);
    const passage = readPassage(journey, stages, asOf, dayOf);
    if (passage !== undefined) yield { journey, stages, passage };
  }
}

function addJourney(
  counter: SnapshotCounter,
  { id, owner, expected, ...journey }: Journey,
  stages: readonly string[],
  passage: Passage,
  valueOf: Valuer,
  last: Entry | undefined,
): void {
  const { reached, state, anywhere, furthest, closed } = passage;
  addEntries(counter, stages, passage, owner);
  const worth = worthOf(valueOf({ id, owner, expected, ...journey }));
  if (state === "open") {
    const place = last ?? { stage: stages[furthest] ?? "", day: reached.at(-1) ?? null };
    if (!anywhere) counter.addOpen(id, place.stage, place.day, worth, expected);
  } else {
    counter.addClosed(id, state, closed ?? filledDays(passage).at(-1) ?? counter.asOf, worth, owner);
  }
}

/**
 * Counts the stages to which a deal came, by their days, and those to which it came, or may have come, on an unknown day, unless it
 * ended before the first that is listed.
 */
function addEntries(
  counter: SnapshotCounter,
  stages: readonly string[],
  { reached, dated, anywhere, closed }: Passage,
  owner: string | null,
): void {
  reached.forEach((day, index) => {
    if (day !== null && dated[index] === true) counter.addEntered(stages[index] ?? "", day, owner, 1);
  });
  if (closed !== null && closed < counter.from) return;
  stages.forEach((stage, index) => {
    if (index < dated.length ? dated[index] === false : anywhere) counter.addUntold(stage, 1);
  });
}

/** That a deal entered a stage on a day. */
interface Entry {
  readonly stage: string;
  readonly day: number;
}

/** A recorded entry into a stage of a loop, after the first one there. */
function laterEntry(
  { stage, on }: Journey["steps"][number],
  loops: ReadonlyMap<string, string>,
  stages: readonly string[],
  { reached }: Passage,
  asOf: number,
  dayOf: (date: string) => number,
): readonly Entry[] {
  if (on === null || !loops.has(stage)) return [];
  const first = reached[stages.indexOf(stage)] ?? null;
  const day = dayOf(on);
  return first === null || day > asOf || day <= first ? [] : [{ stage, day }];
}

/** What a deal is worth, as a snapshot writes it. */
export function worthOf(value: Ratio | null): { readonly value?: string } {
  return value === null ? {} : { value: encodeExact(value) };
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

/**
 * Of which stages does the record not say how many deals came? A snapshot leaves their entries out: one row for each deal that is
 * overwritten as it moves says when it came and how it stands, and not when it came to the stages between.
 */
export function untoldStages(
  history: readonly Journey[],
  plan: PlanInput,
  { asOf, from }: Pick<SnapshotOptions, "asOf" | "from">,
): readonly string[] {
  const dayOf = dayReader();
  const first = from === undefined ? snapshotStart(plan) : dayOf(from);
  const counter = new SnapshotCounter(first, dayOf(asOf));
  for (const { stages, passage } of passagesOf(journeysAsOf(history, asOf), plan, counter.asOf, dayOf))
    addEntries(counter, stages, passage, null);
  return counter.untold();
}

/** How many deals are open in a stage that the record does not tell? A snapshot leaves them out of its pipeline. */
export function countUnplaced(history: readonly Journey[], plan: PlanInput, asOf: string): number {
  const dayOf = dayReader();
  let unplaced = 0;
  for (const { passage } of passagesOf(journeysAsOf(history, asOf), plan, dayOf(asOf), dayOf))
    if (passage.state === "open" && passage.anywhere) unplaced += 1;
  return unplaced;
}

/** The first day whose work a plan asks for, as a day number; all days for a plan without dates. */
export function snapshotStart(plan: PlanInput): number {
  const period = planPeriod(plan);
  if (period.kind === "undated") return -Infinity;
  return plan.workFrom === undefined ? period.first : Math.min(period.first, dayOfPlan(plan.workFrom));
}
