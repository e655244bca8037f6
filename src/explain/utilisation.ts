import { showExact } from "../model/display.js";
import { goalPath, targetsOf, type Explainer } from "./explainer.js";
import { input } from "./formula.js";
import { named } from "./place.js";

/** What is asked of a team in a week, or what it can do. */
export const explainUtilisation: Explainer = (subject, path) => {
  const row = targetsOf(subject).utilisation[Number(path[2])];
  if (row === undefined)
    throw new RangeError(`explainUtilisation requires a team's week; got ${String(path[2])}`);
  const other = path[3] === "demand" ? "capacity" : "demand";
  const text =
    path[3] === "demand"
      ? `${showExact(row.demand)} are asked of ${named(row.team)} in the week of ${row.week}, which can do ${showExact(row.capacity)}.`
      : `${named(row.team)} can do ${showExact(row.capacity)} in the week of ${row.week}; ${showExact(row.demand)} are asked of it.`;
  return {
    text,
    formula: showExact(path[3] === "demand" ? row.demand : row.capacity),
    inputs: [input(other, row[other], [...path.slice(0, 3), other])],
    because: goalPath(subject),
  };
};
