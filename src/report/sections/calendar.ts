import type { Format } from "../../format/format.js";
import type { Target } from "../../schedule/target.js";
import { at } from "../../number/invariant.js";
import type { Targets } from "../../solve/answer.js";
import { formatDay, weekday } from "../../calendar/day.js";
import { parseWrittenDay } from "../../plan/dates.js";
import { right, table, type Section } from "../report.js";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * What to do on each day, month by month, for each stage whose entries are work of their own: "5: 12" is 12 units on the
 * 5th; a day without work stands alone.
 */
export function calendarSections({ path }: Targets, format: Format): Section[] {
  return path.flatMap((target) => monthsOf(target).map((month) => monthSection(target, month, format)));
}

function monthsOf({ days }: Target): string[] {
  return [...new Set(days.map(({ on }) => on.slice(0, "2026-01".length)))];
}

function monthSection({ stage, days }: Target, month: string, format: Format): Section {
  const counts = new Map(days.map(({ on, count }) => [on, count]));
  const first = parseWrittenDay(`${month}-01`);
  const rows: string[][] = [];
  for (let day = first; formatDay(day).startsWith(month); day += 1) {
    const column = weekday(day);
    if (column === 0 || rows.length === 0) rows.push(new Array<string>(WEEKDAYS.length).fill(""));
    const count = counts.get(formatDay(day));
    const date = format.number(day - first + 1);
    at(rows, rows.length - 1)[column] =
      count === undefined || count === 0 ? date : `${date}: ${format.number(count)}`;
  }
  return { title: `${stage}, ${format.month(month)}`, blocks: [table(WEEKDAYS.map(right), rows)] };
}
