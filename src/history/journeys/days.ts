import { parseDay } from "../../calendar/day.js";
import { quote } from "../../schema/issue.js";

/**
 * Makes a reader of dates that remembers what it read: a million journeys hold only a few thousand days.
 *
 * @throws RangeError (from the reader) for a text that is no date
 */
export function dayReader(): (date: string) => number {
  const known = new Map<string, number>();
  return (date) => {
    const before = known.get(date);
    if (before !== undefined) return before;
    const day = parseDay(date);
    if (day === undefined)
      throw new RangeError(`journeys requires dates such as 2026-01-31; got ${quote(date)}`);
    known.set(date, day);
    return day;
  };
}
