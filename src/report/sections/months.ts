import type { Format } from "../../format/format.js";
import { at } from "../../number/invariant.js";
import type { MonthTargets, Targets } from "../../solve/answer.js";
import { countCell, numberCell } from "../figures.js";
import { left, right, table, type Section } from "../report.js";

/** What each month asks for, where the goal holds for each of them. */
export function monthSection({ months = [], path, wins }: Targets, format: Format): Section {
  const title = "What each month asks for";
  if (months.length === 0) return { title, blocks: [] };
  const stages = path.filter(({ kind }) => kind !== "win");
  const isOpen = months.some(({ fromPipeline }) => fromPipeline !== "0");
  const columns = [
    left("Month"),
    ...(isOpen ? [right("From pipeline")] : []),
    ...[...stages.map(({ stage }) => stage), "win"].map((name) => right(name)),
  ];
  const rows = months.map(({ month, fromPipeline, stages: own, wins: won }: MonthTargets) => [
    month,
    ...(isOpen ? [numberCell(format, fromPipeline)] : []),
    ...stages.map((_, index) => countCell(format, at(own, index).total)),
    countCell(format, won),
  ]);
  const all = [
    "all",
    ...(isOpen ? [""] : []),
    ...stages.map(({ total }) => countCell(format, total)),
    countCell(format, wins),
  ];
  return { title, blocks: [table(columns, [...rows, all])] };
}
