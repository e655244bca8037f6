import { deepStrictEqual } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import fc from "fast-check";

import type { RawCountRow } from "../../src/history/counts/read-rows.js";
import { historySql } from "../../src/sql/history-sql.js";
import {
  anyCase,
  comparable,
  countsOfRows,
  learnedFromCounts,
  learnedFromRows,
  statementsOf,
  type HistoryCase,
} from "../sql/cases.js";
import { askDuckDb, openDuckDb } from "../sql/duckdb.js";
import { LARGE, largeTable } from "./large-table.js";
import { Postgres } from "./postgres.js";
import { askSpark } from "./spark.js";

// Runs the statements on the engines that they are written for: PostgreSQL in a server of its own, Spark on a cluster of two
// worker processes. On random tables every count must be that of the rows, on a large one that of DuckDB, which the unit tests
// hold to the same. Brings what it needs: Debian's PostgreSQL, PySpark in a virtual environment.

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    cases: { type: "string", default: "60" },
    sparkCases: { type: "string", default: "5" },
    deals: { type: "string", default: "300000" },
  },
});
const seed = Number(values.seed);

function agree(engine: string, one: HistoryCase, counts: readonly RawCountRow[]): void {
  deepStrictEqual(comparable(counts, one), comparable(countsOfRows(one), one), engine);
  deepStrictEqual(
    JSON.stringify(learnedFromCounts(counts, one)),
    JSON.stringify(learnedFromRows(one)),
    engine,
  );
}

function onPostgres(): void {
  const server = new Postgres();
  try {
    const cases = fc.sample(anyCase(40), { numRuns: Number(values.cases), seed });
    for (const one of cases) {
      server.fill(one.rows);
      agree("PostgreSQL", one, server.ask(statementsOf(one, "postgres", "history")));
    }
    console.log(`PostgreSQL ${server.version}: ${cases.length} random tables, each count equal`);
  } finally {
    server.stop();
  }
}

async function onSpark(): Promise<void> {
  // One of them as a single query, which Spark plans for long.
  const cases = fc
    .sample(anyCase(40), { numRuns: Number(values.sparkCases), seed: seed + 1 })
    .map(({ rows, question }, index): HistoryCase => {
      const form = index === 0 ? "query" : "statements";
      return { rows, question: { ...question, form } };
    });
  const folder = mkdtempSync(join(tmpdir(), "reverse-funnel-large-"));
  try {
    const parquet = join(folder, "history.parquet");
    const connection = await openDuckDb();
    const rows = await largeTable(connection, Number(values.deals), parquet);
    const started = performance.now();
    const expected = await askDuckDb(
      connection,
      historySql({ ...LARGE, dialect: "duckdb", table: "history" }),
    );
    const seconds = (performance.now() - started) / 1000;
    console.log(`DuckDB: ${expected.length} rows of counts from ${rows} rows in ${seconds.toFixed(1)} s`);
    const large = historySql({ ...LARGE, dialect: "spark", table: "history" });
    const answers = askSpark([
      ...cases.map((one, index) => ({
        name: `random table ${index + 1}`,
        table: one.rows,
        statements: statementsOf(one, "spark", "history"),
      })),
      { name: `table of ${rows} rows`, table: { parquet }, statements: large },
    ]);
    cases.forEach((one, index) => {
      agree("Spark", one, answers[index] ?? []);
    });
    const whole = { rows: [], question: LARGE };
    deepStrictEqual(comparable(answers.at(-1) ?? [], whole), comparable(expected, whole));
    console.log(`Spark: ${cases.length} random tables and one of ${rows} rows, each count equal`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

onPostgres();
await onSpark();
