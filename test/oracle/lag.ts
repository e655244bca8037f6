import { workingDaysIn } from "./calendar.js";
import type { Day } from "./dates.js";
import type { PlainCalendar, PlainLag } from "./plain-plan.js";
import { ONE } from "./rational.js";
import type { Rational } from "./rational.js";
import { readNumber } from "./written.js";

/** So many days after it starts, this share of what will happen has happened on that day. */
export interface LagRow {
  readonly days: number;
  readonly share: Rational;
}

/** How long something takes for a unit that starts on a day: rows whose shares add up to 1. */
export type Lag = (start: Day) => readonly LagRow[];

/** The same calendar days from every start. */
export function tableLag(rows: readonly LagRow[]): Lag {
  return () => rows;
}

/** Always so many calendar days. */
export function fixedLag(days: number): Lag {
  return tableLag([{ days, share: ONE }]);
}

/** The so-manieth working day after the start, which itself need not be one; 0 is the start itself. */
export function workingDayLag(count: number, calendar: PlainCalendar): Lag {
  return (start) => {
    let on = start;
    let left = count;
    while (left > 0) {
      on++;
      left -= workingDaysIn(calendar, { start: on, end: on }).length;
    }
    return [{ days: on - start, share: ONE }];
  };
}

/**
 * The lag that a plan writes: days, "2 weeks", "5 working days", or a table.
 *
 * @param spread - the rows of a {median, p90}, which are an input of the oracle and not its finding.
 */
export function readLag(
  written: PlainLag,
  calendar: PlainCalendar,
  spread?: (median: number, p90: number) => readonly LagRow[],
): Lag {
  if (typeof written === "number") return fixedLag(written);
  if (typeof written === "string") {
    const [count, unit = ""] = written.split(/\s+/, 2);
    if (unit === "working") return workingDayLag(Number(count), calendar);
    return fixedLag(Number(count) * (unit.startsWith("week") ? 7 : 1));
  }
  if (!("median" in written))
    return tableLag(written.map(({ days, share }) => ({ days, share: readNumber(share) })));
  if (spread === undefined) throw new RangeError("readLag requires the rows of {median, p90}; got none");
  return tableLag(spread(written.median, written.p90));
}
