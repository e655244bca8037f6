import { membersOf } from "./plan-document.js";

/** The ways in which the page lets a period be written. */
export const PERIOD_KINDS = ["month", "quarter", "year", "weeks", "range", "days"] as const;

/** One of these ways. */
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A period as the form shows it: its kind, and the text of each of its fields. */
export interface PeriodForm {
  readonly kind: PeriodKind;
  /** Month, quarter or year as a plan writes it; empty for the other kinds. */
  readonly name: string;
  readonly start: string;
  readonly end: string;
  /** How many weeks or working days. */
  readonly count: string;
}

const EMPTY: Omit<PeriodForm, "kind"> = { name: "", start: "", end: "", count: "" };

/** Reads a plan's period for the form; what is no period yet is shown as a month that is still being typed. */
export function periodForm(value: unknown): PeriodForm {
  if (typeof value === "string" || typeof value === "number") return namedForm(String(value));
  const { start, end, weeks, workingDays } = membersOf(value);
  if (workingDays !== undefined) return { ...EMPTY, kind: "days", count: text(workingDays) };
  if (weeks !== undefined) return { ...EMPTY, kind: "weeks", start: text(start), count: text(weeks) };
  if (start !== undefined || end !== undefined)
    return { ...EMPTY, kind: "range", start: text(start), end: text(end) };
  return { ...EMPTY, kind: "month" };
}

/** The period that a plan writes for what stands in the form; undefined while nothing does. */
export function periodValue({ kind, name, start, end, count }: PeriodForm): unknown {
  switch (kind) {
    case "days":
      return { workingDays: wholeOr(count) };
    case "weeks":
      return { start, weeks: wholeOr(count) };
    case "range":
      return { start, end };
    case "month":
    case "quarter":
    case "year":
      return name === "" ? undefined : name;
  }
}

/** The same period as nearly as another kind can say it; `today` (YYYY-MM-DD) where it has no dates. */
export function periodAs(kind: PeriodKind, form: PeriodForm, today: string): PeriodForm {
  const first = firstDay(form) ?? today;
  const [year = "", month = ""] = first.split("-");
  const quarter = Math.ceil(Number(month) / 3);
  const names: Partial<Record<PeriodKind, string>> = {
    month: `${year}-${month}`,
    quarter: `${year}-Q${quarter}`,
    year,
  };
  const name = names[kind] ?? "";
  if (kind === "days") return { ...EMPTY, kind, count: "20" };
  if (kind === "weeks") return { ...EMPTY, kind, start: first, count: "6" };
  if (kind === "range")
    return { ...EMPTY, kind, start: first, end: lastDay(form) ?? lastOfMonth(year, month) };
  return { ...EMPTY, kind, name };
}

function namedForm(name: string): PeriodForm {
  if (name.includes("/")) {
    const [start = "", end = ""] = name.split("/");
    return { ...EMPTY, kind: "range", start, end };
  }
  if (/^\d{4}-?q/i.test(name)) return { ...EMPTY, kind: "quarter", name };
  return { ...EMPTY, kind: /^\d{1,4}$/.test(name) ? "year" : "month", name };
}

function firstDay({ name, start }: PeriodForm): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(start)) return start;
  const quarter = /^(\d{4})-Q([1-4])$/i.exec(name);
  if (quarter !== null)
    return `${quarter[1] ?? ""}-${String(Number(quarter[2]) * 3 - 2).padStart(2, "0")}-01`;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(name)) return `${name}-01`;
  return /^\d{4}$/.test(name) ? `${name}-01-01` : undefined;
}

function lastDay({ name, end }: PeriodForm): string | undefined {
  if (end !== "") return end;
  const quarter = /^(\d{4})-Q([1-4])$/i.exec(name);
  if (quarter !== null) return lastOfMonth(quarter[1] ?? "", String(Number(quarter[2]) * 3));
  return /^\d{4}$/.test(name) ? `${name}-12-31` : undefined;
}

function lastOfMonth(year: string, month: string): string {
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

function wholeOr(count: string): number | string {
  return /^[1-9]\d{0,8}$/.test(count) ? Number(count) : count;
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
