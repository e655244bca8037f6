/** A date as the number of days since 1970-01-01, so that the next day is one more. */
export type Day = number;

/** A stretch of days, both ends included, as a plan may write it. */
export type WrittenRange = string | { readonly start: string; readonly end: string };

/** A period as a plan may write it. */
export type WrittenPeriod =
  | number
  | WrittenRange
  | { readonly start: string; readonly weeks: number }
  | { readonly start: string; readonly months: number }
  | { readonly workingDays: number };

/** First and last day, both included. */
export interface Range {
  readonly start: Day;
  readonly end: Day;
}

const MILLISECONDS_PER_DAY = 86_400_000;
export const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
export const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The day that "YYYY-MM-DD" names. */
export function dayOf(text: string): Day {
  const [year = 0, month = 1, day = 1] = text.split("-").map(Number);
  return dayAt(year, month - 1, day);
}

/** "YYYY-MM-DD" for a day. */
export function dateText(day: Day): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** "sun" … "sat". */
export function weekdayOf(day: Day): string {
  return WEEKDAYS[new Date(day * MILLISECONDS_PER_DAY).getUTCDay()] ?? "";
}

/** "jan" … "dec". */
export function monthOf(day: Day): string {
  return MONTHS[new Date(day * MILLISECONDS_PER_DAY).getUTCMonth()] ?? "";
}

/** The same day of a later month, or that month's last day where it has no such day. */
export function monthsLater(day: Day, months: number): Day {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastOfMonth = dayAt(year, month + 1, 0);
  return Math.min(dayAt(year, month, 1) + date.getUTCDate() - 1, lastOfMonth);
}

/** First and last day of a written range: one date, "start/end" or {start, end}. */
export function readRange(written: WrittenRange): Range {
  if (typeof written === "object") return { start: dayOf(written.start), end: dayOf(written.end) };
  const [start = written, end = start] = written.split("/");
  return { start: dayOf(start), end: dayOf(end) };
}

/** When fiscal years begin, and after which calendar year they are called; as calendars write it. */
export interface WrittenFiscalYears {
  readonly fiscalYearStart?: string;
  readonly fiscalYearNamedBy?: "end" | "start";
}

/** First and last day of a dated period; `null` where it is undated. */
export function readPeriod(written: WrittenPeriod, fiscal: WrittenFiscalYears = {}): Range | null {
  if (typeof written === "object") {
    if ("workingDays" in written) return null;
    if ("end" in written) return readRange(written);
    const start = dayOf(written.start);
    const next = "weeks" in written ? start + 7 * written.weeks : monthsLater(start, written.months);
    return { start, end: next - 1 };
  }
  const text = String(written);
  if (text.includes("/")) return readRange(text);
  if (text.includes("W")) return isoWeek(Number(text.slice(0, 4)), Number(text.slice(6)));
  if (text.startsWith("FY")) return partOfYear(text.slice(2), firstMonth(fiscal));
  return partOfYear(text, 0);
}

/** A year, a half, a quarter or a month, in years that begin so many months after January, or before it. */
function partOfYear(text: string, months: number): Range {
  const [year = "", part = "Y1"] = text.split("-");
  const length = { Y: 12, H: 6, Q: 3 }[part.slice(0, 1)] ?? 1;
  const count = Number(length === 1 ? part : part.slice(1));
  const month = months + length * (count - 1);
  return { start: dayAt(Number(year), month, 1), end: dayAt(Number(year), month + length, 0) };
}

/** The month in which the fiscal year of a name begins, from the January of that calendar year. */
function firstMonth({ fiscalYearStart = "jan", fiscalYearNamedBy = "end" }: WrittenFiscalYears): number {
  const month = MONTHS.indexOf(fiscalYearStart);
  return month > 0 && fiscalYearNamedBy === "end" ? month - 12 : month;
}

/** Weeks go from Monday to Sunday; the first one is that with the year's first Thursday. */
function isoWeek(year: number, week: number): Range {
  let thursday = dayAt(year, 0, 1);
  while (weekdayOf(thursday) !== "thu") thursday++;
  const start = thursday - 3 + 7 * (week - 1);
  return { start, end: start + 6 };
}

/** Months are counted from 0; months and days out of their range carry over into the next or the last. */
function dayAt(year: number, month: number, day: number): Day {
  return Date.UTC(year, month, day) / MILLISECONDS_PER_DAY;
}
