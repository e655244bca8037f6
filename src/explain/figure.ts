import { parseExact, type ExactString } from "../number/exact-string.js";
import { quote } from "../schema/issue.js";

/** A number by a format; what is written otherwise, such as "40%" or a date, stays as it is. */
export function figure(value: unknown, show: (exact: ExactString) => string): string {
  if (typeof value !== "number" && typeof value !== "string") return quote(value);
  return parseExact(String(value)) === undefined ? String(value) : show(String(value));
}
