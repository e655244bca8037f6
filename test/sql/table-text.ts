import type { HistoryRow } from "./cases.js";

/** Statements that make the table `history` of these rows, with columns of the usual types. */
export function tableText(rows: readonly HistoryRow[]): string {
  const made =
    'DROP TABLE IF EXISTS history;\nCREATE TABLE history (id VARCHAR(20), stage VARCHAR(40), "on" DATE, owner VARCHAR(40), channel VARCHAR(40), value DECIMAL(12, 2), currency VARCHAR(3));\n';
  return rows.length === 0 ? made : `${made}INSERT INTO history VALUES ${rows.map(rowText).join(", ")};\n`;
}

function rowText({ id, stage, on, owner, channel, value, currency }: HistoryRow): string {
  const text = (cell: string | null) => (cell === null ? "NULL" : `'${cell.replaceAll("'", "''")}'`);
  return `(${[id, stage, on, owner, channel].map(text).join(", ")}, ${value ?? "NULL"}, ${text(currency)})`;
}
