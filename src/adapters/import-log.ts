import { byText } from "../history/journeys/tally.js";
import { issueAt, type Problem } from "../schema/issue.js";
import type { TableHeader } from "./binding.js";
import type { ImportCounts, ImportIssue, RowCount } from "./import.js";

/** Examples that are kept of each code and column. */
const EXAMPLES = 20;

/** Where in a file something was found; without a table it concerns all that was read. */
export interface Place {
  readonly row: number | null;
  readonly column: string | null;
  readonly of?: TableHeader | undefined;
}

/** Keeps account of rows: every row is counted, and each reason keeps its first examples. */
export class ImportLog {
  read = 0;
  used = 0;
  undated = 0;
  readonly #errors = new Map<string, RowCount & { rows: number }>();
  readonly #notes = new Map<string, RowCount & { rows: number }>();
  readonly #issues: ImportIssue[] = [];

  /** A row that is not used. */
  setAside(place: Place, received: unknown, problem: Problem): void {
    this.#add("error", this.#errors, place, received, problem);
  }

  /** Something to know about a row that is used, or about the file. */
  note(place: Place, received: unknown, problem: Problem): void {
    this.#add("note", this.#notes, place, received, problem);
  }

  /** Something to know about a file that concerns no row; it is in no count. */
  remark(place: Place, received: unknown, problem: Problem): void {
    this.#issues.push(issue("note", place, received, problem));
  }

  /** Says something about the file that is no row's fault, such as a column that is missing. */
  fault(place: Place, received: unknown, problem: Problem): void {
    this.#issues.push(issue("error", place, received, problem));
  }

  counts(): ImportCounts {
    const reasons = inOrder(this.#errors);
    const setAside = reasons.reduce((sum, { rows }) => sum + rows, 0);
    return Object.freeze({
      read: this.read,
      used: this.used,
      undated: this.undated,
      setAside,
      reasons,
      notes: inOrder(this.#notes),
    });
  }

  issues(): readonly ImportIssue[] {
    return Object.freeze(this.#issues.sort(byPlace));
  }

  #add(
    level: "error" | "note",
    counts: Map<string, RowCount & { rows: number }>,
    place: Place,
    received: unknown,
    problem: Problem,
  ): void {
    const key = `${problem.code} ${place.column ?? ""}`;
    const count = counts.get(key) ?? { code: problem.code, column: place.column, rows: 0 };
    count.rows += 1;
    counts.set(key, count);
    if (count.rows <= EXAMPLES) this.#issues.push(issue(level, place, received, problem));
  }
}

function issue(
  level: "error" | "note",
  { row, column, of }: Place,
  received: unknown,
  problem: Problem,
): ImportIssue {
  const path = [...(row === null ? [] : ["row", row]), ...(column === null ? [] : [column])];
  const cell = column === null ? -1 : (of?.names.indexOf(column) ?? -1);
  return Object.freeze({
    ...issueAt(path, received, problem),
    ...{ level, table: of?.table ?? null, row, header: column },
    ...(cell < 0 ? {} : { column: cell + 1 }),
  });
}

function byPlace(one: ImportIssue, other: ImportIssue): number {
  return (one.table ?? -1) - (other.table ?? -1) || (one.row ?? 0) - (other.row ?? 0);
}

function inOrder(counts: ReadonlyMap<string, RowCount>): readonly RowCount[] {
  const rows = [...counts.values()].map((count) => Object.freeze({ ...count }));
  return Object.freeze(
    rows.sort((one, other) => byText(one.code, other.code) || byText(one.column ?? "", other.column ?? "")),
  );
}
