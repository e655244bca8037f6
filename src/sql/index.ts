/**
 * Learning where the data are: statements for a query engine, as plain text without a driver.
 *
 * @module reverse-funnel/sql
 */
export { historySql, type HistorySqlOptions } from "./history-sql.js";
export { snapshotSql, type SnapshotSqlOptions } from "./snapshot-sql.js";
export { SQL_DIALECTS } from "./dialect.js";
