import type { Problem } from "../schema/issue.js";
import { folded, textOf, type BrokenRow, type Row, type RowSink } from "./cell.js";
import { bothReadings, DateColumn, FileOrder, type DateOrder } from "./date-column.js";
import { zoneMinutes } from "./date-cell.js";
import type { TableHeader } from "./binding.js";
import { ImportLog } from "./import-log.js";
import { describeProblem } from "./problems.js";
import { keysOf } from "../schema/fields.js";

/** Which column of an activity log says what; each is found by its usual names where it is not given. */
export interface ActivityRowOptions {
  /** Headers of the columns; by default `date`, `stage` or `activity`, `count` and `person`, and words like them. */
  readonly columns?:
    Readonly<Partial<Record<"on" | "activity" | "count" | "by", string | undefined>>> | undefined;
  /** How 3/4/2026 is meant, where the column does not say it itself. */
  readonly dates?: DateOrder | undefined;
  /** Where days begin, for times that carry a zone: `"+02:00"`. Default `"+00:00"`, UTC. */
  readonly utcOffset?: string | undefined;
}

/** A line of a log that was understood. */
export interface ActivityRow {
  readonly day: number;
  readonly label: string;
  readonly count: number;
  readonly by: string | null;
}

type Role = "on" | "activity" | "count" | "by";

const ALIASES: Readonly<Record<Role, readonly string[]>> = {
  on: [
    "date",
    "day",
    "on",
    "activity - marked as done time",
    "activity - due date",
    "marked as done time",
    "due date",
  ],
  activity: ["stage", "activity", "type", "activity - type", "what", "kind"],
  count: ["count", "number", "quantity", "units", "how many"],
  by: ["person", "by", "owner", "who", "user", "activity - assigned to user", "assigned to user", "rep"],
};

/** Beyond this a count is a typing mistake (or a date). */
const GREATEST_COUNT = 1_000_000;

interface Pending {
  readonly row: number;
  readonly code: number;
  readonly label: string;
  readonly count: number;
  readonly by: string | null;
}

/** Takes the rows of an activity log. */
export class ActivityReader implements RowSink {
  readonly log = new ImportLog();
  readonly #options: ActivityRowOptions;
  readonly #pending: Pending[] = [];
  #columns: Partial<Record<Role, number>> = {};
  #names: readonly string[] = [];
  #dates: DateColumn;
  #row: number;

  constructor(options: ActivityRowOptions, firstRow: number) {
    this.#options = options;
    this.#row = firstRow - 1;
    this.#dates = new DateColumn("date", boundaryAt(0), new FileOrder());
  }

  header(names: readonly string[]): void {
    this.#names = names;
    const plain = names.map(folded);
    for (const role of keysOf(ALIASES)) {
      const wanted = this.#options.columns?.[role];
      const headers = wanted === undefined ? ALIASES[role] : [folded(wanted)];
      const column = headers.map((header) => plain.indexOf(header)).find((index) => index >= 0);
      if (column !== undefined) this.#columns[role] = column;
      else if (wanted !== undefined || role === "on" || role === "activity") this.#missing(wanted ?? role);
    }
    const { dates, utcOffset } = this.#options;
    const name = names[this.#columns.on ?? -1] ?? "date";
    this.#dates = new DateColumn(name, boundaryAt(zoneMinutes(utcOffset)), new FileOrder(dates));
  }

  broken(code: BrokenRow): void {
    this.#row += 1;
    this.log.read += 1;
    this.#setAside(null, undefined, describeProblem(code));
  }

  row(cells: Row): void {
    this.#row += 1;
    this.log.read += 1;
    const { on, activity, count, by } = this.#columns;
    if (this.#isUnreadable()) {
      this.#setAside(null, undefined, describeProblem("table.unreadable"));
      return;
    }
    const code = this.#dates.read(cells[on ?? -1]);
    if (code === undefined) {
      this.#setAside("on", undefined, describeProblem("date.missing"));
      return;
    }
    if (Number.isNaN(code)) {
      this.#setAside("on", cells[on ?? -1], describeProblem("date.invalid"));
      return;
    }
    const label = textOf(cells[activity ?? -1]);
    if (label === "") {
      this.#setAside("activity", undefined, NO_ACTIVITY);
      return;
    }
    const written = textOf(cells[count ?? -1]);
    const number = written === "" ? 1 : /^\d+(\.0+)?$/.test(written) ? Number(written) : NaN;
    if (!(number <= GREATEST_COUNT)) {
      this.#setAside("count", written, NO_COUNT);
      return;
    }
    const person = textOf(cells[by ?? -1]);
    this.#pending.push({ row: this.#row, code, label, count: number, by: person === "" ? null : person });
  }

  /** The rows that were understood, now that the format of the dates is known. */
  rows(): readonly ActivityRow[] {
    return this.#pending.flatMap(({ row, code, label, count, by }) => {
      const day = this.#dates.resolve(code);
      if (day !== undefined && !Number.isNaN(day)) {
        this.log.used += 1;
        return [{ day, label, count, by }];
      }
      const advice = `it is ${bothReadings(code)}, and the column does not tell; say dates: "month-first" or "day-first"`;
      const problem: Problem = { code: "date.ambiguous", expected: "a date that reads one way", advice };
      this.log.setAside(
        { row, column: this.#dates.name, of: this.#header },
        this.#dates.shown(code),
        problem,
      );
      return [];
    });
  }

  #missing(column: string): void {
    const advice = `name it in columns; the file has ${this.#names.slice(0, 12).join(", ").slice(0, 200)}`;
    const problem: Problem = {
      code: "column.missing",
      expected: `the column ${JSON.stringify(column)}`,
      advice,
    };
    this.log.fault({ row: null, column, of: this.#header }, undefined, problem);
  }

  get #header(): TableHeader {
    return { table: 0, names: this.#names };
  }

  #isUnreadable(): boolean {
    const { columns } = this.#options;
    const named = keysOf<Role>(columns ?? {}).filter((role) => columns?.[role] !== undefined);
    return [...named, "on" as const, "activity" as const].some((role) => this.#columns[role] === undefined);
  }

  #setAside(role: Role | null, received: unknown, problem: Problem): void {
    const column = role === null ? undefined : this.#columns[role];
    const header = column === undefined ? null : (this.#names[column] ?? null);
    this.log.setAside({ row: this.#row, column: header, of: this.#header }, received, problem);
  }
}

const NO_ACTIVITY: Problem = {
  code: "activity.missing",
  expected: "a stage or an activity",
  advice: "say what was done",
};
const NO_COUNT: Problem = {
  code: "count.invalid",
  expected: "a whole number from 0 to 1,000,000",
  advice: "write how many, such as 12",
};

/** Days that begin so many minutes before they do in UTC. */
function boundaryAt(minutes: number) {
  return { minutesAt: () => minutes, isGiven: true, zonelessIsUtc: false, cutInUtc: false };
}
