import type { Format } from "../../format/format.js";
import { formatDay, weekday } from "../../calendar/day.js";
import { parseWrittenDay } from "../../plan/dates.js";
import type { DayCount } from "../../schedule/target.js";
import type { Targets } from "../../solve/answer.js";
import { countCell } from "../figures.js";
import { left, right, table, type Section } from "../report.js";
import { tally } from "../../number/tally.js";

/** What to start in each week, at each stage whose entries are work of their own; weeks are named by their Mondays. */
export function weekSection({ path }: Targets, format: Format): Section {
  const title = "When to start what";
  const stages = path
    .filter(({ days }) => days.length > 0)
    .map(({ stage, days }) => ({ stage, weeks: weeksOf(days) }));
  const mondays = [...new Set(stages.flatMap(({ weeks }) => [...weeks.keys()]))].sort();
  if (mondays.length === 0) return { title, blocks: [] };
  const rows = mondays.map((monday) => [
    format.date(monday),
    // A stage starts nothing in a week that only others have work in.
    ...stages.map(({ weeks }) => countCell(format, weeks.get(monday) ?? 0)),
  ]);
  return { title, blocks: [table([left("Week of"), ...stages.map(({ stage }) => right(stage))], rows)] };
}

function weeksOf(days: readonly DayCount[]): Map<string, number> {
  const weeks = new Map<string, number>();
  for (const { on, count } of days) {
    const day = parseWrittenDay(on);
    const monday = formatDay(day - weekday(day));
    tally(weeks, monday, count);
  }
  return weeks;
}
