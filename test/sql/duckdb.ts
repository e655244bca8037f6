import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import type { RawCountRow } from "../../src/history/counts/read-rows.js";
import type { HistoryRow } from "./cases.js";
import { tableText } from "./table-text.js";

/** A database of its own in memory. */
export async function openDuckDb(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  return instance.connect();
}

/** Puts rows into a table with columns of the usual types. */
export async function fillDuckDb(connection: DuckDBConnection, rows: readonly HistoryRow[]): Promise<void> {
  await connection.run(tableText(rows));
}

/** Runs statements one after the other, and gives the rows of the last. */
export async function askDuckDb(
  connection: DuckDBConnection,
  statements: readonly string[],
): Promise<readonly RawCountRow[]> {
  for (const statement of statements.slice(0, -1)) await connection.run(statement);
  const reader = await connection.runAndReadAll(statements.at(-1) ?? "");
  return reader.getRowObjects();
}
