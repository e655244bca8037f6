import { DEAL_DATES } from "./deal-facts.js";
import { LOST, WON } from "./labels.js";
import type { ResolvedRow } from "./deal-events.js";

/** The rows of one deal as of a day, and those that speak only of later days. */
interface RowsAsOf {
  readonly kept: readonly ResolvedRow[];
  readonly later: readonly ResolvedRow[];
}

/**
 * What did the rows of one deal say at the end of a day?
 *
 * Rows of a history that are dated later are dropped, and later days in a deal's own row are blank. A deal's own row is
 * rewritten whenever something happens to it, so once something happened later, only what carries a day stays of it: the
 * days up to then, and an ending of a day up to then. A deal of which nothing is dated up to then was not there yet. A
 * deal of which nothing is dated later is read as it stands.
 *
 * @param asOf day number, included; infinite to keep everything
 */
export function asOf(rows: readonly ResolvedRow[], asOf: number): RowsAsOf {
  if (!rows.some((row) => happenedAfter(row, asOf))) return { kept: rows, later: [] };
  const kept: ResolvedRow[] = [];
  const later: ResolvedRow[] = [];
  for (const row of rows) {
    if (row.facts.deal === undefined && happenedAfter(row, asOf)) later.push(row);
    else kept.push(row.facts.deal === undefined ? row : upTo(row, asOf));
  }
  // Its own row alone may still say who worked on it, but not that it was there.
  return kept.some(isDated) ? { kept, later } : { kept: [], later: rows };
}

/** The days of a row on which something happened; when an open deal should close is none. */
export function daysOf({ events, dates, state }: ResolvedRow): readonly (number | null | undefined)[] {
  const closed = state === "won" || state === "lost" ? dates.closed : undefined;
  return [dates.created, closed, ...events.map(({ day }) => day)];
}

function happenedAfter(row: ResolvedRow, asOf: number): boolean {
  // A row that names no later day is the rule.
  return row.latest > asOf && daysOf(row).some((day) => typeof day === "number" && day > asOf);
}

function isDated(row: ResolvedRow): boolean {
  return daysOf(row).some((day) => typeof day === "number");
}

/** What is dated up to the day in the own row of a deal to which something happened later. */
function upTo(row: ResolvedRow, asOf: number): ResolvedRow {
  const events = row.events.filter(({ day }) => day !== null && day <= asOf);
  const ended = endedOn(row);
  const state = ended !== null && ended <= asOf ? row.state : undefined;
  const dates: Partial<Record<(typeof DEAL_DATES)[number], number>> = {};
  for (const role of DEAL_DATES) {
    const day = row.dates[role];
    // A date of closing that is no ending is a plan, and plans change.
    const stands = role === "expected" || (role === "closed" && state === undefined) ? false : true;
    if (stands && day !== undefined && day <= asOf) dates[role] = day;
  }
  const days = [...Object.values(dates), ...events.map(({ day }) => day ?? -Infinity)];
  return { ...row, events, dates, state, latest: Math.max(-Infinity, ...days), overtaken: true };
}

/** The day on which the deal ended as its own row says; null where it is open, or no day is known. */
export function endedOn({ state, dates, events }: ResolvedRow): number | null {
  if (state !== "won" && state !== "lost") return null;
  if (dates.closed !== undefined) return dates.closed;
  const target = state === "won" ? WON : LOST;
  const days = events.flatMap(({ target: one, day }) => (one === target && day !== null ? [day] : []));
  return days.length === 0 ? null : Math.max(...days);
}
