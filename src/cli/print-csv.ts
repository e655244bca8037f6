import { ENGLISH, type NumberStyle } from "../format/number-style.js";
import { makeFormat } from "../format/format.js";
import { cellText, type FormatOption, type Report, type Table } from "../report/report.js";
import { csvText } from "../rows/csv-text.js";
import { nearestHint, UsageError } from "./failure.js";
import type { Call } from "./verb.js";

/** Numbers and dates as programs read them: 1234.5, -5, 2026-01-31. */
const PLAIN: NumberStyle = { ...ENGLISH, thousands: "", minus: "-", isoDates: true };

interface TitledTable {
  readonly title: string;
  readonly table: Table;
}

/**
 * Prints one table of an answer as CSV: the one that `--table` names, else the first; a note names the others.
 *
 * @throws UsageError for an answer without a table, a table that there is not, or `--locale`
 */
export function printCsv(call: Call, report: (options: FormatOption) => Report): void {
  const { world, text } = call;
  if (text("locale") !== undefined) throw new UsageError("--locale does not go with csv: programs read it");
  const tables = tablesOf(report({ format: makeFormat(PLAIN, { exact: call.flag("exact") }) }));
  const [first] = tables;
  if (first === undefined) throw new UsageError("this answer has no table; --format json has it as data");
  const wanted = text("table");
  const { title, table } = wanted === undefined ? first : tableNamed(tables, wanted);
  world.out(
    csvText([table.columns.map((column) => column.title), ...table.rows.map((row) => row.map(cellText))]),
  );
  const others = tables.filter((other) => other.table !== table).map((other) => JSON.stringify(other.title));
  if (wanted === undefined && others.length > 0)
    world.err(`Printed the table ${JSON.stringify(title)}; with --table also ${others.join(", ")}.\n`);
}

function tableNamed(tables: readonly TitledTable[], wanted: string): TitledTable {
  const plain = (title: string): string => title.trim().toLowerCase();
  const found = tables.find(({ title }) => plain(title) === plain(wanted));
  if (found !== undefined) return found;
  const titles = tables.map(({ title }) => JSON.stringify(title));
  throw new UsageError(`there is no table ${JSON.stringify(wanted)}; ${nearestHint(wanted, titles)}`);
}

/** The tables of a report, each under the heading of its section; a second one of a section is numbered. */
function tablesOf({ sections }: Report): readonly TitledTable[] {
  return sections.flatMap(({ title, blocks }) =>
    blocks
      .filter((block) => block.kind === "table")
      .map((table, index) => ({ title: index === 0 ? title : `${title} ${index + 1}`, table })),
  );
}
