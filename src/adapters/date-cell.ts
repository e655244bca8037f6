import { dayOf, FIRST_YEAR, LAST_YEAR } from "../calendar/day.js";
import type { Cell } from "./cell.js";

/** Where a day begins, and what a time without a zone means. */
export interface DayBoundary {
  /** How many minutes east of UTC the clocks stand at a moment, in minutes since 1970. */
  readonly minutesAt: (moment: number) => number;
  /** Whether anyone said where days begin. */
  readonly isGiven: boolean;
  /** Whether a time with hours was cut at midnight UTC although nobody said so; set while reading. */
  cutInUtc: boolean;
  /** Whether a time that names no zone is UTC; else its date is taken as it stands. */
  readonly zonelessIsUtc: boolean;
}

/**
 * A date that was read: a day number, or, at `UNDECIDED` and above, two numbers and a year of which nobody can say yet
 * which is the day and which the month. NaN for what is no date. Numbers, so that millions of them cost little.
 */
export type DateCode = number;

/** From here on a code stands for two readings; see {@link readings}. */
export const UNDECIDED = 2 ** 24;

const ZONE = String.raw`(?:\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?`;
const TIME = String.raw`(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?`;
const TAIL = String.raw`(?:(?:T|,?\s+(?:at\s+)?)${TIME}${ZONE})?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TAIL}`, "i");
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TAIL}`, "i");
const DAY_NAME = new RegExp(String.raw`^(\d{1,2})[-\s]([a-z]{3,9})\.?[-,\s]+(\d{4}|\d{2})${TAIL}`, "i");
const NAME_DAY = new RegExp(String.raw`^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})${TAIL}`, "i");
const MONTHS = [
  ...["january", "february", "march", "april", "may", "june", "july", "august"],
  ...["september", "october", "november", "december"],
];

/**
 * Which day is written in a cell?
 *
 * - `2026-01-31`, also with a time and a zone (then the day that this moment falls on, see {@link DayBoundary})
 * - `2026/1/31`, `20260131`; `31 Jan 2026`, `Jan 31, 2026` (English months)
 * - `1/31/2026` and `31/1/2026`, with `/` or `-`: undecided where both could be the month; with dots the day comes first
 * - years of two digits: 00 to 69 are 2000 to 2069; between hyphens only where the order is given, because 26-01-31 may begin
 *   with its year
 * - Excel serial numbers from 20000 to 80000 (1954 to 2119, the 1900 system), and milliseconds since 1970
 */
export function readDateCell(cell: Cell, boundary: DayBoundary): DateCode {
  if (typeof cell === "number") return readNumber(cell, boundary);
  const text = cell.trim();
  if (text.length < 5 || text.length > 60) return NaN;
  if (/^\d+(\.\d+)?$/.test(text)) return readDigits(text, boundary);
  const iso = YEAR_FIRST.exec(text);
  if (iso !== null) return onClock(dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4])), iso, 5, boundary);
  const numeric = YEAR_LAST.exec(text);
  if (numeric !== null) return readNumeric(numeric, boundary);
  const [match, day, month] = named(text);
  return match === null ? NaN : onClock(dayOf(fullYear(match[3] ?? ""), month, day), match, 4, boundary);
}

/** The day as month first and as day first, NaN for a reading that is no date. */
export function readings(code: DateCode): { readonly monthFirst: number; readonly dayFirst: number } {
  const packed = code - UNDECIDED;
  const [first, second] = [(packed >> 5) % 32, packed % 32];
  const year = packed >> 10;
  return { monthFirst: dayOf(year, first, second) ?? NaN, dayFirst: dayOf(year, second, first) ?? NaN };
}

function readNumeric(match: RegExpExecArray, boundary: DayBoundary): DateCode {
  const [first, second, year] = [Number(match[1]), Number(match[3]), fullYear(match[4] ?? "")];
  if (match[2] === ".") return onClock(dayOf(year, second, first), match, 5, boundary);
  if (first === second || first > 12) return onClock(dayOf(year, second, first), match, 5, boundary);
  if (second > 12) return onClock(dayOf(year, first, second), match, 5, boundary);
  const fits = first >= 1 && second >= 1 && year >= FIRST_YEAR && year <= LAST_YEAR;
  return fits ? UNDECIDED + year * 1024 + first * 32 + second : NaN;
}

function named(text: string): [RegExpExecArray | null, number, number] {
  const dayFirst = DAY_NAME.exec(text);
  const match = dayFirst ?? NAME_DAY.exec(text);
  const [day, name] = dayFirst === null ? [match?.[2], match?.[1]] : [match?.[1], match?.[2]];
  return [match, Number(day), monthOf(name ?? "")];
}

/** The number of an English month, in full or by its first three letters (four for September); 0 for any other word. */
function monthOf(word: string): number {
  const name = word.toLowerCase();
  return (
    MONTHS.findIndex(
      (month) => name === month || name === month.slice(0, 3) || (name === "sept" && month === "september"),
    ) + 1
  );
}

/** The day that a moment falls on: hour, minute, half of the day and zone are in the match from `at` on. */
function onClock(day: number | undefined, match: RegExpExecArray, at: number, boundary: DayBoundary): number {
  if (day === undefined) return NaN;
  const [hour, minute, half, zone] = match.slice(at, at + 4);
  if (hour !== undefined && !isTime(hour, minute, half)) return NaN;
  if (hour === undefined || (zone === undefined && !boundary.zonelessIsUtc)) return day;
  const pm = half?.toLowerCase().startsWith("p") === true;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (pm ? 12 : 0);
  return dayAt(day * 1440 + hours * 60 + Number(minute) - zoneMinutes(zone), boundary);
}

/** Is this a time on a clock? 24:00 is the end of a day. */
function isTime(hour: string, minute: string | undefined, half: string | undefined): boolean {
  const [hours, minutes] = [Number(hour), Number(minute)];
  if (minutes > 59) return false;
  if (half !== undefined) return hours >= 1 && hours <= 12;
  return hours <= 23 || (hours === 24 && minutes === 0);
}

/** The day on which a moment falls, in minutes since 1970. */
function dayAt(moment: number, boundary: DayBoundary): number {
  if (!boundary.isGiven && moment % 1440 !== 0) boundary.cutInUtc = true;
  return Math.floor((moment + boundary.minutesAt(moment)) / 1440);
}

/** Minutes east of UTC of `Z`, `+02:00` or `-0500`. */
export function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith("-") ? -minutes : minutes;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

function readDigits(text: string, boundary: DayBoundary): number {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3])) ?? NaN;
  return readNumber(Number(text), boundary);
}

const EXCEL_OF_1970 = 25_569;

function readNumber(value: number, boundary: DayBoundary): number {
  if (value >= 20_000 && value <= 80_000) return Math.floor(value) - EXCEL_OF_1970;
  if (value < 1e11 || value > 4e12) return NaN;
  return dayAt(Math.floor(value / 60_000), boundary);
}
