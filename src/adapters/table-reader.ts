import type { Problem } from "../schema/issue.js";
import { suggestion } from "../schema/suggestion.js";
import { currencyIn, type AmountColumn } from "./amount-column.js";
import { bind, type Binding } from "./binding.js";
import {
  folded,
  textOf,
  type BrokenRow,
  type Cell,
  type Row,
  type RowSink,
  type TextRemark,
} from "./cell.js";
import type { DateColumn } from "./date-column.js";
import type { DealStore } from "./deal-store.js";
import { DEAL_DATES, type DealFacts, type EnteredFact, type RowFacts } from "./deal-facts.js";
import type { Place } from "./import-log.js";
import { LEFT_OUT, UNPLACED } from "./labels.js";
import type { ColumnRole } from "./mapping.js";
import { describeProblem, type ProblemCode } from "./problems.js";
import { readStatus } from "./status.js";

/** Takes the rows of one table and hands what each says to the store, or sets it aside with its reason. */
export class TableReader implements RowSink {
  readonly #store: DealStore;
  readonly #firstRow: number;
  readonly #pipelines: ReadonlySet<string> | undefined;
  readonly #table: number;
  #binding: Binding;
  #dateColumns: readonly (DateColumn | undefined)[] = [];
  #amounts: AmountColumn | undefined;
  #row: number;
  /** The last row that names a stage or a status that nobody knows. */
  #unplacedRow = -1;

  /** @param firstRow the number of the first row after the header: 2 in a file, 1 in a list of objects */
  constructor(store: DealStore, firstRow: number) {
    this.#store = store;
    this.#firstRow = firstRow;
    this.#row = firstRow - 1;
    this.#table = store.begin();
    this.#binding = { ...NO_COLUMNS, table: this.#table };
    const { crmPipeline: pipeline } = store.mapping;
    const wanted = typeof pipeline === "string" ? [pipeline] : pipeline;
    this.#pipelines = wanted === undefined ? undefined : new Set(wanted.map(folded));
  }

