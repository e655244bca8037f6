import type { DuckDBConnection } from "@duckdb/node-api";

import type { HistorySqlOptions } from "../../src/sql/history-sql.js";

/** What is asked of the large table. */
export const LARGE: Omit<HistorySqlOptions, "dialect" | "table"> = {
  funnel: ["lead", "demo", "proposal", "contract"],
  asOf: "2026-06-30",
  by: ["owner"],
  columns: { id: "id", stage: "stage", on: "on", owner: "owner", value: "value" },
};

/**
 * Makes the view `history` of a file with the stage changes of so many deals, about three and a third for each: 40 people, four
 * stages with rates from 40% to 70%, lags of up to two months, over four years. The same on every machine.
 *
 * @returns how many rows it has
 */
export async function largeTable(connection: DuckDBConnection, deals: number, file: string): Promise<number> {
  const part = (salt: number, of: number) => `CAST(hash(deal * 8 + ${salt}) % ${of} AS INTEGER)`;
  const went = [
    `${part(1, 100)} < 70`,
    `${part(2, 100)} < 60`,
    `${part(3, 100)} < 40`,
    `${part(4, 100)} < 45`,
  ];
  const reached = (stage: number) => went.slice(0, stage).join(" AND ") || "true";
  const day = (stage: number) =>
    [
      `DATE '2022-07-01' + ${part(5, 1461)}`,
      ...went.slice(0, stage).map((_, at) => part(10 + at, 20 * (at + 1))),
    ].join(" + ");
  const row = (stage: number, label: string, where: string, later = 0) =>
    `SELECT 'd' || deal AS id, '${label}' AS stage, ${day(stage)} + ${later} AS "on", 'rep ' || ${part(6, 40)} AS owner, CAST(900 + ${part(7, 200)} AS DECIMAL(12, 2)) AS value FROM deals WHERE ${where}`;
  const names = ["lead", "demo", "proposal", "contract"];
  const entries = names.map((name, stage) => row(stage, name, reached(stage)));
  const losses = names.map((_, stage) =>
    row(stage, "lost", `${reached(stage)} AND NOT (${went[stage] ?? ""}) AND ${part(8, 10)} > 0`, 15),
  );
  const all = [...entries, ...losses, row(4, "won", reached(4))].join("\nUNION ALL\n");
  await connection.run(
    `COPY (WITH deals AS (SELECT range AS deal FROM range(${deals})) ${all}) TO '${file}' (FORMAT parquet)`,
  );
  await connection.run(`CREATE OR REPLACE VIEW history AS SELECT * FROM '${file}'`);
  const reader = await connection.runAndReadAll("SELECT COUNT(*) AS rows FROM history");
  return Number(reader.getRowObjects()[0]?.["rows"]);
}
