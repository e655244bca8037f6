import type { Format } from "../../format/format.js";
import type { Target } from "../../schedule/target.js";
import type { Targets } from "../../solve/answer.js";
import { countCell } from "../figures.js";
import { left, right, table, type Cell, type Section } from "../report.js";

/** A year has more weeks than a table should have lines. */
const MOST_LINES = 13;

/** How far each stage must have come by a date: the mile markers of the drive. */
export function milestoneSection({ path }: Targets, format: Format): Section {
  const title = "Milestones";
  const dates = thinned(
    [...new Set(path.flatMap(({ milestones }) => milestones.map(({ on }) => on)))].sort(),
  );
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

/** Evenly spaced dates, the last one kept. */
function thinned(dates: readonly string[]): string[] {
  const step = Math.ceil(dates.length / MOST_LINES);
  return dates.filter((_, index) => (dates.length - 1 - index) % step === 0);
}
