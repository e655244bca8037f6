import Papa from "papaparse";
import type { RowSink, TextRemark } from "./cell.js";

/** No honest row is longer; a longer one is a quote that never closes or a file that is no table. */
const LONGEST_ROW = 1_000_000;
/** The headers are looked for in so many rows: titles, dates and filters may stand above them. */
const MOST_TITLES = 20;
const DELIMITERS = [",", ";", "\t", "|"];

/** How a text is to be read, where it is known. */
interface CsvOptions {
  /** What stands between cells. */
  readonly delimiter?: string | undefined;
  /** The row of the headers, from 1. */
  readonly headerRow?: number | undefined;
}

/** Characters that no table holds unless it was damaged, or read in the wrong encoding. */
const LOST = "\uFFFD";
const ZERO = "\u0000";
/** Of text in UTF-16 that was read in another encoding, about every second character is a zero; fewer are only lost letters. */
const ZEROS_OF = 10;

/** Can this stand between cells? An empty one would never come to the end of a row. */
export function isDelimiter(value: unknown): value is string {
  return typeof value === "string" && /^[^"\r\n\uFEFF]{1,10}$/.test(value);
}

/** Texts are worked off in pieces of this size. */
const PIECE = 1 << 18;

/**
 * Turns delimited text into rows as it comes, in pieces of any size, with memory for one piece and one row.
 *
 * The delimiter (comma, semicolon, tab, bar) is found from the first lines unless it is given or the file says `sep=;`. The
 * rules are those of RFC 4180 as Papa Parse reads them: quotes around cells, doubled quotes and newlines inside. A byte
 * order mark and blank lines are dropped. A row beyond a million characters is passed over and reported.
 */
export class CsvReader {
  readonly #sink: RowSink;
  #delimiter: string | undefined;
  readonly #headerRow: number | undefined;
  /** Rows that were read before it is known which of them holds the headers. */
  #first: (readonly string[])[] | undefined = [];
  #length = 0;
  #zeros = 0;
  #hasLost = false;
  #newline: "\n" | "\r" = "\n";
  #parser: Papa.Parser | undefined;
  #buffer = "";
  #parseAt = PIECE;
  #passingOver = false;
  #inQuotes = false;
  #hasHeader = false;

  constructor(sink: RowSink, { delimiter, headerRow }: CsvOptions = {}) {
    if (headerRow !== undefined && !(Number.isSafeInteger(headerRow) && headerRow >= 1))
      throw new RangeError(`headerRow requires a whole number from 1; got ${String(headerRow)}`);
    if (delimiter !== undefined && !isDelimiter(delimiter))
      throw new RangeError(
        `delimiter requires one to ten characters without quotes and line ends; got ${JSON.stringify(delimiter)}`,
      );
    this.#sink = sink;
    this.#delimiter = delimiter;
    this.#headerRow = headerRow;
  }

  /** Takes the next piece of the text, of any length. */
  push(text: string): void {
    this.#length += text.length;
    if (text.includes(LOST)) this.#hasLost = true;
    if (text.includes(ZERO)) this.#zeros += text.split(ZERO).length - 1;
    for (let at = 0; at < text.length; at += PIECE) this.#take(text.slice(at, at + PIECE));
  }

  /** Says that the text ends here. */
  end(): void {
    if (!this.#passingOver && this.#buffer !== "") this.#parse(true);
    this.#settle();
    // Said at the end and in one order, so that no answer depends on how the text was cut into pieces.
    for (const code of this.#strange()) this.#sink.remark?.(code);
  }

  #strange(): readonly TextRemark[] {
    const isFull = this.#zeros * ZEROS_OF > this.#length;
    const isDamaged = this.#hasLost || (this.#zeros > 0 && !isFull);
    return [...(isDamaged ? ["text.damaged" as const] : []), ...(isFull ? ["text.nul" as const] : [])];
  }

  #take(piece: string): void {
    this.#buffer += this.#passingOver ? this.#afterLongRow(piece) : piece;
    if (this.#buffer.length < this.#parseAt) return;
    this.#parse(false);
    // Doubling keeps the work linear when a row spans many pieces.
    this.#parseAt = Math.max(PIECE, this.#buffer.length * 2);
    if (this.#buffer.length > LONGEST_ROW) this.#passOver();
  }

  #parse(last: boolean): void {
    const parser = (this.#parser ??= this.#start());
    const { data, errors, meta } = parser.parse(this.#buffer, 0, !last) as Papa.ParseResult<string[]>;
    const unclosed = last && errors.some(({ code }) => code === "MissingQuotes");
    this.#buffer = last ? "" : this.#buffer.slice(meta.cursor);
    const whole = unclosed ? data.length - 1 : data.length;
    for (let index = 0; index < whole; index += 1) this.#row(data[index] ?? []);
    if (unclosed) this.#broken("row.unclosed-quote");
  }

  #row(cells: readonly string[]): void {
    if (this.#first === undefined) {
      if (!isEmpty(cells)) this.#sink.row(cells);
      return;
    }
    this.#first.push(cells);
    if (this.#first.length >= (this.#headerRow ?? MOST_TITLES)) this.#settle();
  }

  #broken(code: "row.too-long" | "row.unclosed-quote"): void {
    this.#settle();
    if (!this.#hasHeader) this.#sink.header([]);
    this.#hasHeader = true;
    this.#sink.broken(code);
  }

  /** Finds the headers among the first rows, and hands on what stands below them. */
  #settle(): void {
    const rows = this.#first;
    this.#first = undefined;
    if (rows === undefined || rows.every(isEmpty)) return;
    const at = this.#headerRow === undefined ? this.#bestHeader(rows) : this.#headerRow - 1;
    const header = rows[at];
    const above = rows.slice(0, at).some((row) => !isEmpty(row)) ? at : 0;
    // Where lines end with both, what is left of the first stands behind the last name.
    this.#sink.header(header?.map((name) => name.replace(/\r$/, "")) ?? [], above);
    this.#hasHeader = true;
    for (const row of rows.slice(at + 1)) if (!isEmpty(row)) this.#sink.row(row);
  }

  /** The row in which most headers are known, and the first that is not empty where none has two. */
  #bestHeader(rows: readonly (readonly string[])[]): number {
    const first = rows.findIndex((row) => !isEmpty(row));
    let best = { at: first, known: Math.max(1, this.#sink.recognise?.(rows[first] ?? []) ?? Infinity) };
    for (let at = first + 1; at < rows.length && best.known < Infinity; at += 1) {
      const known = this.#sink.recognise?.(rows[at] ?? []) ?? 0;
      if (known > best.known) best = { at, known };
    }
    return best.at;
  }

  #start(): Papa.Parser {
    this.#buffer = this.#buffer.replace(/^\uFEFF/, "");
    if (this.#buffer.startsWith("PK\u0003\u0004")) this.#sink.remark?.("text.excel");
    const announced = /^sep=(.)\r?\n/i.exec(this.#buffer);
    if (announced !== null) this.#buffer = this.#buffer.slice(announced[0].length);
    const sample = this.#buffer.slice(0, PIECE);
    // Cells are trimmed, so a file that mixes both line ends is read by the one they share.
    this.#newline = newlineOf(sample);
    const delimiter = this.#delimiter ?? announced?.[1] ?? this.#guess(sample.slice(0, 1 << 16));
    return new Papa.Parser({ delimiter, newline: this.#newline });
  }

  /** What stands between cells: that by which most headers are known, else what makes rows of one width. */
  #guess(sample: string): string {
    const usual = Papa.parse(sample, {
      preview: MOST_TITLES,
      skipEmptyLines: true,
      newline: this.#newline,
      delimitersToGuess: DELIMITERS,
    }).meta.delimiter;
    const known = (delimiter: string) => {
      const parser = new Papa.Parser({
        delimiter,
        newline: this.#newline,
        preview: MOST_TITLES,
      });
      const { data } = parser.parse(sample, 0, true) as Papa.ParseResult<string[]>;
      return Math.max(0, ...data.map((row) => this.#sink.recognise?.(row) ?? 0));
    };
    let best = { delimiter: usual, known: known(usual) };
    for (const delimiter of DELIMITERS) {
      const found = known(delimiter);
      if (found > best.known + 1) best = { delimiter, known: found };
    }
    return best.delimiter;
  }

  #passOver(): void {
    this.#passingOver = true;
    const quotes = this.#buffer.split('"').length - 1;
    this.#inQuotes = quotes % 2 === 1;
    this.#buffer = "";
    this.#broken("row.too-long");
  }

  /** What follows the end of the row that is passed over; nothing while it goes on. */
  #afterLongRow(piece: string): string {
    let newline = -1;
    for (let at = 0; at <= piece.length;) {
      const quote = piece.indexOf('"', at);
      if (!this.#inQuotes) {
        if (newline < at) newline = piece.indexOf(this.#newline, at);
        if (newline < 0) newline = piece.length;
        if (newline < piece.length && (quote < 0 || newline < quote)) {
          this.#passingOver = false;
          this.#parseAt = PIECE;
          return piece.slice(newline + 1);
        }
      }
      if (quote < 0) return "";
      this.#inQuotes = !this.#inQuotes;
      at = quote + 1;
    }
    return "";
  }
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** What ends rows, outside of quotes: a carriage return where those alone are more than line feeds, else a line feed. */
function newlineOf(sample: string): "\n" | "\r" {
  let [feeds, returns, isQuoted] = [0, 0, false];
  for (let at = 0; at < sample.length; at += 1) {
    const char = sample[at];
    if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (char === "\n") feeds += 1;
    else if (char === "\r" && sample[at + 1] !== "\n") returns += 1;
  }
  return returns > feeds ? "\r" : "\n";
}
