import type { Format } from "../../format/format.js";
import { formatDay } from "../../calendar/day.js";
import type { GoalPlan } from "../../plan/plan.js";
import { goalMonths } from "../../plan/every.js";
import { parseProfile } from "../../plan/profile.js";
import type { Target } from "../../schedule/target.js";
import type { Targets } from "../../solve/answer.js";
import { countCell } from "../figures.js";
import { left, right, table, type Cell, type Section } from "../report.js";

/** A year has more weeks than a table should have lines. */
const MOST_LINES = 13;

/** How far each stage must have come by a date: the mile markers of the drive. The end of each part of a profile is one. */
export function milestoneSection({ path }: Targets, format: Format, plan: GoalPlan): Section {
  const title = "Milestones";
  const all = [...new Set(path.flatMap(({ milestones }) => milestones.map(({ on }) => on)))].sort();
  const dates = thinned(all, partEnds(all, plan));
  if (dates.length < 2) return { title, blocks: [] };
  const columns = [left("By"), ...path.map(({ stage }) => right(stage))];
  const rows = dates.map((on) => [format.date(on), ...path.map((target) => reached(target, on, format))]);
  return { title, blocks: [table(columns, rows)] };
}

/** What is to be reached on a day is what the last milestone up to it says. */
function reached({ milestones }: Target, day: string, format: Format): Cell {
  const last = milestones.filter(({ on }) => on <= day).at(-1);
  // Before its first milestone nothing is due.
  return countCell(format, last?.total ?? 0);
}

/** The last of the dates in each part of the goal's profile; none where it has no profile, or more parts than lines. */
function partEnds(dates: readonly string[], plan: GoalPlan): ReadonlySet<string> {
  const parts = [...parseProfile(plan), ...goalMonths(plan)];
  if (parts.length > MOST_LINES) return new Set();
  return new Set(parts.flatMap(({ last }) => dates.filter((on) => on <= formatDay(last)).slice(-1)));
}

/** Evenly spaced dates, the last one and those to keep among them. */
function thinned(dates: readonly string[], kept: ReadonlySet<string>): string[] {
  const step = Math.ceil(dates.length / MOST_LINES);
  return dates.filter((on, index) => (dates.length - 1 - index) % step === 0 || kept.has(on));
}
