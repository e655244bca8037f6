import type { Cell, RowSink } from "./cell.js";

/** A row as an API or a spreadsheet library gives it: values by column name. */
export type RowObject = Readonly<Record<string, unknown>>;

/**
 * Feeds objects to whoever takes rows: the header is every key that any of them has, in the order of appearance.
 *
 * Numbers stay numbers, true and false become words, null and undefined are empty, a Date is its UTC moment; what is
 * nested is taken from its `name`, `label` or `value`, and left empty where it has none.
 */
export function feedObjects(rows: readonly RowObject[], sink: RowSink): void {
  const names = [...new Set(rows.flatMap((row) => (isObject(row) ? Object.keys(row) : [])))];
  sink.header(names);
  for (const row of rows) {
    sink.row(names.map((name) => (isObject(row) && Object.hasOwn(row, name) ? cellOf(row[name]) : "")));
  }
}

/** The value as a cell. */
function cellOf(value: unknown): Cell {
  if (typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  if (!isObject(value)) return "";
  const inner = value["name"] ?? value["Name"] ?? value["label"] ?? value["value"];
  return typeof inner === "string" || typeof inner === "number" ? inner : "";
}

/** Is this a plain record of values? */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