  header(names: readonly string[], above = 0): void {
    const store = this.#store;
    const binding = bind(
      { table: this.#table, names },
      store.mapping,
      store.dialect,
      store.labels,
      store.hasSeveralFiles,
    );
    this.#binding = binding;
    store.rows.begin(binding);
    this.#row = this.#firstRow - 1 + above;
    if (above > 0)
      store.log.remark(
        { row: null, column: null, of: binding },
        `row ${above + 1}`,
        describeProblem("header.below"),
      );
    const dated = [...DEAL_DATES, "on" as const].map((role) => binding.columns[role]);
    const wanted = new Set([...dated, ...binding.entered.map(({ column }) => column)]);
    this.#dateColumns = names.map((name, column) => (wanted.has(column) ? store.dates(name) : undefined));
    const value = binding.columns.value;
    this.#amounts = value === undefined ? undefined : store.amounts(names[value] ?? "");
    for (const { column, problem } of binding.missing)
      store.log.fault({ row: null, column, of: binding }, undefined, problem);
    store.elsewhere(this.#table, binding.elsewhere);
    for (const { column, received, problem } of binding.remarks)
      store.log.remark({ row: null, column, of: binding }, received, problem);
    for (const header of binding.unread)
      store.log.note({ row: null, column: null, of: binding }, header, UNREAD);
  }

  /** How many of these names are headers that are known: more than one tells the row of the headers from a title. */
  recognise(names: readonly string[]): number {
    const { mapping, dialect, labels } = this.#store;
    const { columns, ids, entered } = bind({ table: this.#table, names }, mapping, dialect, labels);
    return new Set([...Object.values(columns), ...ids, ...entered.map(({ column }) => column)]).size;
  }

  remark(code: TextRemark): void {
    const place = { row: null, column: null, of: this.#binding };
    if (code === "text.excel") this.#store.log.fault(place, undefined, describeProblem(code));
    else this.#store.log.remark(place, undefined, describeProblem(code));
  }

  broken(code: BrokenRow): void {
    this.#row += 1;
    this.#store.log.read += 1;
    this.#setAside(code, null, undefined);
  }

  row(written: Row): void {
    const { isBlank } = this.#store;
    const cells = written.some(isBlank) ? written.map((cell) => (isBlank(cell) ? "" : cell)) : written;
    this.#row += 1;
    this.#store.log.read += 1;
    const { names, missing, columns } = this.#binding;
    if (missing.length > 0) {
      this.#setAside("table.unreadable", null, undefined);
      return;
    }
    for (let extra = names.length; extra < cells.length; extra += 1) {
      if (textOf(cells[extra]) !== "") {
        this.#setAside("row.too-wide", null, cells[extra]);
        return;
      }
    }
    const id = this.#id(cells);
    if (id === "") {
      this.#setAside("id.missing", "id", undefined);
      return;
    }
    if (isTrue(this.#text(cells, "deleted")) || this.#text(cells, "status").toLowerCase() === "deleted") {
      this.#setAside("deal.deleted", "deleted", undefined);
      return;
    }
    const pipeline = this.#text(cells, "pipeline");
    if (columns.pipeline !== undefined && this.#pipelines?.has(folded(pipeline)) === false) {
      this.#setAside("pipeline.other", "pipeline", pipeline);
      return;
    }
    if (this.#isHeader(cells)) {
      this.#setAside("row.header", null, undefined);
      return;
    }
    const facts = this.#facts(cells);
    const plain = (this.#store.dialect.plainId ?? asIs)(id);
    const isUnplaced = this.#unplacedRow === this.#row;
    if (facts !== undefined) this.#store.rows.add(plain, facts);
    if (isUnplaced) this.#store.unplaced.add(plain);
    else if (facts !== undefined && pipeline !== "") this.#store.pipelineSeen(pipeline);
  }

  /** Is this the row of the headers once more, as where pages were put together? */
  #isHeader(cells: Row): boolean {
    const { names } = this.#binding;
    return cells.length > 1 && names.every((name, column) => textOf(cells[column]) === name.trim());
  }

  /** The id, of one column or of several together; without any each row of each table is a deal of its own. */
  #id(cells: Row): string {
    const { ids } = this.#binding;
    if (ids.length === 0)
      return this.#table === 0 ? `row ${this.#row}` : `row ${this.#row} of file ${this.#table + 1}`;
    const parts = ids.map((column) => textOf(cells[column]));
    return parts.every((part) => part === "")
      ? ""
      : parts.map((part) => (ids.length === 1 ? part : part.replaceAll("|", "||"))).join(" | ");
  }

  #facts(cells: Row): RowFacts | undefined {
    const { layout, columns } = this.#binding;
    const label = this.#text(cells, "stage");
    const target = label === "" ? undefined : this.#store.labels.read(label);
    if (label !== "" && target === undefined && isTotal(cells)) {
      this.#setAside("row.total", null, label);
      return;
    }
    this.#count(label, cells);
    if (label !== "" && target === undefined) {
      this.#unknownStage(label);
      return layout === "history" ? this.#lostSight(cells) : undefined;
    }
    const on = columns.on === undefined ? undefined : this.#date(cells, columns.on);
    if (on !== undefined && Number.isNaN(on)) return undefined;
    if (layout === "history") {
      if (target === undefined) {
        this.#setAside("stage.missing", "stage", undefined);
        return;
      }
      if (target === LEFT_OUT) {
        this.#setAside("stage.left-out", "stage", label);
        return;
      }
      if (on === undefined) {
        this.#setAside("date.missing", "on", undefined);
        return;
      }
    }
    const deal = layout === "history" ? undefined : this.#deal(cells);
    if (deal === null) return undefined;
    if (target !== undefined) this.#store.seen.add(target);
    return { row: this.#row, binding: this.#binding, target, on, ...this.#texts(cells), deal };
  }

  /** A change to a stage that nobody knows is set aside, but on that day the deal moved on, or ended. */
  #lostSight(cells: Row): RowFacts | undefined {
    const column = this.#binding.columns.on ?? -1;
    const on = this.#dateColumns[column]?.read(cells[column]);
    if (on === undefined || Number.isNaN(on)) return undefined;
    const none = { owner: undefined, channel: undefined, value: undefined, currency: undefined };
    return { row: this.#row, binding: this.#binding, target: UNPLACED, on, ...none, deal: undefined };
  }

  /** Counts the stages that the row names, whether they are known or not. */
  #count(label: string, cells: Row): void {
    const names = label === "" ? [] : [label];
    for (const [column, name] of this.#binding.stageNames) if (textOf(cells[column]) !== "") names.push(name);
    this.#store.census.add(names);
  }

  #texts(cells: Row): Pick<RowFacts, "owner" | "channel" | "value" | "currency"> {
    const store = this.#store;
    const channel = this.#text(cells, "channel");
    const { channels } = store.mapping;
    const written = cells[this.#binding.columns.value ?? -1];
    const value = this.#amounts?.read(written);
    if (value === null) this.#note("value.unreadable", "value", this.#cell(cells, "value"));
    return {
      owner: known(this.#text(cells, "owner")),
      channel: known(
        channels !== undefined && Object.hasOwn(channels, channel) ? (channels[channel] ?? "") : channel,
      ),
      value: value ?? undefined,
      currency:
        known(store.mapping.valueIn ?? this.#text(cells, "currency").toUpperCase()) ??
        (value === undefined || value === null ? undefined : this.#signed(written)),
    };
  }

  /** The currency whose sign stands beside an amount, where no column says it. */
  #signed(written: Cell | undefined): string | undefined {
    if (this.#binding.columns.currency !== undefined || typeof written !== "string") return undefined;
    const currency = currencyIn(written);
    if (currency !== undefined) this.#store.signs.add(currency);
    return currency;
  }

  /** What a deal's own row says; null when the row was set aside. */
  #deal(cells: Row): DealFacts | null {
    const { columns, entered } = this.#binding;
    const dates: Partial<Record<(typeof DEAL_DATES)[number], number>> = {};
    for (const role of DEAL_DATES) {
      const column = columns[role];
      const code = column === undefined ? undefined : this.#date(cells, column);
      if (code !== undefined && Number.isNaN(code)) return null;
      if (code !== undefined) dates[role] = code;
    }
    const stages: EnteredFact[] = [];
    for (const { column, target } of entered) {
      const code = this.#date(cells, column);
      if (code !== undefined && Number.isNaN(code)) return null;
      if (code === undefined) continue;
      stages.push({ target, column, code });
      this.#store.seen.add(target);
    }
    const status = readStatus((role) => this.#text(cells, role), this.#store.mapping.statuses);
    if (status === null) {
      this.#unplacedRow = this.#row;
      this.#setAside("status.unknown", "status", this.#cell(cells, "status"));
      return null;
    }
    const shown = this.#cell(cells, "probability");
    const probability = this.#store.shares.read(shown);
    if (probability === undefined && textOf(shown) !== "")
      this.#note("probability.unreadable", "probability", shown);
    return { dates, entered: stages.length === 0 ? NONE : stages, status, probability };
  }

  /** The code of a date; NaN when the row was set aside for it. */
  #date(cells: Row, column: number): number | undefined {
    const code = this.#dateColumns[column]?.read(cells[column]);
    if (code !== undefined && Number.isNaN(code)) {
      const place = {
        row: this.#row,
        column: this.#binding.names[column] ?? null,
        of: this.#binding,
      };
      const code =
        this.#dateColumns[column]?.contradicts(cells[column]) === true ? "date.order" : "date.invalid";
      this.#store.log.setAside(place, cells[column], describeProblem(code));
    }
    return code;
  }

  #unknownStage(label: string): undefined {
    this.#unplacedRow = this.#row;
    const known = this.#store.labels.stages;
    const expected = "a stage of the funnel";
    const advice =
      known.length === 0
        ? "name the stages, in a plan or as the funnel of the map"
        : `${suggestion(label, known)}, or say in stages what it is`;
    this.#store.log.setAside(this.#place("stage"), label, { code: "stage.unknown", expected, advice });
  }

  #cell(cells: Row, role: ColumnRole): Cell | undefined {
    const column = this.#binding.columns[role];
    return column === undefined ? undefined : cells[column];
  }

  #text(cells: Row, role: ColumnRole): string {
    return textOf(this.#cell(cells, role));
  }

  #place(role: ColumnRole | null): Place {
    const column = role === null ? undefined : this.#binding.columns[role];
    const name = column === undefined ? null : (this.#binding.names[column] ?? null);
    return { row: this.#row, column: name, of: this.#binding };
  }

  #setAside(code: ProblemCode, role: ColumnRole | null, received: unknown): undefined {
    this.#store.log.setAside(this.#place(role), received, describeProblem(code));
  }

  #note(code: ProblemCode, role: ColumnRole, received: unknown): void {
    this.#store.log.note(this.#place(role), received, describeProblem(code));
  }
}

/** Most deals have no such columns; one list serves them all. */
const NONE: readonly EnteredFact[] = [];

const NO_COLUMNS: Omit<Binding, "table"> = {
  layout: "deals",
  names: [],
  columns: {},
  ids: [],
  remarks: [],
  entered: [],
  stageNames: new Map(),
  unread: [],
  missing: [],
  elsewhere: [],
};

const UNREAD: Problem = {
  code: "column.stage-unknown",
  expected: "a stage of the funnel in the header",
  advice: "the column is not read; say in stages what it is",
};

const asIs = (id: string) => id;

function known(text: string): string | undefined {
  return text === "" ? undefined : text;
}

/** Words with which a line of totals begins, alone or with a figure. */
const TOTAL =
  /^(?:(?:grand|sub|over)?[ -]?totals?|total general|(?:zwischen|gesamt)?summe|gesamt(?:ergebnis)?|suma)[^\p{L}]*(?:records?|rows?|deals?)?[^\p{L}]*$/iu;

function isTotal(cells: Row): boolean {
  const first = cells.map(textOf).find((text) => text !== "") ?? "";
  return first.length <= 60 && TOTAL.test(first);
}

function isTrue(text: string): boolean {
  return /^(true|yes|1)$/i.test(text);
}
