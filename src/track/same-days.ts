import { addMonths, formatDay, parseDay } from "../calendar/day.js";
import { compileSnapshot, type CompiledSnapshot, type Counted } from "../model/compile-snapshot.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { ratio, sum, type Ratio } from "../number/ratio.js";
import { parseSnapshot } from "../plan/parse-snapshot.js";
import type { PlanInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Compiled } from "../solve/compiled.js";
import { deepFreeze } from "../solve/freeze.js";
import { compileDatedPlan, compileSnapshotFor } from "./dated.js";
import { shareOf } from "./observed.js";

/** One thing in the same days of two periods. */
interface SameDaysRow {
  /** The stage, "win" for wins, "value" for what they are worth. */
  readonly what: string;
  /** In the earlier period; null where it does not say. */
  readonly before: ExactString | null;
  /** In this one; null where it does not say. */
  readonly now: ExactString | null;
  /** Now ÷ before; null where one of them is not known, or there was nothing before. */
  readonly ratio: ExactString | null;
}

/** This period so far beside the same days of an earlier one. */
export interface SameDays {
  /** The days of this period: its first, and the snapshot's. */
  readonly now: DaySpan;
  /** As many days of the earlier one. */
  readonly before: DaySpan;
  /** Each stage, the wins, and what they are worth. */
  readonly rows: readonly SameDaysRow[];
}

/** Days from one to another, both included. */
interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/**
 * The days of an earlier period that match those of this one so far: as many from its first day on, which is the same day a
 * year before unless given.
 */
export function earlierSpan(plan: PlanInput | Compiled, asOf: string, from?: string): DaySpan {
  const { period } = compileDatedPlan(plan);
  const first = from === undefined ? addMonths(period.first, -12) : dayOf(from);
  return { from: formatDay(first), to: formatDay(first + dayOf(asOf) - period.first) };
}

/**
 * How does this period so far compare with the same days of an earlier one?
 *
 * @param earlier what happened then, with days; numbers without days count where its last day is that of the span
 * @param from the earlier period's first day; a year before this one's unless given
 * @throws PlanError for a plan or snapshot that is not valid, and for a plan whose period has no dates
 * @throws RangeError for a day that is none
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] } as const;
 * const rows = (on: string, count: number) => ({ demo: [{ on, count }] });
 * const now = { asOf: "2026-01-16", entered: rows("2026-01-07", 12) };
 * const { before, rows: compared } = sameDays(plan, now, { asOf: "2025-01-31", entered: rows("2025-01-09", 8) });
 * [before.to, compared[0]?.ratio]; // => ["2025-01-16", "1.5"]
 * ```
 */
export function sameDays<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team> | Compiled<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  earlier: Snapshot,
  from?: string,
): SameDays {
  const compiled = compileDatedPlan(plan);
  const seen = compileSnapshotFor(compiled, snapshot);
  const then = compileSnapshot(parseSnapshot(earlier));
  const before = earlierSpan(compiled.plan, snapshot.asOf, from);
  const now = { from: formatDay(compiled.period.first), to: snapshot.asOf };
  const names = compiled.flow.map(({ name }) => name);
  const [was, is] = [countsIn(then, before, names), countsIn(seen, now, names)];
  const rows = [...names, "win", "value"].flatMap((what): SameDaysRow[] => {
    const [one, other] = [was.get(what), is.get(what)];
    if (one === undefined && other === undefined) return [];
    const share = one === undefined || other === undefined ? undefined : shareOf(other, one);
    const exact = (value: Ratio | undefined): ExactString | null =>
      value === undefined ? null : encodeExact(value);
    return [{ what, before: exact(one), now: exact(other), ratio: exact(share) }];
  });
  return deepFreeze({ now, before, rows });
}

function dayOf(written: string): number {
  const day = parseDay(written);
  if (day === undefined) throw new RangeError(`sameDays requires a day such as 2025-01-01; got ${written}`);
  return day;
}

function countsIn(
  { entered, won, asOf }: CompiledSnapshot,
  span: DaySpan,
  names: readonly string[],
): ReadonlyMap<string, Ratio> {
  const [first, last] = [dayOf(span.from), dayOf(span.to)];
  const isIn = ({ day }: { readonly day: number }): boolean => day >= first && day <= last;
  const counted = (found: Counted | undefined): Ratio | undefined => {
    if (found === undefined) return undefined;
    if (found.rows === null) return asOf === last ? found.total : undefined;
    return sum(found.rows.filter(isIn).map(({ count }) => count));
  };
  const counts = new Map<string, Ratio>();
  const note = (name: string, count: Ratio | undefined): void => {
    if (count !== undefined) counts.set(name, count);
  };
  for (const name of names) note(name, counted(entered.get(name)));
  if (won === undefined) return counts;
  if ("num" in won) {
    note("win", asOf === last ? won : undefined);
    return counts;
  }
  const rows = won.filter(isIn);
  note("win", ratio(rows.length));
  const values = rows.flatMap(({ value }) => value ?? []);
  note("value", rows.length > 0 && values.length === rows.length ? sum(values) : undefined);
  return counts;
}
