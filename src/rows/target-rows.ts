import { formatDay, parseDay } from "../calendar/day.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import { compileSnapshot } from "../model/compile-snapshot.js";
import type { CompiledPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { compare, ratio, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { parseSnapshot } from "../plan/parse-snapshot.js";
import type { Snapshot } from "../plan/snapshot.js";
import { quote } from "../schema/issue.js";
import type { Solution } from "../solve/answer.js";
import { compiledFrom } from "../solve/compiled.js";
import { deepFreeze } from "../solve/freeze.js";
import { firstDay } from "./dated-work.js";
import { doneOf, type Done } from "./done-of.js";
import { habitItems } from "./habit-items.js";
import { spanOf, type RowLength, type RowSpan } from "./span-of.js";
import { activitiesOfOnePlace, targetItems, type TargetItem } from "./target-items.js";
import type { TargetRow } from "./target-row.js";
import { requireHanded } from "../schema/handed.js";

/** Which rows are made. */
export interface RowOptions<Stage extends string = string> {
  /** A row for each day, calendar week (as the plan starts it) or calendar month; `"week"` unless given. */
  readonly by?: RowLength | undefined;
  /** For each team, or for each person where work is assigned to people; `"team"` unless given. */
  readonly per?: "team" | "person" | undefined;
  /** What has happened so far: fills `done` and `left`. */
  readonly snapshot?: Snapshot<Stage> | undefined;
}

/**
 * What is to be done, as the rows of a table: for a spreadsheet, a warehouse or the goals of a CRM.
 *
 * There is a row for each stage, the wins, each activity and each habit with a least number in each span of days in which something is due or was done, in
 * order of days. The targets of one thing add up to its `total` exactly. What comes from the stages before, and the wins,
 * have a figure for each week, which is spread level over its working days. What has no day (a period without dates, work
 * for which no day is left) stands last, in a row without days.
 *
 * A snapshot that counts day by day fills every row. One that only says how many in all fills the rows where that can only
 * mean one thing: the row that holds all days so far, and later ones.
 *
 * @param answer what `solve` answers; no rows where it has no targets
 * @throws PlanError for a snapshot that is not valid for the plan
 * @throws RangeError for options that are none of those above
 *
 * @example
 * ```ts
 * const answer = solve({
 *   goal: { metric: "customers", amount: 6, period: "2026-02" },
 *   funnel: [{ stage: "call", rate: "10%", owner: "sales" }],
 * });
 * const rows = targetRows(answer, { by: "month" });
 * rows.map(({ from, stage, team, target }) => [from, stage, team, target]); // => [["2026-02-01", "call", "sales", 60], ["2026-02-01", "win", null, 6]]
 * ```
 */
export function targetRows<const Stage extends string>(
  answer: Solution<Stage>,
  options: RowOptions<NoInfer<Stage>> = {},
): readonly TargetRow[] {
  requireHanded("targetRows", ["an answer of solve"], answer);
  const { by = "week", per = "team", snapshot } = options;
  requireOneOf("by", by, ["day", "week", "month"]);
  requireOneOf("per", per, ["team", "person"]);
  if (answer.targets === null) return [];
  const compiled = compiledFrom(answer.plan);
  const seen = snapshot === undefined ? undefined : compileSnapshot(parseSnapshot(snapshot, answer.plan));
  const items = [...targetItems(compiled, answer.targets, per), ...habitItems(compiled)];
  const tables =
    seen === undefined ? items.map((item) => ({ item, done: NOTHING_KNOWN })) : doneByItem(items, seen);
  const rows = tables.flatMap(({ item, done }) => itemRows(compiled, item, done, seen, by));
  return deepFreeze(rows.sort(byDay));
}

function requireOneOf(name: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  const list = known.map((each) => JSON.stringify(each)).join(" or ");
  throw new RangeError(`targetRows requires ${name} as ${list}; got ${quote(value)}`);
}

const NOTHING_KNOWN: Done = { kind: "unknown" };

interface ItemDone {
  readonly item: TargetItem;
  readonly done: Done;
}

/** What was done of each item: by its person, or by whoever is not named in it. */
function doneByItem(items: readonly TargetItem[], seen: CompiledSnapshot): readonly ItemDone[] {
  const ofOnePlace = activitiesOfOnePlace(items);
  return groups(items).flatMap((group) => {
    const { subject } = group.first;
    const done = doneOf(seen, subject, ofOnePlace);
    const people = new Set(group.items.map((item) => item.subject.person));
    people.delete(null);
    if (people.size === 0) return [{ item: group.first, done }];
    if (done.kind !== "dated") return group.items.map((item) => ({ item, done: NOTHING_KNOWN }));
    const byOthers = done.rows.filter((row) => row.by === undefined || !people.has(row.by));
    const nobody = { subject: { ...subject, person: null }, total: 0, days: [] };
    const hasRest = group.items.some((item) => item.subject.person === null);
    const all = hasRest || byOthers.length === 0 ? group.items : [...group.items, nobody];
    return all.map((item) => ({
      item,
      done: {
        kind: "dated",
        rows:
          item.subject.person === null ? byOthers : done.rows.filter((row) => row.by === item.subject.person),
      },
    }));
  });
}

interface Group {
  readonly first: TargetItem;
  readonly items: readonly TargetItem[];
}

/** Items of one thing together, whoever they are for. */
function groups(items: readonly TargetItem[]): readonly Group[] {
  const found = new Map<string, Group>();
  for (const item of items) {
    const { kind, stage, activity, team } = item.subject;
    const key = JSON.stringify([kind === "habit", stage, activity, team]);
    const before = found.get(key);
    found.set(
      key,
      before === undefined ? { first: item, items: [item] } : { ...before, items: [...before.items, item] },
    );
  }
  return [...found.values()];
}

/** One row in the making. */
interface Sum {
  readonly span: RowSpan | null;
  readonly target: number;
  readonly done: Ratio;
}

function itemRows(
  compiled: CompiledPlan,
  item: TargetItem,
  done: Done,
  seen: CompiledSnapshot | undefined,
  by: RowLength,
): TargetRow[] {
  const sums = new Map<string, Sum>();
  const note = (span: RowSpan | null, target: number, count: Ratio): void => {
    const key = span === null ? "" : span.from;
    const before = sums.get(key) ?? { span, target: 0, done: ZERO };
    sums.set(key, { span, target: before.target + target, done: sum([before.done, count]) });
  };
  const spanAt = (day: number): RowSpan | null =>
    compiled.period.kind === "undated" ? null : spanOf(day, by, compiled.calendar.firstWeekday);
  let left = item.total;
  for (const { on, count } of item.days) {
    if (count === 0) continue;
    left -= count;
    note(spanAt(must(parseDay(on), "the day of a target")), count, ZERO);
  }
  if (left > 0) note(null, left, ZERO);
  if (done.kind === "dated") for (const { day, count } of done.rows) note(spanAt(day), 0, count);
  const start = formatDay(firstDay(compiled));
  return [...sums.values()].map((row): TargetRow => {
    const counted = countedIn(row, done, { seen, start, isOnly: sums.size === 1 });
    return {
      from: row.span?.from ?? null,
      to: row.span?.to ?? null,
      ...item.subject,
      target: row.target,
      done: counted === null ? null : encodeExact(counted),
      left: counted === null ? null : encodeExact(leftOf(row.target, counted)),
    };
  });
}

/** How many were done in a row's days; null where that is not known. */
function countedIn(
  { span, done: dated }: Sum,
  done: Done,
  {
    seen,
    start,
    isOnly,
  }: { readonly seen: CompiledSnapshot | undefined; readonly start: string; readonly isOnly: boolean },
): Ratio | null {
  if (done.kind === "unknown" || seen === undefined) return null;
  if (done.kind === "dated") return dated;
  if (isOnly) return done.total;
  if (span === null) return null;
  const { asOf } = seen.snapshot;
  if (span.from > asOf) return ZERO;
  return span.from <= start && asOf <= span.to ? done.total : null;
}

function leftOf(target: number, done: Ratio): Ratio {
  const left = subtract(ratio(target), done);
  return compare(left, ZERO) > 0 ? left : ZERO;
}

/** In order of days, what has none last; things keep their order. */
function byDay(one: TargetRow, other: TargetRow): number {
  if (one.from === other.from) return 0;
  if (one.from === null) return 1;
  if (other.from === null) return -1;
  return one.from < other.from ? -1 : 1;
}
