import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { openWarehouse } from "../../examples/warehouse/warehouse.js";
import type { RawCountRow } from "../../src/history/counts/read-rows.js";
import { historySql } from "../../src/sql/history-sql.js";
import { parsePlanYaml } from "../../src/yaml/parse-plan-yaml.js";
import { comparable } from "./cases.js";
import { askDuckDb } from "./duckdb.js";

const read = (file: string) =>
  readFileSync(new URL(`../../examples/warehouse/${file}`, import.meta.url), "utf8");

it("the counts of the example are those of its table", async () => {
  const { funnel } = parsePlanYaml(read("plan.yaml"));
  const columns = { id: "opportunity_id", stage: "stage_name", on: "created_on", value: "amount" };
  const question = { funnel, columns, asOf: "2026-07-31" };
  const counts = await askDuckDb(
    await openWarehouse(),
    historySql({ ...question, dialect: "duckdb", table: "crm.stage_history" }),
  );
  const kept = Papa.parse<RawCountRow>(read("counts.csv"), { header: true, skipEmptyLines: true }).data;
  const whole = { rows: [], question };
  expect(comparable(kept, whole)).toEqual(comparable(counts, whole));
});
