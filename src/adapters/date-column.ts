import { formatDay } from "../calendar/day.js";
import { textOf, type Cell } from "./cell.js";
import { readDateCell, readings, UNDECIDED, type DateCode, type DayBoundary } from "./date-cell.js";

/** How dates such as 3/4/2026 are meant. */
export type DateOrder = "day-first" | "month-first";

/** What all date columns of an import show together: one person writes all dates of a file in one order. */
export class FileOrder {
  readonly given: DateOrder | undefined;
  #proved: DateOrder | "both" | undefined;

  constructor(given?: DateOrder) {
    this.given = given;
  }

  /** The order, as far as it is known. */
  get order(): DateOrder | undefined {
    return this.given ?? (this.#proved === "both" ? undefined : this.#proved);
  }

  /** Learns that a date can only be meant in this order. */
  learn(order: DateOrder): void {
    if (order !== this.#proved) this.#proved = this.#proved === undefined ? order : "both";
  }
}

const REMEMBERED = 50_000;
const HYPHEN = 45;

/**
 * The dates of one column, whose order is that of the file as a whole: one 1/31/2026 in any date column proves that the month
 * comes first in all. A file that proves nothing, or both, stays undecided.
 */
export class DateColumn {
  readonly name: string;
  readonly #boundary: DayBoundary;
  readonly #order: FileOrder;
  readonly #known = new Map<string, DateCode>();
  readonly #written = new Map<DateCode, string>();

  constructor(name: string, boundary: DayBoundary, order: FileOrder) {
    this.name = name;
    this.#boundary = boundary;
    this.#order = order;
  }

  /** Reads a cell and learns from it; undefined for an empty cell and for never, NaN for what is no date. */
  read(cell: Cell | undefined): DateCode | undefined {
    const text = textOf(cell);
    if (cell === undefined || text === "" || text === "null") return undefined;
    const read =
      this.#known.get(text) ?? readDateCell(typeof cell === "number" ? cell : text, this.#boundary);
    if (isNever(text, read)) return undefined;
    const code = this.#contradicted(text) || this.#mayBeginWithYear(text) ? NaN : read;
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
    const { order } = this.#order;
    if (order === undefined) return undefined;
    return order === "day-first" ? dayFirst : monthFirst;
  }

  /** An undecided date as the file writes it. */
  shown(code: DateCode): string {
    return this.#written.get(code) ?? "";
  }

  /** Is this a date that can only be meant in the order that was not given? */
  contradicts(cell: Cell | undefined): boolean {
    return this.#contradicted(textOf(cell));
  }

  #contradicted(text: string): boolean {
    const { given } = this.#order;
    if (given === undefined || text.charCodeAt(4) === HYPHEN) return false;
    const order = provedBy(text);
    return order !== undefined && order !== given;
  }

  /** 26-01-31 is a day in January 2026 or in 2031, unless somebody says what comes first. */
  #mayBeginWithYear(text: string): boolean {
    return this.#order.given === undefined && /^\d{1,2}-\d{1,2}-\d{2}(?!\d)/.test(text);
  }

  #learn(text: string): void {
    const order = text.charCodeAt(4) === HYPHEN ? undefined : provedBy(text);
    if (order !== undefined) this.#order.learn(order);
  }
}

/** 1 January 1970 and 1900 and 31 December 9999: the least and the greatest day of databases. */
const NEVER_DAYS: ReadonlySet<number> = new Set([0, -25_567, 2_932_896]);
/** All zeros, and the day before the first of spreadsheets, which have no day 0. */
const NEVER =
  /^(?:0+|0{1,4}([-/.])0{1,2}\1(?:0{1,4}|1900)|1900-01-00|1899-12-3[01]|(?:12\/3[01]|3[01]\/12)\/1899|1\/0\/1900)(?:[T ]00?:00(?::00(?:\.0+)?)?Z?)?$/;

/** Is this how a system writes a day that never came? No deal is so old, or so far off. */
function isNever(text: string, code: DateCode): boolean {
  return Number.isNaN(code) ? text.length <= 30 && NEVER.test(text) : NEVER_DAYS.has(code);
}

/** The only order in which a date can be meant; undefined where it can be both, or says it itself. */
function provedBy(text: string): DateOrder | undefined {
  const match = /^(\d{1,2})[-/](\d{1,2})[-/]\d/.exec(text);
  const [first, second] = [Number(match?.[1]), Number(match?.[2])];
  if (first > 12 && second <= 12) return "day-first";
  return second > 12 && first <= 12 ? "month-first" : undefined;
}

/** Both readings of an undecided date, for the sentence that asks which is meant. */
export function bothReadings(code: DateCode): string {
  const { monthFirst, dayFirst } = readings(code);
  return `${formatDay(monthFirst)} if the month comes first and ${formatDay(dayFirst)} if the day does`;
}
