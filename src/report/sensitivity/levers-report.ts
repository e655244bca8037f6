import type { ExactString } from "../../number/exact-string.js";
import type { Lever, Levers } from "../../sensitivity/levers.js";
import { exactCell } from "../figures.js";
import { left, right, table, type Report, type Section } from "../report.js";

/** The report of a plan's levers: the strongest first, and what is held fixed. */
export function leversReport({ now, levers, held }: Levers): Report {
  const minutes = now.minutesPerDay !== null;
  const columns = [
    left("Lever"),
    left("Step"),
    right("Units a day"),
    right(minutes ? "Minutes a day" : ""),
    right("Outcome"),
    right("Cost"),
    left("More of it"),
  ];
  const rows = levers.flatMap(leverRows);
  const today = [
    [
      "now",
      "",
      exactCell(now.unitsPerDay),
      exactCell(now.minutesPerDay),
      exactCell(now.outcome),
      exactCell(now.cost),
      "",
    ],
  ];
  const sections: Section[] = [
    { title: "What moving one number does", blocks: [table(columns, [...today, ...rows])] },
    { title: "Held fixed", blocks: [{ kind: "list", items: held }] },
  ];
  return { title: "Levers", sections };
}

function leverRows({ what, steps, more }: Lever): string[][] {
  return steps.map(({ by, change }, index) => [
    index === 0 ? what : "",
    by,
    signed(change.unitsPerDay),
    signed(change.minutesPerDay),
    signed(change.outcome),
    signed(change.cost),
    index === 0 ? more : "",
  ]);
}

function signed(change: ExactString | null): string {
  const cell = exactCell(change);
  return change === null || change === "0" || change.startsWith("-") ? cell : cell.replace(/^~?/, "$&+");
}
