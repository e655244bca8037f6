import { formatDay } from "../calendar/day.js";
import { textOf, type Cell } from "./cell.js";
import { readDateCell, readings, UNDECIDED, type DateCode, type DayBoundary } from "./date-cell.js";

/** How dates such as 3/4/2026 are meant. */
export type DateOrder = "day-first" | "month-first";

const REMEMBERED = 50_000;
const HYPHEN = 45;

/**
 * The dates of one column, whose format is found from the column as a whole: one 1/31/2026 proves that the month comes
 * first in all. A column that proves nothing, or both, stays undecided.
 */
export class DateColumn {
  readonly name: string;
  readonly #boundary: DayBoundary;
  readonly #given: DateOrder | undefined;
  readonly #known = new Map<string, DateCode>();
  readonly #written = new Map<DateCode, string>();
  #proved: DateOrder | "both" | undefined;

  constructor(name: string, boundary: DayBoundary, given?: DateOrder) {
    this.name = name;
    this.#boundary = boundary;
    this.#given = given;
  }

  /** Reads a cell and learns from it; undefined for an empty cell, NaN for what is no date. */
  read(cell: Cell | undefined): DateCode | undefined {
    const text = textOf(cell);
    if (cell === undefined || text === "" || text === "null") return undefined;
    const code =
      this.#known.get(text) ?? readDateCell(typeof cell === "number" ? cell : text, this.#boundary);
    if (code >= UNDECIDED) this.#written.set(code, this.#written.get(code) ?? text);
    else if (!Number.isNaN(code)) this.#learn(text);
    // Dates repeat, moments do not.
    if (text.length <= 10 && this.#known.size < REMEMBERED) this.#known.set(text, code);
    return code;
  }

  /** The day of a code, or undefined while the column does not tell month from day. */
  resolve(code: DateCode): number | undefined {
    if (code < UNDECIDED) return code;
    const { monthFirst, dayFirst } = readings(code);
    const order = this.#given ?? this.#proved;
    if (order === undefined || order === "both") return undefined;
    return order === "day-first" ? dayFirst : monthFirst;
  }

  /** An undecided date as the file writes it. */
  shown(code: DateCode): string {
    return this.#written.get(code) ?? "";
  }

  #learn(text: string): void {
    if (text.charCodeAt(4) === HYPHEN) return;
    const match = /^(\d{1,2})[-/](\d{1,2})[-/]\d/.exec(text);
    const [first, second] = [Number(match?.[1]), Number(match?.[2])];
    const proof = first > 12 ? "day-first" : second > 12 ? "month-first" : undefined;
    if (proof === undefined || proof === this.#proved) return;
    this.#proved = this.#proved === undefined ? proof : "both";
  }
}

/** Both readings of an undecided date, for the sentence that asks which is meant. */
export function bothReadings(code: DateCode): string {
  const { monthFirst, dayFirst } = readings(code);
  return `${formatDay(monthFirst)} if the month comes first and ${formatDay(dayFirst)} if the day does`;
}
