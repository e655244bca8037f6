import { readFileSync } from "node:fs";

import {
  applyLearned,
  learnCounts,
  learnedLines,
  plainFormat,
  snapshotCounts,
  forecast,
  toNumber,
} from "reverse-funnel";
import { historySql, snapshotSql } from "reverse-funnel/sql";
import { parsePlanYaml } from "reverse-funnel/yaml";

import { openWarehouse } from "./warehouse.js";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const table = {
  dialect: "duckdb",
  table: "crm.stage_history",
  columns: { id: "opportunity_id", stage: "stage_name", on: "created_on", value: "amount" },
  asOf: "2026-07-31",
} as const;

// The package writes the statements; your own client runs them, one after the other, in one session.
const warehouse = await openWarehouse();
async function rowsOf(statements: readonly string[]) {
  for (const statement of statements.slice(0, -1)) await warehouse.run(statement);
  const reader = await warehouse.runAndReadAll(statements.at(-1) ?? "");
  return reader.getRowObjectsJson() as Record<string, string | null>[];
}

// From the table to counts, from the counts to rates: no row of a deal leaves the warehouse.
const counts = await rowsOf(historySql({ ...table, funnel: plan.funnel }));
const learned = learnCounts(counts, { stages: plan.funnel });
const [count] = await rowsOf(["SELECT COUNT(*) AS rows FROM crm.stage_history"]);
console.log(`${count?.["rows"]} rows, ${learned.journeys} deals`);
for (const line of learnedLines(learned, plainFormat)) console.log(line);

// What is open and what was won, for the forecast.
const updated = applyLearned(plan, learned).plan;
const now = snapshotCounts(await rowsOf(snapshotSql(updated, table)), updated);
const { atEnd } = forecast(updated, now);
console.log(
  `Forecast at the end: ${toNumber(atEnd.wins).toFixed(1)} wins, ${toNumber(atEnd.amount).toFixed(0)} USD`,
);
