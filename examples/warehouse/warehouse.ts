import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";

/** A warehouse in memory with one table, crm.stage_history, filled from an export of Salesforce. */
export async function openWarehouse(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create()).connect();
  const file = new URL("../crm-salesforce/history.csv", import.meta.url).pathname;
  await connection.run(`
    CREATE SCHEMA crm;
    CREATE TABLE crm.stage_history AS
    SELECT
      OpportunityId AS opportunity_id,
      StageName AS stage_name,
      CAST(SUBSTRING(CreatedDate, 1, 10) AS DATE) AS created_on,
      CAST(Amount AS DECIMAL(12, 2)) AS amount
    FROM read_csv('${file}', all_varchar = true)`);
  return connection;
}
