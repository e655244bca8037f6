import type { Format } from "../../format/format.js";
import { parseWrittenDay } from "../../plan/dates.js";
import type { PlanInput } from "../../plan/plan.js";
import { habitWords, type Habit } from "../../track/scorecard/habit-words.js";
import { dateCell } from "../figures.js";
import { left, table, type Section } from "../report.js";

const COLUMNS = [left("Habit"), left("Owner"), left("Goal"), left("From"), left("Serves")];

/** The process goals beside the funnel: what is asked for, from when on, and what it serves. */
export function habitSection({ habits = [] }: PlanInput, format: Format): Section {
  const rows = habits.flatMap((habit) =>
    startsOf(habit).map((from) => [
      habit.name,
      habit.owner ?? "",
      habitWords(habit, from === "" ? 0 : parseWrittenDay(from)),
      dateCell(format, from === "" ? null : from),
      habit.serves ?? "",
    ]),
  );
  return { title: "Habits", blocks: rows.length === 0 ? [] : [table(COLUMNS, rows)] };
}

/** The days on which its count changes; none where it is the same throughout. */
function startsOf({ atLeast, atMost }: Habit): readonly string[] {
  const counts = atLeast ?? atMost;
  return typeof counts === "object" ? counts.map(({ from }) => from) : [""];
}
