import type { Format } from "../../format/format.js";
import { formatDay } from "../../calendar/day.js";
import { compileHabits, type HabitAim } from "../../model/habits.js";
import type { PlanInput } from "../../plan/plan.js";
import { askedOn } from "../../track/scorecard/habit-row.js";
import { sayAsked } from "../../words/scorecard.js";
import { dateCell } from "../figures.js";
import { left, table, type Section } from "../report.js";

const COLUMNS = [left("Habit"), left("Owner"), left("Goal"), left("From"), left("Serves"), left("Why")];

/** The process goals beside the funnel: what is asked for, from when on, and what it serves; only those of a team where one is named. */
export function habitSection({ habits }: PlanInput, format: Format, team?: string): Section {
  const own = compileHabits(habits).filter(({ owner }) => team === undefined || owner === team);
  const rows = own.flatMap(({ name, owner, aim, serves, why }) =>
    startsOf(aim).map((from) => [
      name,
      owner ?? "",
      sayAsked(askedOn(aim, from), format),
      dateCell(format, from === -Infinity ? null : formatDay(from)),
      serves ?? "",
      why ?? "",
    ]),
  );
  return { title: "Habits", blocks: rows.length === 0 ? [] : [table(COLUMNS, rows)] };
}

/** The days on which its count changes; −Infinity where it always holds. */
function startsOf(aim: HabitAim): readonly number[] {
  return aim.sense === "share" ? [-Infinity] : aim.counts.map(({ from }) => from);
}
