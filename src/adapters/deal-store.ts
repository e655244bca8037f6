import type { Step } from "../history/journeys/journey.js";
import { byText } from "../history/journeys/tally.js";
import type { DayBoundary } from "./date-cell.js";
import { zoneMinutes } from "./date-cell.js";
import { AmountColumn } from "./amount-column.js";
import { blankReader, folded, type Cell } from "./cell.js";
import { DateColumn, FileOrder } from "./date-column.js";
import type { Dialect } from "./dialect.js";
import { ImportLog } from "./import-log.js";
import { PackedRows } from "./packed-rows.js";
import type { Labels } from "./labels.js";
import type { MissingColumn } from "./binding.js";
import type { ImportOptions, Mapping } from "./mapping.js";
import type { Problem } from "../schema/issue.js";
import { formatDay } from "../calendar/day.js";
import { StageCensus } from "./stage-census.js";
import { ShareColumn } from "./share-column.js";

/** So many pipelines are told apart. */
const MOST_PIPELINES = 100;

/** Everything that is known while tables are read: rows by deal, and what each column has shown of its format. */
export class DealStore {
  readonly log = new ImportLog();
  readonly rows = new PackedRows();
  readonly mapping: Mapping;
  readonly dialect: Dialect;
  readonly labels: Labels;
  readonly shares: ShareColumn;
  readonly #boundary: DayBoundary;
  readonly #order: FileOrder;
  /** Whether a cell says that nothing is known. */
  readonly isBlank: (cell: Cell) => boolean;
  readonly #dates = new Map<string, DateColumn>();
  readonly #datesByHeader = new Map<string, DateColumn>();
  readonly #amounts = new Map<string, AmountColumn>();
  readonly #days = new Map<number, string>();
  readonly #steps = new Map<string, Map<number | null, Step>>();
  readonly #lists = new Map<string, readonly string[]>();
  /** Every name of a stage in the file. */
  readonly census = new StageCensus();
  /** Deals with a row whose stage or status nobody knows. */
  readonly unplaced = new Set<string>();
  /** Currencies that stand beside amounts where no column says them. */
  readonly signs = new Set<string>();
  /** Pipelines that the file names, where nobody asked for one. */
  readonly #pipelines = new Map<string, string>();
  /** Stages of the funnel that the file names. */
  readonly seen = new Set<number>();
  /** The last day that counts; infinite where all do. */
  readonly asOf: number;
  /** Named columns that a table lacks, with the tables that do. */
  readonly #elsewhere = new Map<string, { readonly problem: Problem; readonly tables: Set<number> }>();
  /** Whether a file may lack columns that another has. */
  readonly hasSeveralFiles: boolean;
  #tables = 0;

  constructor(
    mapping: Mapping & Pick<ImportOptions, "files">,
    dialect: Dialect,
    labels: Labels,
    asOf: number,
    zone?: (moment: number) => number,
  ) {
    this.asOf = asOf;
    this.hasSeveralFiles = (mapping.files ?? 1) > 1;
    this.mapping = mapping;
    this.dialect = dialect;
    this.labels = labels;
    this.shares = new ShareColumn(dialect.probability);
    const offset = zoneMinutes(mapping.utcOffset);
    const isGiven = zone !== undefined || mapping.utcOffset !== undefined;
    const zonelessIsUtc = dialect.zonelessIsUtc === true;
    this.#boundary = { minutesAt: zone ?? (() => offset), isGiven, zonelessIsUtc, cutInUtc: false };
    this.#order = new FileOrder(mapping.dates);
    this.isBlank = blankReader(mapping.empty ?? []);
  }

  /** Begins a table, and says which it is, from 0. */
  begin(): number {
    this.#tables += 1;
    return this.#tables - 1;
  }

  /** Notes a pipeline that a row names. */
  pipelineSeen(name: string): void {
    if (this.mapping.crmPipeline === undefined && this.#pipelines.size < MOST_PIPELINES)
      known(this.#pipelines, folded(name), () => name);
  }

  /** The pipelines that were read as one funnel. */
  get pipelines(): readonly string[] {
    return [...this.#pipelines.values()].sort(byText);
  }

  /** Notes columns that a table lacks and another may have. */
  elsewhere(table: number, missing: readonly MissingColumn[]): void {
    for (const { column, problem } of missing)
      known(this.#elsewhere, column, () => ({ problem, tables: new Set<number>() })).tables.add(table);
  }

  /** Named columns that no table has. */
  nowhere(): readonly MissingColumn[] {
    return [...this.#elsewhere].flatMap(([column, { problem, tables }]) =>
      tables.size === this.#tables ? [{ column, problem }] : [],
    );
  }

  /** Whether times with hours were cut into days at midnight UTC, and nobody said that they should. */
  get cutInUtc(): boolean {
    return this.#boundary.cutInUtc;
  }

  /** The dates of the column of this name; files that share a name share what it shows. */
  dates(header: string): DateColumn {
    // Asked of every date of every row, and always by the same few names.
    return known(this.#datesByHeader, header, () =>
      known(this.#dates, folded(header), () => new DateColumn(header, this.#boundary, this.#order)),
    );
  }

  /** The amounts of the column of this name. */
  amounts(header: string): AmountColumn {
    const decimal = this.mapping.decimal ?? this.dialect.decimal;
    return known(this.#amounts, folded(header), () => new AmountColumn(header, decimal));
  }

  /** The date of a day; dates repeat, so each text is kept once. */
  date(day: number): string {
    return known(this.#days, day, () => formatDay(day));
  }

  /** The entry into a stage on a day. Few stages and days make few entries: deals share them. */
  step(stage: string, day: number | null): Step {
    const days = known(this.#steps, stage, () => new Map<number | null, Step>());
    return known(days, day, () => Object.freeze({ stage, on: day === null ? null : this.date(day) }));
  }

  /** The same list of names once: most deals have the same columns. */
  readonly shared = (names: readonly string[]): readonly string[] =>
    known(this.#lists, names.join("\u0000"), () => Object.freeze(names));
}

function known<Key, T>(map: Map<Key, T>, key: Key, make: () => T): T {
  const before = map.get(key);
  if (before !== undefined) return before;
  const made = make();
  map.set(key, made);
  return made;
}
