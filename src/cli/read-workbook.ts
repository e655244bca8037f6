import type { SheetText } from "../xlsx/read-xlsx.js";
import { nearestHint, UsageError } from "./failure.js";
import type { Option } from "./verb.js";
import { fieldsOf } from "../schema/fields.js";

/** The option that picks one sheet of a workbook. */
export const SHEET: Readonly<Record<string, Option>> = {
  sheet: {
    type: "text",
    value: "name",
    help: "Of an Excel workbook only this sheet; default: those with a table.",
  },
};

/**
 * The sheets of a workbook, as texts.
 *
 * @throws UsageError for a workbook that cannot be read
 */
export async function sheetsIn(
  name: string,
  bytes: Uint8Array,
  delimiter = ",",
): Promise<readonly SheetText[]> {
  // Only who reads a workbook waits for what reads it.
  const { readXlsx } = await import("../xlsx/read-xlsx.js");
  try {
    return await readXlsx(bytes, { delimiter });
  } catch (error) {
    const why = String(fieldsOf(error)["message"]).replace(/^.*; got /, "");
    throw new UsageError(`${name} is no .xlsx workbook that can be read: it is ${why}`);
  }
}

/**
 * The sheet of a name.
 *
 * @throws UsageError where there is none
 */
export function sheetNamed(file: string, sheets: readonly SheetText[], wanted: string): SheetText {
  const found = sheets.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  const names = sheets.map(({ name }) => name);
  throw new UsageError(`${file} has no sheet ${JSON.stringify(wanted)}; ${nearestHint(wanted, names)}`);
}

/** What was opened: a workbook, or anything else. */
type OpenedFile =
  { readonly workbook: Uint8Array } | { readonly workbook: null; readonly pieces: AsyncIterable<Uint8Array> };

/** A workbook as a whole, for it is read as one; anything else in pieces. */
export async function openedFile(pieces: AsyncIterable<Uint8Array>): Promise<OpenedFile> {
  const reader = pieces[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < 4) {
    const next = await reader.next();
    if (next.done === true) break;
    start = Buffer.concat([start, next.value]);
  }
  const rest = { [Symbol.asyncIterator]: () => reader };
  if (start.length < 4 || start.readUInt32BE(0) !== ZIP)
    return { workbook: null, pieces: after(start, rest) };
  const all = [start];
  for await (const piece of rest) all.push(Buffer.from(piece));
  return { workbook: Buffer.concat(all) };
}

/** How every .xlsx begins: `PK`, 3, 4. */
const ZIP = 0x504b0304;

async function* after(start: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  yield* rest;
}
