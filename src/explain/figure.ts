import { parseExact } from "../number/exact-string.js";
import { quote } from "../schema/issue.js";
import type { WrittenFigure } from "../words/explanations/of-goal.js";

/** What is written, as a number where it is one; what is written otherwise, such as "40%" or a date, stays as it is. */
export function writtenFigureOf(value: unknown): WrittenFigure {
  if (typeof value !== "number" && typeof value !== "string") return { exact: null, written: quote(value) };
  const written = String(value);
  return { exact: parseExact(written) === undefined ? null : written, written };
}
