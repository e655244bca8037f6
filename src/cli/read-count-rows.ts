import { CsvReader } from "../adapters/csv-reader.js";
import type { Row, RowSink } from "../adapters/cell.js";
import { textOf } from "../adapters/cell.js";
import type { Issue } from "../schema/issue.js";
import { decodeText } from "./decode-text.js";
import { InputError, UsageError } from "./failure.js";
import { systemReason } from "./read-plan.js";
import type { Call } from "./verb.js";
import { fieldsOf } from "../schema/fields.js";
import { isPlanError } from "../schema/plan-error.js";

type CountCells = Readonly<Record<string, string | number | boolean | null>>;

/** The rows that an engine gave, and how to say where in their file something stands. */
export interface CountFile {
  readonly rows: readonly CountCells[];
  /** Runs what may find issues in the rows, and gives them their lines. */
  readonly within: <Answer>(work: () => Answer) => Answer;
}

/**
 * Reads the rows that the statements gave, from a file: CSV with headers, divided by commas, semicolons or tabs, or a list of
 * objects as JSON. An empty cell, or NULL, says nothing.
 *
 * @throws UsageError where no file is named, or several are, and where it cannot be read
 */
export async function readCountRows(call: Call, files: readonly string[]): Promise<CountFile> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0)
    throw new UsageError(
      "--counts needs the one file that holds the rows of the last statement, or - for standard input",
    );
  const text = await wholeText(call, file);
  const name = file === "-" ? "<stdin>" : file;
  const isJson = /^\s*\[/.test(text);
  const rows = isJson ? fromJson(text, name) : fromText(text);
  if (rows.length === 0) throw new InputError(name, [NO_ROWS]);
  return { rows, within: (work) => placed(name, isJson, work) };
}

async function wholeText({ world }: Call, file: string): Promise<string> {
  const parts: string[] = [];
  try {
    for await (const part of decodeText(world.readPieces(file))) parts.push(part);
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${systemReason(error)}`);
  }
  return parts.join("");
}

function fromJson(text: string, file: string): readonly CountCells[] {
  try {
    return JSON.parse(text) as readonly CountCells[];
  } catch {
    throw new UsageError(`${file} begins like JSON and is none: write a list of objects, or CSV`);
  }
}

/** Keeps each row under its headers. */
class ObjectRows implements RowSink {
  readonly rows: CountCells[] = [];
  #names: readonly string[] = [];

  header(names: readonly string[]): void {
    this.#names = names.map((name) => name.trim().toLowerCase());
  }

  row(cells: Row): void {
    const said = this.#names.map((name, at) => {
      const text = textOf(cells[at]);
      return [name, text === "NULL" || text === "" ? null : text] as const;
    });
    this.rows.push(Object.fromEntries(said));
  }

  broken(): void {
    this.rows.push({});
  }
}

function fromText(text: string): readonly CountCells[] {
  const sink = new ObjectRows();
  const reader = new CsvReader(sink);
  reader.push(text);
  reader.end();
  return sink.rows;
}

function placed<Answer>(file: string, isJson: boolean, work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    const { name, message } = fieldsOf(error);
    if (name === "RangeError") throw new UsageError(`${file}: ${String(message)}`);
    if (!isPlanError(error) || error.issues.some(({ code }) => code === "currency.mixed")) throw error;
    const lineOf = ([row]: Issue["path"]) =>
      isJson || typeof row !== "number" ? {} : { line: row + 2, column: 1 };
    throw new InputError(
      file,
      error.issues.map((issue) => ({ ...issue, path: issue.path.slice(1), ...lineOf(issue.path) })),
    );
  }
}

const NO_ROWS: Issue = {
  code: "table.empty",
  path: [],
  expected: "rows",
  received: "nothing",
  message: "expected the rows of the last statement under a line of headers, but got none.",
};
