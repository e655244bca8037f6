import { parseDay } from "../../calendar/day.js";
import { parseExact } from "../../number/exact-string.js";
import { must } from "../../number/invariant.js";
import type { PlanInput } from "../../plan/plan.js";
import type { Snapshot } from "../../plan/snapshot.js";
import { PlanError } from "../../schema/plan-error.js";
import { converter } from "../journeys/money.js";
import { listPaths, listPathStages } from "../journeys/paths.js";
import { SnapshotCounter } from "../journeys/snapshot-counter.js";
import { worthOf, type SnapshotOptions } from "../journeys/snapshot.js";
import { byText } from "../journeys/tally.js";
import { noDay } from "./read-counts.js";
import { RowCells } from "./row-cells.js";

/** What a row of a snapshot is about: how far it goes, entries into a stage (untold: on unknown days), or one deal. */
const SNAPSHOT_KINDS = ["as of", "entered", "untold", "open", "won", "lost", "currency"] as const;

/** The columns of such rows, in their order. */
export const SNAPSHOT_COLUMNS = [
  ...["kind", "stage", "on", "by", "value", "currency", "deal", "count"],
] as const satisfies readonly string[];

/** A column of such rows. */
export type SnapshotColumn = "kind" | "stage" | "on" | "by" | "value" | "currency" | "deal" | "count";

/** A row of a snapshot as an engine gives it, or a file: by column, numbers also as text. */
type RawSnapshotRow = Readonly<
  Partial<Record<SnapshotColumn, string | number | bigint | boolean | null | undefined>>
>;

const NEEDS: Readonly<Record<(typeof SNAPSHOT_KINDS)[number], readonly SnapshotColumn[]>> = {
  "as of": ["on"],
  entered: ["stage", "on", "count"],
  untold: ["stage", "count"],
  open: ["stage", "deal"],
  won: ["on", "deal"],
  lost: ["on", "deal"],
  currency: ["currency"],
};

/**
 * What has happened up to a day, from rows that a query engine counted (see `snapshotSql` of `reverse-funnel/sql`): the answer
 * that `snapshot` gives from the journeys.
 *
 * @param rows every row of the result, in any order
 * @throws PlanError for rows that cannot be read, a stage that the funnel lacks, rows of no day or of several, and deals in a
 *   currency for which `exchange` names no rate
 *
 * @example
 * ```ts
 * const plan = definePlan({
 *   goal: { metric: "customers", amount: 10, period: "2026-01" },
 *   funnel: [{ stage: "demo request", rate: "50%" }],
 * });
 * const rows = [
 *   { kind: "as of", on: "2026-01-10" },
 *   { kind: "won", on: "2026-01-09", value: "900", by: "Ana", deal: "1" },
 * ];
 * snapshotCounts(rows, plan).won; // => [{ on: "2026-01-09", value: "900", by: "Ana" }]
 * ```
 */
export function snapshotCounts<Stage extends string>(
  rows: readonly RawSnapshotRow[],
  plan: PlanInput<Stage>,
  { exchange }: Pick<SnapshotOptions, "exchange"> = {},
): Snapshot<Stage> {
  const read = readRows(rows, listPathStages(listPaths(plan.funnel)));
  const days = new Set(read.flatMap(({ kind, on }) => (kind === "as of" && on !== null ? [on] : [])));
  const [asOf] = days;
  if (asOf === undefined || days.size > 1) throw new PlanError([noDay(days)]);
  const found = read.flatMap(({ kind, currency }) =>
    kind === "currency" && currency !== null ? [currency] : [],
  );
  const convert = converter([...new Set(found)].sort(byText), { currency: plan.currency, exchange });
  const counter = new SnapshotCounter(-Infinity, dayOf(asOf));
  for (const { kind, stage, on, by, value, currency, deal, count } of read) {
    const amount = value === null ? undefined : parseExact(value);
    const worth = worthOf(amount === undefined ? null : convert(amount, currency));
    const day = on === null ? null : dayOf(on);
    if (kind === "entered") counter.addEntered(stage ?? "", day ?? 0, by, count ?? 0);
    else if (kind === "untold") counter.addUntold(stage ?? "", count ?? 0);
    else if (kind === "open") counter.addOpen(deal ?? "", stage ?? "", day, worth, null);
    else if (kind === "won" || kind === "lost") counter.addClosed(deal ?? "", kind, day ?? 0, worth, by);
  }
  return counter.snapshot();
}

function dayOf(date: string): number {
  return must(parseDay(date), "a day");
}

function readRows(rows: readonly RawSnapshotRow[], stages: readonly string[]) {
  const cells = new RowCells<SnapshotColumn>(SNAPSHOT_COLUMNS);
  const read = rows.map((row, index) => {
    cells.begin(row, index);
    const kind = cells.word("kind", SNAPSHOT_KINDS);
    if (kind !== null) cells.need(NEEDS[kind]);
    else if (cells.text("kind") === null) cells.need(["kind"]);
    return {
      kind,
      stage: cells.word("stage", stages, "stage.unknown"),
      on: cells.day("on"),
      by: cells.text("by"),
      value: cells.amount("value"),
      currency: cells.text("currency"),
      deal: cells.text("deal"),
      count: cells.whole("count"),
    };
  });
  if (cells.issues.length > 0) throw new PlanError(cells.issues);
  return read;
}
