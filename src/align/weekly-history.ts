import { formatDay } from "../calendar/day.js";
import { firstOfWeek } from "../calendar/week.js";
import { countWorkingDays, type WorkingCalendar } from "../calendar/working-days.js";
import { compilePlanCalendar } from "../model/plan-calendar.js";
import { encodeExact } from "../number/exact-string.js";
import { add, compare, ZERO, type Ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { PlanInput } from "../plan/plan.js";
import type { Entry, Snapshot } from "../plan/snapshot.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import { countedNames, WINS, type History, type HistoryWeek } from "./history.js";
import { tallyExact } from "../number/tally.js";

/**
 * What has each person done in each week, as `personalTargets` takes it, from what has happened?
 *
 * Counted are the entries, the work and the wins that carry a day and a person, and that the plan knows, by calendar weeks
 * from Monday. The week of `asOf` is left out while working days of it are still to come: half a week is no week. A week in
 * which a person did nothing of all that counts as a week off. Where the plan names its people, others are left out.
 *
 * @param happened a snapshot, most often of `snapshot` with `from` long ago: personal goals start from many weeks
 *
 * @example
 * ```ts
 * const plan = definePlan({
 *   goal: { metric: "customers", amount: 10, period: "2026-01" },
 *   funnel: [{ stage: "call", rate: "5%" }],
 * });
 * const call = [{ on: "2026-01-06", count: 12, by: "Ana" }, { on: "2026-01-08", count: 9, by: "Ana" }];
 * weeklyHistory({ asOf: "2026-01-11", entered: { call } }, plan); // => { Ana: [{ week: "2026-01-05", counts: { call: "21" } }] }
 * ```
 */
export function weeklyHistory(happened: Snapshot, plan: PlanInput): History {
  const asOf = parseWrittenDay(happened.asOf);
  const end = endOfWeeks(asOf, compilePlanCalendar(plan));
  const people = new Map<string, PersonWeeks>();
  for (const { name, by, on, count } of doneIn(happened, plan)) {
    const day = parseWrittenDay(on);
    if (day > end) continue;
    const own = people.get(by) ?? new PersonWeeks();
    own.add(firstOfWeek(day), name, count);
    people.set(by, own);
  }
  const named = [...people].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(named.map(([name, weeks]) => [name, weeks.listed()]));
}

/** What no person's history holds: who did something and is in no team of the plan, and what names nobody. */
export interface LeftOut {
  /** Units of each person who is in no team, the most first; empty where the plan names no people. */
  readonly strangers: readonly { readonly name: string; readonly count: Ratio }[];
  /** Units that carry a day and no person. */
  readonly nobody: Ratio;
}

/** What `weeklyHistory` leaves out of what has happened because of who did it. */
export function leftOutOfHistory(happened: Snapshot, plan: PlanInput): LeftOut {
  const isOurs = memberOf(plan);
  const strangers = new Map<string, Ratio>();
  let nobody = ZERO;
  for (const { by, count } of datedIn(happened, plan))
    if (by === undefined) nobody = add(nobody, count);
    else if (!isOurs(by)) tallyExact(strangers, by, count);
  const named = [...strangers].map(([name, count]) => ({ name, count }));
  return { strangers: named.sort((one, other) => compare(other.count, one.count)), nobody };
}

/** The last day of the last week that is over: no working day of it is still to come. */
function endOfWeeks(asOf: number, calendar: WorkingCalendar): number {
  const sunday = firstOfWeek(asOf) + 6;
  return countWorkingDays(calendar, asOf + 1, sunday) === 0 ? sunday : sunday - 7;
}

/** Something that a person did, so often, on a day. */
interface Done {
  readonly name: string;
  readonly by: string;
  readonly on: string;
  readonly count: Ratio;
}

function doneIn(happened: Snapshot, plan: PlanInput): Done[] {
  const isOurs = memberOf(plan);
  return datedIn(happened, plan).flatMap(({ by, ...done }) =>
    by === undefined || !isOurs(by) ? [] : [{ ...done, by }],
  );
}

/** Whether a person is one of the plan's; everyone is where it names no people. */
function memberOf({ teams }: PlanInput): (name: string) => boolean {
  const people = Object.values(teams ?? {}).flatMap((team) => team.people ?? []);
  const names = new Set(people.map(({ name }) => name));
  return (name) => names.size === 0 || names.has(name);
}

/** Everything of the plan that carries a day, whoever did it. */
function datedIn(
  { entered, activities, won }: Snapshot,
  plan: PlanInput,
): (Omit<Done, "by"> & { readonly by: string | undefined })[] {
  const known = new Set(countedNames(plan));
  const counted = [...Object.entries(entered ?? {}), ...Object.entries(activities ?? {})].flatMap(
    ([name, rows]) => (known.has(name) ? rowsOf(rows).map((row) => ({ ...row, name })) : []),
  );
  const wins = typeof won === "object" ? won.map(({ on, by }) => ({ name: WINS, on, by, count: 1 })) : [];
  return [...counted, ...wins].map(({ name, by, on, count }) => ({
    name,
    by,
    on,
    count: parseQuantity(count),
  }));
}

/** A bare number says neither when nor who. */
function rowsOf(rows: Quantity | readonly Entry[] | undefined): readonly Entry[] {
  return typeof rows === "object" ? rows : [];
}

/** The counts of one person by week and name. */
class PersonWeeks {
  readonly #weeks = new Map<number, Map<string, Ratio>>();

  add(monday: number, name: string, count: Ratio): void {
    const counts = this.#weeks.get(monday) ?? new Map<string, Ratio>();
    tallyExact(counts, name, count);
    this.#weeks.set(monday, counts);
  }

  listed(): readonly HistoryWeek[] {
    const weeks = [...this.#weeks].sort(([one], [other]) => one - other);
    return weeks.map(([monday, counts]) => ({
      week: formatDay(monday),
      counts: Object.fromEntries([...counts].map(([name, count]) => [name, encodeExact(count)])),
    }));
  }
}
