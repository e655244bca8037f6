import { PlanError } from "../../schema/plan-error.js";
import { GROUP_KEYS } from "../learning/learned.js";
import { COUNT_COLUMNS, ENDINGS, type CountKind, type CountRow } from "./count-row.js";
import { RowCells } from "./row-cells.js";
import { keysOf } from "../../schema/fields.js";

/** A row of counts as an engine gives it, or a file: by column, numbers also as text. */
export type RawCountRow = Readonly<
  Partial<Record<keyof CountRow, string | number | bigint | boolean | null | undefined>>
>;

/** What each kind of row must say. */
const SAYS: Readonly<Record<CountKind, readonly (keyof CountRow)[]>> = {
  "as of": ["value"],
  "observed from": ["value"],
  earliest: ["value"],
  named: ["stage"],
  deals: [],
  unused: [],
  "left out": [],
  unknown: ["name"],
  whole: ["ending", "days"],
  decided: ["days"],
  left: ["stage", "ending", "days"],
  late: ["stage", "days"],
  watched: ["stage", "days"],
  "in all": ["stage", "ending", "days"],
  before: ["stage"],
  maybe: ["stage", "ending", "sure"],
  stayed: ["stage", "month", "value"],
  fresh: ["stage", "month", "days"],
  wins: ["month"],
  currency: ["name"],
  worth: ["value"],
  far: ["value", "deal"],
};

const KINDS = keysOf(SAYS);

/**
 * Reads rows of counts, each by itself.
 *
 * @param stages the stages that rows may name
 * @throws PlanError with every row that cannot be read
 */
export function readCountRows(rows: readonly RawCountRow[], stages: readonly string[]): readonly CountRow[] {
  const cells = new RowCells<keyof CountRow>(COUNT_COLUMNS);
  const read = rows.flatMap((row, index) => {
    cells.begin(row, index);
    return readRow(cells, stages);
  });
  if (cells.issues.length > 0) throw new PlanError(cells.issues);
  return read;
}

function readRow(cells: RowCells<keyof CountRow>, stages: readonly string[]): readonly CountRow[] {
  const before = cells.issues.length;
  const kind = cells.word("kind", KINDS);
  if (kind === null) {
    if (cells.issues.length === before) cells.need(["kind"]);
    return [];
  }
  const read = {
    kind,
    part: cells.word("part", GROUP_KEYS),
    name: cells.text("name"),
    stage: cells.word("stage", stages, "stage.unknown"),
    ending: cells.word("ending", Object.values(ENDINGS)),
    sure: cells.whole("sure"),
    month: cells.month("month"),
    days: cells.whole("days"),
    value: DATED.has(kind) ? cells.day("value") : cells.amount("value"),
    deal: cells.text("deal"),
    count: cells.whole("count"),
  };
  cells.need(needs(read));
  const { count } = read;
  return cells.issues.length === before && count !== null ? [{ ...read, count }] : [];
}

/** What a row must say: times of all deals together tell the month, unless they are counted once more as not dated. */
function needs({ kind, part, sure }: Pick<CountRow, "kind" | "part" | "sure">): readonly (keyof CountRow)[] {
  const isByMonth = (kind === "left" || kind === "late") && part === null && sure === null;
  return [...SAYS[kind], ...(isByMonth ? (["month"] as const) : []), "count"];
}

const DATED: ReadonlySet<CountKind> = new Set(["as of", "observed from", "earliest", "stayed"]);
