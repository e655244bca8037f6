import { addMonths, dateOf, weekday } from "../../calendar/day.js";
import { workingDays, type WorkingCalendar } from "../../calendar/working-days.js";

/** Days of one check-in, both ends included. */
export interface CheckSpan {
  readonly first: number;
  readonly last: number;
}

/** The weeks from the one that a day lies in to the one that another lies in; 0 for Monday is the week's first day. */
export function weeksBetween(from: number, to: number, weekStart: number): readonly CheckSpan[] {
  const spans: CheckSpan[] = [];
  for (let first = weekBegin(from, weekStart); first <= to; first += 7)
    spans.push({ first, last: first + 6 });
  return spans;
}

/** The first day of the week that a day lies in. */
function weekBegin(day: number, weekStart: number): number {
  return day - ((((weekday(day) - weekStart) % 7) + 7) % 7);
}

/** The calendar months from the one that a day lies in to the one that another lies in. */
export function monthsBetween(from: number, to: number): readonly CheckSpan[] {
  const spans: CheckSpan[] = [];
  let first = from - dateOf(from).dayOfMonth + 1;
  while (first <= to) {
    const next = addMonths(first, 1);
    spans.push({ first, last: next - 1 });
    first = next;
  }
  return spans;
}

/** The day on whose evening a span is judged: its last working day, or its last day where it has none. */
export function judgedOn(calendar: WorkingCalendar, { first, last }: CheckSpan, end = Infinity): number {
  const until = Math.min(last, end);
  return workingDays(calendar, first, until).at(-1) ?? until;
}
