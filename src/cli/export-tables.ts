import type { OpenImport } from "../adapters/open-import.js";
import type { SheetText } from "../xlsx/read-xlsx.js";
import { decodeText, type Encoding } from "./decode-text.js";
import { UsageError } from "./failure.js";
import { systemReason } from "./read-plan.js";
import { openedFile, sheetNamed, sheetsIn } from "./read-workbook.js";
import type { Call } from "./verb.js";
import type { World } from "./world.js";
import { fieldsOf } from "../schema/fields.js";

/** How files are called in messages. */
export function namesOf(files: readonly string[]): readonly string[] {
  return files.map((each) => (each === "-" ? "<stdin>" : each));
}

/** One table of an export: a file of text, or a sheet of a workbook. */
interface ExportTable {
  /** How it is called in messages. */
  readonly name: string;
  /** Hands its rows to an import. */
  readonly feed: (open: OpenImport) => Promise<void>;
}

/** How tables are told from what else a workbook holds. */
interface TableOptions {
  /** What stands between cells, where a map says so. */
  readonly delimiter: string | undefined;
  /** Begins an import of so many tables. */
  readonly open: (count: number) => OpenImport;
}

/**
 * Opens export files: each is a table, and so is each sheet of an Excel workbook whose headers are known.
 *
 * @throws UsageError for a file that cannot be read, and for a sheet that there is not
 */
export async function exportTables(
  call: Call,
  files: readonly string[],
  options: TableOptions,
): Promise<readonly ExportTable[]> {
  const tables: ExportTable[] = [];
  for (const file of files) tables.push(...(await tablesOf(call, file, options)));
  return tables;
}

async function tablesOf(call: Call, file: string, options: TableOptions): Promise<readonly ExportTable[]> {
  const { world } = call;
  const [name = file] = namesOf([file]);
  const pieces = countedPieces(world, file);
  const opened = await readable(file, () => openedFile(pieces));
  if (opened.workbook === null)
    return [{ name, feed: (open) => readable(file, () => feedText(world, file, opened.pieces, open)) }];
  const sheets = await sheetsIn(name, opened.workbook, options.delimiter);
  const read = pickedSheets(call, name, sheets, options);
  return read.map((sheet) => ({
    name: sheets.length === 1 ? name : `${name} (${sheet.name})`,
    feed: (open) => {
      feedSheet(open, sheet);
      return Promise.resolve();
    },
  }));
}

/** The sheet that was asked for, else all that are tables; all there are where none is, to hear what is missing. */
function pickedSheets(
  { world, text }: Call,
  name: string,
  sheets: readonly SheetText[],
  { open }: TableOptions,
): readonly SheetText[] {
  const wanted = text("sheet");
  if (wanted !== undefined) return [sheetNamed(name, sheets, wanted)];
  if (sheets.length < 2) return sheets;
  const tables = sheets.filter((sheet) => isTable(sheet, open(sheets.length)));
  if (tables.length === 0) return sheets;
  const listed = (some: readonly SheetText[]): string =>
    some.map((sheet) => JSON.stringify(sheet.name)).join(", ");
  const others = sheets.filter((sheet) => !tables.includes(sheet));
  const left = others.length === 0 ? "" : `; left out ${listed(others)}`;
  world.err(`${name}: read the ${tables.length === 1 ? "sheet" : "sheets"} ${listed(tables)}${left}\n`);
  return tables;
}

/** Whether the headers of a sheet are known, so that its rows can be read. */
function isTable(sheet: SheetText, open: OpenImport): boolean {
  feedSheet(open, sheet);
  const { counts } = open.finish();
  const unreadable = counts.reasons.find(({ code }) => code === "table.unreadable")?.rows ?? 0;
  return counts.read > unreadable;
}

function feedSheet(open: OpenImport, { text }: SheetText): void {
  const sink = open.file();
  sink.push(text);
  sink.end();
}

/** Between two notes of how far a file has been read. */
const NOTE_EVERY = 4_000_000;

/** The pieces of a file; a terminal is told how many have come. */
async function* countedPieces(world: World, file: string): AsyncGenerator<Uint8Array> {
  let [bytes, noted] = [0, 0];
  try {
    for await (const piece of world.readPieces(file)) {
      bytes += piece.length;
      if (world.errIsTerminal && bytes - noted >= NOTE_EVERY) {
        noted = bytes;
        world.err(`\r${(bytes / 1e6).toFixed(0)} MB read …`);
      }
      yield piece;
    }
  } finally {
    if (noted > 0) world.err("\r\u001b[K");
  }
}

async function feedText(
  world: World,
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  open: OpenImport,
): Promise<void> {
  const sink = open.file();
  let isFirst = true;
  for await (const text of decodeText(pieces, (encoding) => {
    say(world, file, encoding);
  })) {
    if (isFirst) requireTable(text, file);
    isFirst = false;
    sink.push(text);
  }
  sink.end();
}

/** Runs what reads a file; what the system says against it is the user's to hear. */
async function readable<Read>(file: string, work: () => Promise<Read>): Promise<Read> {
  try {
    return await work();
  } catch (error) {
    if (typeof fieldsOf(error)["code"] !== "string") throw error;
    throw new UsageError(`cannot read ${file}: ${systemReason(error)}`);
  }
}

/** Says how a file is read where that is not how files are usually written. */
function say(world: World, file: string, encoding: Encoding): void {
  const name = file === "-" ? "<stdin>" : file;
  if (encoding === "excel")
    throw new UsageError(
      `${name} is an older Excel workbook, or one with a password: save it as .xlsx or CSV`,
    );
  if (encoding === "utf-32")
    throw new UsageError(`${name} is written in UTF-32, which is not read: save it as UTF-8`);
  const said = { "utf-8": "", "utf-16le": "UTF-16", "utf-16be": "UTF-16", "windows-1252": "Windows-1252" }[
    encoding
  ];
  if (said !== "") world.err(`${name}: read as ${said}\n`);
}

/** Refuses text that begins like data of another kind; everything else is a table, or says itself why not. */
function requireTable(text: string, file: string): void {
  const kind = OTHER_KINDS.find(([, beginning]) => beginning.test(text))?.[0];
  if (kind !== undefined)
    throw new UsageError(`${namesOf([file]).join("")} is ${kind}: save it as CSV and read that`);
}

const OTHER_KINDS = [
  ["JSON", /^\uFEFF?\s*(?:\[\s*)?\{\s*"/],
  ["a web page (some systems call such a file .xls)", /^\uFEFF?\s*<(?:!doctype|html|table|\?xml)\b/i],
] as const;
