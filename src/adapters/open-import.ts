import { listPaths } from "../history/journeys/paths.js";
import { buildJourneys, streamJourneys } from "./build-journeys.js";
import { CsvReader } from "./csv-reader.js";
import { DealStore } from "./deal-store.js";
import type { Dialect } from "./dialect.js";
import type { Import, JourneyStream } from "./import.js";
import { Labels } from "./labels.js";
import type { ImportOptions } from "./mapping.js";
import { feedObjects, type RowObject } from "./object-rows.js";
import { parseDay } from "../calendar/day.js";
import { TableReader } from "./table-reader.js";

/** Takes a text in pieces of any size: `push` each, then `end`. */
interface TextSink {
  /** Takes the next piece of text, of any length. */
  push(text: string): void;
  /** Ends the file. */
  end(): void;
}

/** An import that is under way: any number of tables, then the journeys of all of them together. */
export interface OpenImport<Stage extends string = string> {
  /** Begins a file of delimited text; deals that appear in several files are joined by their ids. */
  file(): TextSink;
  /** Takes a list of objects. */
  objects(rows: readonly RowObject[]): void;
  /** Ends the import. Nothing can be added afterwards. */
  finish(): Import<Stage>;
  /** Ends the import for whoever goes through the journeys and does not keep them: `learn` of ten million rows. */
  stream(): JourneyStream<Stage>;
}

/** Begins an import of tables in the dialect of one system. */
export function openImport<Stage extends string>(
  dialect: Dialect,
  options: ImportOptions<Stage>,
): OpenImport<Stage> {
  requireOffset(options.utcOffset);
  const labels = new Labels(listPaths(options.funnel), options);
  const store = new DealStore(options, dialect, labels, lastDay(options.asOf), zoneOf(options));
  const { delimiter, headerRow } = options;
  return {
    file: () => new CsvReader(new TableReader(store, 2), { delimiter, headerRow }),
    objects: (rows) => {
      feedObjects(rows, new TableReader(store, 1));
    },
    finish: () => buildJourneys(store, options.funnel),
    stream: () => streamJourneys(store, options.funnel),
  };
}

/** Reads whole sources: each a text, or a list of objects. */
export function importAll<Stage extends string>(
  dialect: Dialect,
  texts: readonly string[],
  objects: readonly (readonly RowObject[])[],
  options: ImportOptions<Stage>,
): Import<Stage> {
  const open = openImport(dialect, { ...options, files: texts.length + objects.length });
  for (const text of texts) {
    const file = open.file();
    file.push(text);
    file.end();
  }
  for (const rows of objects) open.objects(rows);
  return open.finish();
}

function lastDay(asOf: string | undefined): number {
  const day = asOf === undefined ? Infinity : parseDay(asOf);
  if (day !== undefined) return day;
  throw new RangeError(`through requires a date such as 2026-01-31; got ${JSON.stringify(asOf)}`);
}

/** The clock of the time zone that was named; undefined where none was. */
function zoneOf({ timeZone, zoneMinutes }: Pick<ImportOptions, "timeZone" | "zoneMinutes">) {
  if (timeZone === undefined) return undefined;
  if (zoneMinutes !== undefined) return (moment: number) => zoneMinutes(moment, timeZone);
  throw new RangeError(
    `timeZone ${JSON.stringify(timeZone)} requires zoneMinutes, which says how its clocks stand`,
  );
}

function requireOffset(utcOffset: string | undefined): void {
  if (utcOffset === undefined || /^[+-](0\d|1[0-4]):?[0-5]\d$/.test(utcOffset)) return;
  throw new RangeError(`utcOffset requires an offset such as "+02:00"; got ${JSON.stringify(utcOffset)}`);
}
