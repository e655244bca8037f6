import Papa from "papaparse";
import type { RowSink } from "./cell.js";

/** No honest row is longer; a longer one is a quote that never closes or a file that is no table. */
const LONGEST_ROW = 1_000_000;
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
  #newline = "\n";
  #parser: Papa.Parser | undefined;
  #buffer = "";
  #parseAt = PIECE;
  #passingOver = false;
  #inQuotes = false;
  #hasHeader = false;

  constructor(sink: RowSink, delimiter?: string) {
    this.#sink = sink;
    this.#delimiter = delimiter;
  }

  /** Takes the next piece of the text, of any length. */
  push(text: string): void {
    for (let at = 0; at < text.length; at += PIECE) this.#take(text.slice(at, at + PIECE));
  }

  /** Says that the text ends here. */
  end(): void {
    if (this.#passingOver || this.#buffer === "") return;
    this.#parse(true);
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
    if (cells.every((cell) => cell.trim() === "")) return;
    if (this.#hasHeader) this.#sink.row(cells);
    else this.#sink.header(cells);
    this.#hasHeader = true;
  }

  #broken(code: "row.too-long" | "row.unclosed-quote"): void {
    if (!this.#hasHeader) this.#sink.header([]);
    this.#hasHeader = true;
    this.#sink.broken(code);
  }

  #start(): Papa.Parser {
    this.#buffer = this.#buffer.replace(/^\uFEFF/, "");
    const announced = /^sep=(.)\r?\n/i.exec(this.#buffer);
    if (announced !== null) this.#buffer = this.#buffer.slice(announced[0].length);
    const sample = this.#buffer.slice(0, PIECE);
    // Cells are trimmed, so a file that mixes both line ends is read by the one they share.
    this.#newline = sample.includes("\n") || !sample.includes("\r") ? "\n" : "\r";
    const guess = () =>
      Papa.parse(sample.slice(0, 1 << 16), {
        preview: 10,
        skipEmptyLines: true,
        delimitersToGuess: [",", ";", "\t", "|"],
      });
    const delimiter = this.#delimiter ?? announced?.[1] ?? guess().meta.delimiter;
    return new Papa.Parser({ delimiter, newline: this.#newline as "\n" | "\r" });
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
