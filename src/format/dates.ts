import { dateOf, parseDay, weekday } from "../calendar/day.js";
import { numerals, type NumberStyle } from "./number-style.js";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const SHORT = 3;

/** "Fri 31 Jul", with the year unless it is the one that all is about; what is no date stays as it is. */
export function dateText(iso: string, style: NumberStyle, year: number | null): string {
  const day = readableDay(iso, style);
  if (day === undefined) return iso;
  const date = dateOf(day);
  const named = MONTHS[date.month - 1]?.slice(0, SHORT) ?? "";
  const shown = dayAndMonth(date.dayOfMonth, named, style);
  const rest =
    date.year === year ? "" : `${style.monthFirst === true ? "," : ""} ${plainYear(date.year, style)}`;
  return `${WEEKDAYS[weekday(day)] ?? ""}${style.monthFirst === true ? "," : ""} ${shown}${rest}`;
}

/** "31 Jul"; what is no date stays as it is. */
export function dayText(iso: string, style: NumberStyle): string {
  const day = readableDay(iso, style);
  if (day === undefined) return iso;
  const { month, dayOfMonth } = dateOf(day);
  return dayAndMonth(dayOfMonth, MONTHS[month - 1]?.slice(0, SHORT) ?? "", style);
}

/** A period: "1 to 31 January 2026", "1 January to 31 March 2026", "1 November 2026 to 31 January 2027". */
export function dateRangeText(from: string, to: string, style: NumberStyle): string {
  const [first, last] = [readableDay(from, style), readableDay(to, style)];
  if (first === undefined || last === undefined) return `${from} to ${to}`;
  const [start, end] = [dateOf(first), dateOf(last)];
  if (first === last) return whole(end, style);
  if (start.year !== end.year) return `${whole(start, style)} to ${whole(end, style)}`;
  const year = plainYear(end.year, style);
  const [startMonth, endMonth] = [MONTHS[start.month - 1] ?? "", MONTHS[end.month - 1] ?? ""];
  const isOneMonth = start.month === end.month;
  if (style.monthFirst === true) {
    const until = isOneMonth ? plainDay(end.dayOfMonth, style) : dayAndMonth(end.dayOfMonth, endMonth, style);
    return `${dayAndMonth(start.dayOfMonth, startMonth, style)} to ${until}, ${year}`;
  }
  const since = isOneMonth
    ? plainDay(start.dayOfMonth, style)
    : dayAndMonth(start.dayOfMonth, startMonth, style);
  return `${since} to ${dayAndMonth(end.dayOfMonth, endMonth, style)} ${year}`;
}

/** A month with its year, "January 2026"; what is no month stays as it is. */
export function monthText(iso: string, style: NumberStyle): string {
  const [year = "", month = ""] = iso.split("-");
  const name = /^\d{4}-\d\d$/.test(iso) ? MONTHS[Number(month) - 1] : undefined;
  return name === undefined || style.isoDates === true ? iso : `${name} ${plainYear(Number(year), style)}`;
}

/** The day of a date that is to be written as people read it. */
function readableDay(iso: string, { isoDates = false }: NumberStyle): number | undefined {
  return isoDates ? undefined : parseDay(iso);
}

interface NamedDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

function whole({ year, month, dayOfMonth }: NamedDate, style: NumberStyle): string {
  const named = dayAndMonth(dayOfMonth, MONTHS[month - 1] ?? "", style);
  return `${named}${style.monthFirst === true ? "," : ""} ${plainYear(year, style)}`;
}

function dayAndMonth(day: number, month: string, style: NumberStyle): string {
  const shown = plainDay(day, style);
  return style.monthFirst === true ? `${month} ${shown}` : `${shown} ${month}`;
}

function plainDay(day: number, style: NumberStyle): string {
  return numerals(String(day), style);
}

function plainYear(year: number, style: NumberStyle): string {
  return numerals(String(year), style);
}
